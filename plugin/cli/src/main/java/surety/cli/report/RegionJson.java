package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.ExactAffine;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.Region;
import surety.certificates.statement.Law;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.report.Json;
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
    node.put("outside", Decimals.ceiling(Dyadic.of(result.outside()), Decimals.DIGITS));
    node.put("decided", result.queries());
    node.put("empty", result.infeasible());
    node.put("seconds", result.seconds());
    if (!report.isOfInputs()) {
      ArrayNode branches = node.putArray("branches");
      List<Law.Branch> all = report.setting().law().branches();
      for (int b = 0; b < all.size(); b++) {
        branches.add(inputs(report.inputs().maps().get(b), all.get(b).dimension()));
      }
    }
    ArrayNode regions = node.putArray("regions");
    report.rows().forEach(row -> regions.add(region(row, report.isOfInputs())));
    report
        .gains()
        .ifPresent(gains -> node.set("gains", SupportJson.gains(gains, report.setting())));
    Json.write(node, out);
  }

  /** The random inputs as functions of a branch's coordinates. */
  private static ArrayNode inputs(List<Law.InputMap> maps, int dimension) {
    ArrayNode inputs = Json.array();
    for (Law.InputMap map : maps) {
      List<Rational> factors = new ArrayList<>(Collections.nCopies(dimension, Rational.ZERO));
      map.terms().forEach(term -> factors.set(term.coordinate(), term.coefficient()));
      ObjectNode row = inputs.addObject();
      row.set("factors", numbers(factors));
      row.put("constant", map.constant().toString());
    }
    return inputs;
  }

  private static ObjectNode region(RegionRow region, boolean isOfInputs) {
    ObjectNode node = Json.object();
    node.put("pattern", region.pattern());
    node.put("lower", RegionReport.lower(region.probability()));
    node.put("upper", RegionReport.upper(region.probability()));
    node.set("point", numbers(region.point()));
    if (isOfInputs) {
      addPolytope(region.pieces().get(0).region(), node);
    } else {
      ArrayNode pieces = node.putArray("pieces");
      for (RegionRow.Piece piece : region.pieces()) {
        ObjectNode part = pieces.addObject();
        part.put("branch", piece.branch());
        part.set("point", numbers(piece.region().point().coordinates()));
        addPolytope(piece.region(), part);
      }
    }
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

  private static void addPolytope(Region region, ObjectNode node) {
    ArrayNode halfSpaces = node.putArray("halfSpaces");
    for (HalfSpace half : region.polytope().facets()) {
      ObjectNode facet = halfSpaces.addObject();
      ArrayNode normal = facet.putArray("normal");
      half.normal().forEach(a -> normal.add(a.toString()));
      facet.put("constant", half.constant().toString());
    }
    ArrayNode vertices = node.putArray("vertices");
    region.polytope().vertices().forEach(vertex -> vertices.add(numbers(vertex.coordinates())));
  }

  private static ArrayNode numbers(List<Rational> values) {
    ArrayNode numbers = Json.array();
    values.forEach(x -> numbers.add(x.toString()));
    return numbers;
  }
}
