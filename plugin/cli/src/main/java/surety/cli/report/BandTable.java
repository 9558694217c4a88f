package surety.cli.report;

import java.io.PrintWriter;
import surety.solver.BandPoint;

/** A band as comma-separated values: a header, then one line for each threshold, ascending. */
public final class BandTable {
  private BandTable() {}

  /** Prints {@code t,lower,upper}; the bounds are rounded outward, and 17 digits hold a double. */
  public static void print(Outcome outcome, PrintWriter out) {
    out.print("t,lower,upper\n");
    for (BandPoint point : outcome.points()) {
      out.print(Decimals.text(Decimals.threshold(point)));
      out.print(',');
      out.print(Decimals.text(Decimals.floor(point.lower(), Decimals.DIGITS)));
      out.print(',');
      out.print(Decimals.text(Decimals.ceiling(point.upper(), Decimals.DIGITS)));
      out.print('\n');
    }
  }
}
