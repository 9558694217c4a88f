package surety.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Bound;
import surety.language.display.Decimals;
import surety.solver.BandPoint;

/**
 * A band as comma-separated values: a header, then one line for each threshold, ascending; of
 * several forms one for each point of the grid, the last form's threshold changing first.
 */
public final class BandTable {
  private BandTable() {}

  /**
   * Prints {@code t,lower,upper}, of several forms {@code t1,t2,lower,upper}; the bounds are
   * rounded outward to 17 digits.
   */
  public static void print(Outcome outcome, PrintWriter out) {
    int forms = outcome.obligation().statement().claim().forms().size();
    String names =
        IntStream.rangeClosed(1, forms)
            .mapToObj(i -> forms == 1 ? "t" : "t" + i)
            .collect(Collectors.joining(","));
    out.print(names + ",lower,upper\n");
    for (int i = 0; i < outcome.points().size(); i++) {
      out.print(row(outcome, i));
      out.print('\n');
    }
  }

  /**
   * Prints {@code t,lower,upper,binLower,binUpper}: beside each threshold the bounds of the
   * probability between the one before and this one, and in a last line of that beyond them all.
   */
  public static void printDensity(Outcome outcome, PrintWriter out) {
    out.print("t,lower,upper,binLower,binUpper\n");
    List<Bin> bins = Bin.of(outcome.points());
    for (Bin bin : bins) {
      boolean isLast = bin.to() == outcome.points().size();
      out.print(isLast ? "inf,1,1" : row(outcome, bin.to()));
      out.print("," + bounds(Bound.of(bin.lower()), Bound.of(bin.upper())) + "\n");
    }
  }

  private static String row(Outcome outcome, int i) {
    BandPoint point = outcome.points().get(i);
    String place =
        outcome.thresholds(i).stream().map(Decimals::text).collect(Collectors.joining(","));
    return place + "," + bounds(point.lower(), point.upper());
  }

  private static String bounds(Bound lower, Bound upper) {
    return Decimals.text(Json.lower(lower)) + "," + Decimals.text(Json.upper(upper));
  }
}
