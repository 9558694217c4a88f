package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.report.Json;
import surety.report.Outcome;
import surety.solver.BandPoint;

/** The means of the powers of an expression of a loop. */
final class LoopMomentsReport implements MomentsReport {
  private final Outcome outcome;

  LoopMomentsReport(Outcome outcome) {
    this.outcome = outcome;
  }

  @Override
  public void printText(PrintWriter out) {
    out.println(outcome.obligation().name() + ": " + outcome.obligation().text());
    out.println("guaranteed " + ClaimLevel.of(outcome.obligation().statement()));
    out.println();
    List<List<String>> rows = new ArrayList<>(List.of(List.of("order", "moment")));
    List<BandPoint> points = outcome.points();
    for (int k = 0; k < points.size(); k++) {
      BandPoint point = points.get(k);
      rows.add(
          List.of(Integer.toString(k + 1), BoundsText.of(point.lower(), point.upper(), List.of())));
    }
    TextTable.print(rows, out);
    out.println();
    out.println(MomentsReport.effort(outcome));
  }

  /** {@code order,lower,upper}, rounded outward to 17 digits. */
  @Override
  public void printCsv(PrintWriter out) {
    out.print("order,lower,upper\n");
    List<BandPoint> points = outcome.points();
    for (int k = 0; k < points.size(); k++) {
      out.print(
          "%d,%s,%s\n"
              .formatted(
                  k + 1,
                  JointMomentsReport.lower(points.get(k).lower()),
                  JointMomentsReport.upper(points.get(k).upper())));
    }
  }

  @Override
  public ArrayNode derived() {
    return Json.array();
  }
}
