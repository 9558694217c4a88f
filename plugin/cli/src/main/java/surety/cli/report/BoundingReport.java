package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.language.display.Decimals;
import surety.report.Json;
import surety.solver.bounding.Distance;

/**
 * What a pair of bounding networks is: for people as a table, for programs as one object, described
 * by {@code surety-bounding.schema.json}.
 *
 * @param network as it was named
 * @param box one interval for each input
 * @param lower the lower network's file
 * @param upper the upper network's file
 * @param points how many the estimates are from
 * @param distances one for each output
 */
public record BoundingReport(
    String version,
    String network,
    List<Interval> box,
    int segments,
    String lower,
    String upper,
    int points,
    List<Distance> distances) {
  private static final int SHOWN_DIGITS = 4;
  private static final int MOST_SIDES = 8;
  private static final String ROW = "%-8s %-22s %-20s %s%n";

  /** Takes copies. */
  public BoundingReport {
    box = List.copyOf(box);
    distances = List.copyOf(distances);
  }

  /** Prints the table; the guaranteed column is rounded up. */
  public void printText(PrintWriter out) {
    out.printf("BOUNDED: %s over %s, %d segments%n", network, boxText(), segments);
    out.println();
    out.println("lower network: " + lower);
    out.println("upper network: " + upper);
    out.println();
    out.println("Distance of the two over the box, estimates from " + points + " points:");
    out.printf(ROW, "output", "largest, guaranteed <=", "largest, estimate", "mean, estimate");
    for (int i = 0; i < distances.size(); i++) {
      Distance distance = distances.get(i);
      out.printf(
          ROW,
          "y[" + i + "]",
          Decimals.text(Decimals.ceiling(Dyadic.of(distance.bound()), SHOWN_DIGITS)),
          shown(distance.largest()),
          shown(distance.mean()));
    }
  }

  /** Prints the object; {@code bound} is rounded up. */
  public void printJson(PrintWriter out) {
    ObjectNode report = Json.object();
    report.put("version", version);
    report.put("network", network);
    report.put("segments", segments);
    ArrayNode sides = report.putArray("input");
    for (Interval side : box) {
      sides.addObject().put("lower", side.lower()).put("upper", side.upper());
    }
    report.put("lowerNetwork", lower);
    report.put("upperNetwork", upper);
    report.put("points", points);
    ArrayNode outputs = report.putArray("outputs");
    for (int i = 0; i < distances.size(); i++) {
      Distance distance = distances.get(i);
      outputs
          .addObject()
          .put("name", "y[" + i + "]")
          .put("largestBound", Json.upper(Bound.of(distance.bound())))
          .put("largestEstimate", distance.largest())
          .put("meanEstimate", distance.mean());
    }
    Json.write(report, out);
  }

  private String boxText() {
    String sides =
        box.stream()
            .limit(MOST_SIDES)
            .map(side -> "[" + number(side.lower()) + ", " + number(side.upper()) + "]")
            .collect(Collectors.joining(" x "));
    int rest = box.size() - MOST_SIDES;
    return rest > 0 ? sides + " and " + rest + " more sides" : sides;
  }

  private static String number(double x) {
    return Decimals.text(BigDecimal.valueOf(x));
  }

  private static String shown(double x) {
    return Decimals.text(new BigDecimal(x).round(new MathContext(SHOWN_DIGITS)));
  }
}
