package surety.cli.report;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.cli.report.EstimateTables.Estimate;
import surety.cli.report.EstimateTables.Kind;
import surety.cli.report.EstimateTables.Row;
import surety.cli.report.EstimateTables.Table;
import surety.language.display.Decimals;
import surety.report.Json;
import surety.solver.estimate.EstimateTable.Way;

/** Estimates as comma-separated values: a header, then one line for each number. */
public final class EstimateRows {
  private EstimateRows() {}

  /**
   * Prints them; guaranteed bounds are rounded outward to 17 digits, and empty where there are
   * none, as is an estimate that a way does not give.
   *
   * @param ways those that were asked for, which have two columns each
   */
  public static void print(EstimateReport report, Collection<Way> ways, PrintWriter out) {
    List<String> header = new ArrayList<>(List.of("name", "form", "form2", "quantity", "t", "t2"));
    header.addAll(List.of("guaranteedLower", "guaranteedUpper"));
    for (Way way : ways) {
      header.add(EstimateReport.word(way) + "Estimate");
      header.add(EstimateReport.word(way) + "Outside");
    }
    header.add("samplingBandHalfWidth");
    line(header, out);
    for (EstimateTables tables : report.estimated()) {
      for (Table table : tables.tables()) {
        table.rows().forEach(row -> line(row(tables.asked().name(), table, row, ways), out));
      }
    }
  }

  private static List<String> row(String name, Table table, Row row, Collection<Way> ways) {
    List<String> cells = new ArrayList<>(List.of(name, table.forms().get(0)));
    cells.add(table.forms().size() > 1 ? table.forms().get(1) : "");
    cells.add(row.kind().text());
    cells.add(row.at().isEmpty() ? "" : Decimals.text(row.at().get(0)));
    cells.add(row.at().size() < 2 ? "" : Decimals.text(row.at().get(1)));
    cells.add(bound(row.guaranteed().lower(), Json.lower(row.guaranteed().lower())));
    cells.add(bound(row.guaranteed().upper(), Json.upper(row.guaranteed().upper())));
    for (Way way : ways) {
      Estimate one = row.estimates().get(way);
      boolean isThere = one != null && one.isThere();
      cells.add(isThere ? Double.toString(one.value()) : "");
      cells.add(isThere ? Boolean.toString(one.isOutside()) : "");
    }
    boolean hasBand = row.kind() == Kind.PROBABILITY && table.band().isPresent();
    cells.add(hasBand ? Double.toString(table.band().get().halfWidth()) : "");
    return cells;
  }

  private static String bound(Bound bound, BigDecimal rounded) {
    return bound.isFinite() ? Decimals.text(rounded) : "";
  }

  private static void line(List<String> cells, PrintWriter out) {
    out.print(String.join(",", cells) + "\n");
  }
}
