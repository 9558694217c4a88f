package surety.cli.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.report.Words;
import surety.solver.region.RegionResult;

/** The regions as a table for people. */
public final class RegionText {
  private RegionText() {}

  /** Prints a line about all of them, then one for each, the most probable ones first. */
  public static void print(RegionReport report, PrintWriter out) {
    RegionResult result = report.result();
    out.println(
        "%s%d %s"
            .formatted(result.complete() ? "" : "at least ", report.rows().size(), report.title()));
    branches(report, out);
    out.println(
        "  %d polytopes decided, %d of them empty; %s"
            .formatted(result.queries(), result.infeasible(), Words.seconds(result.seconds())));
    out.println("  their probabilities add up to " + bounds(result.total()));
    double tails = result.outside();
    if (result.tails() > 0) {
      out.println(
          "  outside of the box in which they were enumerated: at most "
              + Decimals.text(Decimals.ceiling(Dyadic.of(tails), 3))
              + ", counted in each upper bound");
    }
    out.println("  " + ClaimLevel.REALS);
    out.println();
    table(report, out);
    report.gains().ifPresent(gains -> GainText.print(gains, report.setting(), out));
  }

  /** Where a distribution has several, each of them is cut into regions of its own. */
  private static void branches(RegionReport report, PrintWriter out) {
    int branches = report.setting().law().branches().size();
    if (branches > 1) {
      out.println(
          "  the distribution has %d branches, with %d polytopes"
              .formatted(branches, report.result().regions().size()));
    }
  }

  private static void table(RegionReport report, PrintWriter out) {
    List<RegionRow> rows = report.rows();
    int width = 11; // of the heading
    for (RegionRow row : rows) {
      width = Math.max(width, bounds(row.probability()).length());
    }
    boolean isOfInputs = report.isOfInputs();
    String counted = isOfInputs ? "facets" : "branches";
    String line =
        "%6s  %-" + width + "s  %" + counted.length() + "s  %-" + patternWidth(rows) + "s  %s";
    String names = "inner point (" + String.join(", ", report.setting().randomNames()) + ")";
    out.println(line.formatted("region", "probability", counted, "pattern", names).stripTrailing());
    for (int k = 0; k < rows.size(); k++) {
      RegionRow row = rows.get(k);
      out.println(
          line.formatted(
              k + 1,
              bounds(row.probability()),
              isOfInputs ? row.facets() : row.pieces().size(),
              row.pattern(),
              point(row)));
    }
  }

  private static int patternWidth(List<RegionRow> rows) {
    return rows.isEmpty() ? 7 : Math.max(7, rows.get(0).pattern().length());
  }

  private static String point(RegionRow row) {
    return "("
        + String.join(
            ", ",
            row.point().stream().map(x -> String.format(Locale.ROOT, "%.6g", nearest(x))).toList())
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
