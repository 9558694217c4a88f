package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.MomentsClaim;
import surety.report.Outcome;
import surety.report.Words;

/** The moments of a query: as tables for people, as CSV, and as part of a report for programs. */
public sealed interface MomentsReport permits JointMomentsReport, LoopMomentsReport {
  /** Of an outcome with bounds. */
  static MomentsReport of(Outcome outcome) {
    return outcome.obligation().statement().claim() instanceof LoopClaim
        ? new LoopMomentsReport(outcome)
        : new JointMomentsReport(outcome, (MomentsClaim) outcome.obligation().statement().claim());
  }

  /** For people. */
  void printText(PrintWriter out);

  /** For spreadsheets. */
  void printCsv(PrintWriter out);

  /** What follows from what is proved. */
  ArrayNode derived();

  /** What it took, in a line. */
  static String effort(Outcome outcome) {
    return "%s, %s, %s"
        .formatted(
            Words.seconds(outcome.seconds()),
            outcome.evidence().map(e -> Words.cells(e.cells())).orElse("0 cells"),
            outcome.certificate().map(Object::toString).orElse("no certificate"));
  }
}
