package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.language.Setting;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.report.Json;
import surety.solver.estimate.SupportEstimate;
import surety.solver.support.Gains;
import surety.solver.support.SupportResult;

/** The patterns for programs: one object, described by {@code surety-support.schema.json}. */
public final class SupportJson {
  private SupportJson() {}

  /** Prints the object. */
  public static void print(String version, SupportReport report, PrintWriter out) {
    SupportResult result = report.result();
    ObjectNode node = Json.object();
    node.put("version", version);
    node.put("specification", report.specification());
    node.put("distribution", report.setting().name());
    node.put("network", report.setting().network());
    node.put("claim", "R");
    node.put("claimText", ClaimLevel.REALS);
    node.put("wanted", report.options().missing());
    node.put("reached", result.isReached());
    node.put("missing", Decimals.ceiling(Dyadic.of(result.missing()), Decimals.DIGITS));
    node.put("seconds", result.seconds());
    ArrayNode patterns = node.putArray("patterns");
    for (SupportResult.Pattern pattern : result.patterns()) {
      addBounds(pattern.probability(), patterns.addObject().put("pattern", pattern.text()));
    }
    ArrayNode estimates = node.putArray("estimates");
    for (SupportEstimate estimate : report.estimates()) {
      ObjectNode each = estimates.addObject();
      each.put("tau", estimate.tau());
      each.put("patterns", estimate.patterns().size());
      each.put("share", estimate.share());
      each.put("band", estimate.band());
      each.put("samples", estimate.samples());
    }
    report.gains().ifPresent(gains -> node.set("gains", gains(gains, report.setting())));
    Json.write(node, out);
  }

  /** Gains, in the order of the patterns. */
  static ObjectNode gains(Gains gains, Setting setting) {
    ObjectNode node = Json.object();
    node.put("missing", Decimals.ceiling(Dyadic.of(gains.missing()), Decimals.DIGITS));
    ArrayNode values = node.putArray("singularValues");
    for (Gains.Row row : gains.rows()) {
      ArrayNode ofPattern = values.addArray();
      row.singularValues().forEach(value -> addBounds(value, ofPattern.addObject()));
    }
    ArrayNode bins = node.putArray("bins");
    for (GainBins.Bin bin : GainBins.of(gains)) {
      ObjectNode each = bins.addObject().put("above", bin.above()).put("most", bin.most());
      addBounds(bin.probability(), each);
    }
    ArrayNode jacobian = node.putArray("jacobian");
    gains
        .jacobian()
        .forEach(
            row -> {
              ArrayNode ofOutput = jacobian.addArray();
              row.forEach(slope -> addBounds(slope, ofOutput.addObject()));
            });
    ArrayNode atoms = node.putArray("atoms");
    for (Gains.Atom atom : gains.atoms()) {
      ObjectNode each = atoms.addObject();
      each.put("output", setting.outputNames().get(atom.output()));
      each.put("value", atom.value().toString());
      addBounds(atom.mass(), each);
    }
    return node;
  }

  /** A bound that is infinite is null. */
  private static void addBounds(Interval bounds, ObjectNode node) {
    if (Double.isInfinite(bounds.lower())) {
      node.putNull("lower");
    } else {
      node.put("lower", RegionReport.lower(bounds));
    }
    if (Double.isInfinite(bounds.upper())) {
      node.putNull("upper");
    } else {
      node.put("upper", RegionReport.upper(bounds));
    }
  }
}
