package surety.cli.report;

import java.io.PrintWriter;
import surety.language.display.Decimals;
import surety.solver.BandPoint;

/** A band as comma-separated values: a header, then one line for each threshold, ascending. */
public final class BandTable {
  private BandTable() {}

  /** Prints {@code t,lower,upper}; the bounds are rounded outward to 17 digits. */
  public static void print(Outcome outcome, PrintWriter out) {
    out.print("t,lower,upper\n");
    for (int i = 0; i < outcome.points().size(); i++) {
      BandPoint point = outcome.points().get(i);
      out.print(Decimals.text(outcome.threshold(i)));
      out.print(',');
      out.print(Decimals.text(Json.lower(point.lower())));
      out.print(',');
      out.print(Decimals.text(Json.upper(point.upper())));
      out.print('\n');
    }
  }
}
