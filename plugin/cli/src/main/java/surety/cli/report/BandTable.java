package surety.cli.report;

import java.io.PrintWriter;
import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.language.display.Decimals;
import surety.solver.BandPoint;

/** A band as comma-separated values: a header, then one line for each threshold, ascending. */
public final class BandTable {
  private BandTable() {}

  /** Prints {@code t,lower,upper}; the bounds are rounded outward to 17 digits. */
  public static void print(Outcome outcome, PrintWriter out) {
    out.print("t,lower,upper\n");
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
    return Decimals.text(outcome.threshold(i)) + "," + bounds(point.lower(), point.upper());
  }

  private static String bounds(Bound lower, Bound upper) {
    return Decimals.text(Json.lower(lower)) + "," + Decimals.text(Json.upper(upper));
  }
}
