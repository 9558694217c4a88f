package surety.cli.report;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import surety.cli.report.EstimateTables.Estimate;
import surety.cli.report.EstimateTables.Kind;
import surety.cli.report.EstimateTables.Row;
import surety.cli.report.EstimateTables.Table;
import surety.language.display.BoundsText;
import surety.language.display.Decimals;
import surety.solver.estimate.EstimateTable.Way;

/** Estimates beside guaranteed bounds as tables for people. */
public final class EstimateText {
  private static final int DIGITS = 4;
  private static final String OUTSIDE = " outside";

  private EstimateText() {}

  /** Prints all tables of a report that has one at least. */
  public static void print(EstimateReport report, Ansi ansi, PrintWriter out) {
    out.println(
        "%s: %s: %d of %d properties and queries"
            .formatted(
                ansi.string("@|bold ESTIMATED|@"),
                report.specification(),
                report.estimated().size(),
                report.all()));
    out.println("  " + EstimateReport.NO_PROOF);
    out.println("  guaranteed: " + report.claim());
    for (EstimateTables tables : report.estimated()) {
      print(report, tables, ansi, out);
    }
    if (!report.leftOut().isEmpty()) {
      out.println();
      report
          .leftOut()
          .forEach(one -> out.println("left out: '%s': %s".formatted(one.name(), one.reason())));
    }
  }

  private static void print(
      EstimateReport report, EstimateTables tables, Ansi ansi, PrintWriter out) {
    out.println();
    String title = tables.asked().title().map(words -> "  \"" + words + "\"").orElse("");
    out.println(ansi.string("@|bold " + tables.asked().name() + "|@") + title);
    out.println("  " + tables.asked().text());
    for (Table table : tables.tables()) {
      out.println();
      out.println(
          table.subject() + ": guaranteed bounds beside estimates (estimates are no proof)");
      TextTable.print(cells(table), out);
      table
          .refused()
          .forEach(
              one -> out.println("%s: %s".formatted(EstimateReport.word(one.way()), one.reason())));
      table.band().ifPresent(band -> out.println("sampling: " + report.words(band)));
    }
    tables.notes().forEach(note -> out.println("guaranteed: " + note));
  }

  private static List<List<String>> cells(Table table) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("", "guaranteed"));
    table.ways().forEach(way -> header.add(EstimateReport.word(way)));
    rows.add(header);
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(label(table, row)));
      cells.add(BoundsText.of(row.guaranteed().lower(), row.guaranteed().upper(), List.of()));
      for (Way way : table.ways()) {
        cells.add(cell(Optional.ofNullable(row.estimates().get(way))));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String label(Table table, Row row) {
    if (row.kind() != Kind.PROBABILITY) {
      return row.kind() == Kind.DEVIATION ? "deviation" : row.kind().text();
    }
    List<String> parts = new ArrayList<>();
    for (int k = 0; k < table.forms().size(); k++) {
      parts.add(table.forms().get(k) + " <= " + Decimals.text(row.at().get(k)));
    }
    return "P(" + String.join(" and ", parts) + ")";
  }

  private static String cell(Optional<Estimate> estimate) {
    if (estimate.isEmpty()) {
      return "-";
    }
    Estimate one = estimate.get();
    return one.isThere() ? few(one.value()) + (one.isOutside() ? OUTSIDE : "") : "none";
  }

  /** To a few digits. */
  static String few(double value) {
    return Decimals.text(new BigDecimal(value).round(new MathContext(DIGITS)));
  }

  /** For instance 99.9. */
  static String percent(double share) {
    return Decimals.text(BigDecimal.valueOf(100 * share).setScale(6, RoundingMode.HALF_EVEN));
  }
}
