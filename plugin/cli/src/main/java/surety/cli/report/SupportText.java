package surety.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import surety.certificates.arithmetic.Dyadic;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.report.Words;
import surety.solver.estimate.SupportEstimate;
import surety.solver.support.Gains;
import surety.solver.support.SupportResult;

/** The patterns as a table for people, the most probable ones first. */
public final class SupportText {
  /** More are for programs. */
  private static final int MOST_ROWS = 20;

  private SupportText() {}

  /** Prints lines about all of them, the first of them one by one, and estimates. */
  public static void print(SupportReport report, PrintWriter out) {
    SupportResult result = report.result();
    out.println(report.title());
    out.println("  all others together have a probability of at most " + ceiling(result.missing()));
    out.println("  " + ClaimLevel.REALS);
    out.println("  " + Words.seconds(result.seconds()));
    out.println();
    patterns(report, out);
    report.gains().ifPresent(gains -> GainText.print(gains, report.setting(), out));
    estimates(report, out);
  }

  /** A probability rounded up. */
  public static String ceiling(double probability) {
    return Decimals.text(Decimals.ceiling(Dyadic.of(probability), 3));
  }

  private static void patterns(SupportReport report, PrintWriter out) {
    List<SupportResult.Pattern> patterns = report.result().patterns();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("pattern", "probability"));
    report.gains().ifPresent(gains -> head.add(1, "gain"));
    rows.add(head);
    for (int k = 0; k < Math.min(MOST_ROWS, patterns.size()); k++) {
      SupportResult.Pattern pattern = patterns.get(k);
      List<String> row = new ArrayList<>();
      row.add(pattern.text().isEmpty() ? "(no neuron)" : pattern.text());
      if (report.gains().isPresent()) {
        Gains.Row gain = report.gains().get().rows().get(k);
        row.add(GainText.rounded(gain.gain()));
      }
      row.add(GainText.bounds(pattern.probability()));
      rows.add(row);
    }
    TextTable.print(rows, out);
    if (patterns.size() > MOST_ROWS) {
      out.println("and " + (patterns.size() - MOST_ROWS) + " more; '--format csv' has all");
    }
  }

  private static void estimates(SupportReport report, PrintWriter out) {
    if (report.estimates().isEmpty()) {
      return;
    }
    out.println();
    out.println(
        "beside it, as an estimate without proof, what is listed if unlikely sides are dropped uncounted:");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("tau", "patterns", "share of samples"));
    for (SupportEstimate estimate : report.estimates()) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%.1f", estimate.tau()),
              Integer.toString(estimate.patterns().size()),
              String.format(Locale.ROOT, "%.4f +- %.4f", estimate.share(), estimate.band())));
    }
    TextTable.print(rows, out);
  }
}
