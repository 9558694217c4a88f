package surety.cli.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.Region;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.solver.region.RegionResult;

/** The regions as a table for people. */
public final class RegionText {
  private RegionText() {}

  /** Prints a line about all of them, then one for each, the most probable ones first. */
  public static void print(RegionReport report, PrintWriter out) {
    RegionResult result = report.result();
    out.println(
        "%s%d %s"
            .formatted(
                result.complete() ? "" : "at least ", result.regions().size(), report.title()));
    out.println(
        "  %d polytopes decided, %d of them empty; %s"
            .formatted(result.queries(), result.infeasible(), Words.seconds(result.seconds())));
    out.println("  their probabilities add up to " + bounds(result.total()));
    double tails = result.problem().tails();
    if (tails > 0) {
      out.println(
          "  outside of the box in which they were enumerated: at most "
              + Decimals.text(Decimals.ceiling(Dyadic.of(tails), 3))
              + ", counted in each upper bound");
    }
    out.println("  " + ClaimLevel.REALS);
    out.println();
    table(report, out);
  }

  private static void table(RegionReport report, PrintWriter out) {
    List<Region> regions = report.regions();
    int width = 11; // of the heading
    for (Region region : regions) {
      width = Math.max(width, bounds(region.probability()).length());
    }
    String row = "%6s  %-" + width + "s  %6s  %-" + patternWidth(regions) + "s  %s";
    String names = "inner point (" + String.join(", ", report.setting().randomNames()) + ")";
    out.println(row.formatted("region", "probability", "facets", "pattern", names).stripTrailing());
    for (int k = 0; k < regions.size(); k++) {
      Region region = regions.get(k);
      out.println(
          row.formatted(
              k + 1,
              bounds(region.probability()),
              region.polytope().facets().size(),
              region.pattern(),
              point(region)));
    }
  }

  private static int patternWidth(List<Region> regions) {
    return regions.isEmpty() ? 7 : Math.max(7, regions.get(0).pattern().length());
  }

  private static String point(Region region) {
    return "("
        + String.join(
            ", ",
            region.point().coordinates().stream()
                .map(x -> String.format(Locale.ROOT, "%.6g", nearest(x)))
                .toList())
        + ")";
  }

  private static double nearest(Rational x) {
    return Decimals.nearest(x).doubleValue();
  }

  private static String bounds(Interval probability) {
    return BoundsText.of(Bound.of(probability.lower()), Bound.of(probability.upper()), List.of());
  }

  /** A part of the probability in per cent, rounded down. */
  public static String share(Interval total) {
    return String.format(Locale.ROOT, "%.2f %%", Math.floor(10_000 * total.lower()) / 100);
  }
}
