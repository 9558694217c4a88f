package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.region.ExactAffine;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.RationalPoint;
import surety.certificates.region.Region;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.solver.region.RegionResult;

/** The regions for programs: one object, described by {@code surety-regions.schema.json}. */
public final class RegionJson {
  private RegionJson() {}

  /** Prints the object. */
  public static void print(String version, RegionReport report, PrintWriter out) {
    RegionResult result = report.result();
    ObjectNode node = Json.object();
    node.put("version", version);
    node.put("specification", report.specification());
    node.put("distribution", report.setting().name());
    node.put("network", report.setting().network());
    node.put("claim", "R");
    node.put("claimText", ClaimLevel.REALS);
    ArrayNode inputs = node.putArray("inputs");
    report.setting().randomNames().forEach(inputs::add);
    ArrayNode outputs = node.putArray("outputs");
    report.setting().outputNames().forEach(outputs::add);
    node.put("complete", result.complete());
    node.put("lower", RegionReport.lower(result.total()));
    node.put("upper", RegionReport.upper(result.total()));
    node.put("outside", Decimals.ceiling(Dyadic.of(result.problem().tails()), Decimals.DIGITS));
    node.put("decided", result.queries());
    node.put("empty", result.infeasible());
    node.put("seconds", result.seconds());
    ArrayNode regions = node.putArray("regions");
    report.regions().forEach(region -> regions.add(region(region)));
    Json.write(node, out);
  }

  private static ObjectNode region(Region region) {
    ObjectNode node = Json.object();
    node.put("pattern", region.pattern());
    node.put("lower", RegionReport.lower(region.probability()));
    node.put("upper", RegionReport.upper(region.probability()));
    node.set("point", point(region.point()));
    ArrayNode halfSpaces = node.putArray("halfSpaces");
    for (HalfSpace half : region.polytope().facets()) {
      ObjectNode facet = halfSpaces.addObject();
      ArrayNode normal = facet.putArray("normal");
      half.normal().forEach(a -> normal.add(a.toString()));
      facet.put("constant", half.constant().toString());
    }
    ArrayNode vertices = node.putArray("vertices");
    region.polytope().vertices().forEach(vertex -> vertices.add(point(vertex)));
    ArrayNode map = node.putArray("map");
    for (ExactAffine output : region.map()) {
      ObjectNode row = map.addObject();
      ArrayNode factors = row.putArray("factors");
      for (int q = 0; q < output.dimension(); q++) {
        factors.add(output.coefficient(q).toString());
      }
      row.put("constant", output.constant().toString());
    }
    return node;
  }

  private static ArrayNode point(RationalPoint point) {
    ArrayNode coordinates = Json.array();
    point.coordinates().forEach(x -> coordinates.add(x.toString()));
    return coordinates;
  }
}
