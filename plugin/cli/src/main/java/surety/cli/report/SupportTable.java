package surety.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.language.display.Decimals;
import surety.solver.support.SupportResult;

/** The patterns as comma-separated values; bounds are rounded outward to 17 digits. */
public final class SupportTable {
  private SupportTable() {}

  /** Prints a header, and one line for each pattern, the most probable ones first. */
  public static void print(SupportReport report, PrintWriter out) {
    boolean hasGains = report.gains().isPresent();
    out.print("number,pattern,lower,upper" + (hasGains ? ",gain lower,gain upper" : "") + "\n");
    List<SupportResult.Pattern> patterns = report.result().patterns();
    for (int k = 0; k < patterns.size(); k++) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(k + 1));
      row.add(patterns.get(k).text());
      addBounds(patterns.get(k).probability(), row);
      if (hasGains) {
        addBounds(report.gains().get().rows().get(k).gain(), row);
      }
      out.print(String.join(",", row) + "\n");
    }
  }

  static void addBounds(Interval bounds, List<String> row) {
    row.add(Decimals.text(RegionReport.lower(bounds)));
    row.add(Double.isInfinite(bounds.upper()) ? "inf" : Decimals.text(RegionReport.upper(bounds)));
  }
}
