package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import surety.cli.report.EstimateTables.Estimate;
import surety.cli.report.EstimateTables.Row;
import surety.cli.report.EstimateTables.Table;
import surety.language.Diagnostic;
import surety.report.Json;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;

/** Estimates for programs: one object, described by {@code surety-estimate.schema.json}. */
public final class EstimateJson {
  private EstimateJson() {}

  /** Prints the object of a report that has a table at least. */
  public static void print(EstimateReport report, List<Diagnostic> diagnostics, PrintWriter out) {
    ObjectNode node = Json.object();
    node.put("version", report.version());
    node.put("specification", report.specification());
    node.put("note", EstimateReport.NO_PROOF);
    node.put("claimText", report.claim());
    ArrayNode estimates = node.putArray("estimates");
    report.estimated().forEach(tables -> estimates.add(of(report, tables)));
    ArrayNode leftOut = node.putArray("leftOut");
    report
        .leftOut()
        .forEach(one -> leftOut.addObject().put("name", one.name()).put("reason", one.reason()));
    node.set("diagnostics", Json.diagnostics(diagnostics));
    Json.write(node, out);
  }

  private static ObjectNode of(EstimateReport report, EstimateTables tables) {
    ObjectNode node = Json.object();
    node.put("name", tables.asked().name());
    node.put("kind", tables.asked().kind().name().toLowerCase(Locale.ROOT));
    node.put("title", tables.asked().title().orElse(null));
    node.put("text", tables.asked().text());
    ArrayNode all = node.putArray("tables");
    tables.tables().forEach(table -> all.add(of(report, table)));
    ArrayNode notes = node.putArray("notes");
    tables.notes().forEach(notes::add);
    return node;
  }

  private static ObjectNode of(EstimateReport report, Table table) {
    ObjectNode node = Json.object();
    ArrayNode forms = node.putArray("forms");
    table.forms().forEach(forms::add);
    ArrayNode rows = node.putArray("rows");
    table.rows().forEach(row -> rows.add(of(table, row)));
    ArrayNode refused = node.putArray("refused");
    for (EstimateTable.Refused one : table.refused()) {
      refused.addObject().put("way", EstimateReport.word(one.way())).put("reason", one.reason());
    }
    node.set("samplingBand", table.band().map(band -> of(report, band)).orElse(null));
    return node;
  }

  private static ObjectNode of(Table table, Row row) {
    ObjectNode node = Json.object();
    node.put("quantity", row.kind().text());
    ArrayNode at = node.putArray("at");
    row.at().forEach(at::add);
    node.putObject("guaranteed")
        .put("lower", Json.lower(row.guaranteed().lower()))
        .put("upper", Json.upper(row.guaranteed().upper()));
    ArrayNode estimates = node.putArray("estimates");
    for (Way way : table.ways()) {
      Estimate one = row.estimates().get(way);
      if (one != null) {
        estimates
            .addObject()
            .put("way", EstimateReport.word(way))
            .put("estimate", one.isThere() ? one.value() : null)
            .put("outside", one.isOutside());
      }
    }
    return node;
  }

  private static ObjectNode of(EstimateReport report, EstimateTable.Band band) {
    return Json.object()
        .put("samples", band.samples())
        .put("seed", report.seed())
        .put("halfWidth", band.halfWidth())
        .put("confidence", band.confidence())
        .put("text", report.words(band));
  }
}
