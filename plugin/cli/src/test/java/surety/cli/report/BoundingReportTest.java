package surety.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.solver.bounding.Distance;

class BoundingReportTest {
  private static BoundingReport report(List<Interval> box, Distance... distances) {
    return new BoundingReport(
        "1.0", "n.onnx", box, 7, "d/n-lower.onnx", "d/n-upper.onnx", 64, List.of(distances));
  }

  private static String printed(BoundingReport report, BiConsumer<BoundingReport, PrintWriter> by) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    by.accept(report, out);
    out.flush();
    return text.toString();
  }

  @Test
  void theTableRoundsTheGuaranteeUpAndTheEstimatesToNearest() {
    BoundingReport report =
        report(
            List.of(Interval.of(0, 1), Interval.of(-0.5, 1e-9)),
            new Distance(0.123412, 0.123412, 3e-20),
            new Distance(0, 0, 0));
    String expected =
        """
        BOUNDED: n.onnx over [0, 1] x [-0.5, 1e-9], 7 segments

        lower network: d/n-lower.onnx
        upper network: d/n-upper.onnx

        Distance of the two over the box, estimates from 64 points:
        output   largest, guaranteed <= largest, estimate    mean, estimate
        y[0]     0.1235                 0.1234               3e-20
        y[1]     0                      0                    0
        """;
    assertEquals(
        expected, printed(report, BoundingReport::printText).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void aLongBoxIsCut() {
    BoundingReport report = report(Collections.nCopies(784, Interval.of(0, 1)));
    String text = printed(report, BoundingReport::printText);
    assertTrue(text.contains(" and 776 more sides, 7 segments"), text);
  }

  @Test
  void jsonKeepsToTheSchemaAndRoundsTheGuaranteeUp() throws IOException {
    BoundingReport report = report(List.of(Interval.of(0, 1)), new Distance(0.1, 0.05, 1e-300));
    String json = printed(report, BoundingReport::printJson);
    CommandSchemas.BOUNDING.assertValid(json);
    assertTrue(json.contains("\"largestBound\" : 0.10000000000000001"), json);
    assertTrue(json.contains("\"meanEstimate\" : 1.0E-300"), json);
  }
}
