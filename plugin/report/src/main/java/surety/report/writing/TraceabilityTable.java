package surety.report.writing;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import surety.certificates.arithmetic.Bound;
import surety.language.display.Decimals;
import surety.report.Json;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.Traceability;
import surety.report.TraceabilityRow;
import surety.report.TraceabilityRow.Traced;

/** The traceability matrix for spreadsheets and requirement tools. */
public final class TraceabilityTable implements RunFile {
  @Override
  public String name() {
    return "traceability.csv";
  }

  @Override
  public String text(Run run) {
    StringBuilder text = new StringBuilder();
    text.append(
        CsvText.line(
            List.of(
                "requirement",
                "title",
                "listed",
                "specification",
                "property",
                "kind",
                "verdict",
                "lower",
                "upper",
                "limit",
                "certificate",
                "certificate_sha256",
                "date")));
    boolean isKnown = run.requirements().isPresent();
    Traceability.of(run).forEach(row -> text.append(line(row, isKnown)));
    return text.toString();
  }

  private static String line(TraceabilityRow row, boolean isKnown) {
    String listed = !isKnown || row.id().isEmpty() ? "" : row.isListed() ? "yes" : "no";
    return CsvText.line(
        List.of(
            row.id().orElse(""),
            row.title(),
            listed,
            of(row, t -> Optional.of(t.specification())),
            of(row, t -> Optional.of(t.name())),
            of(row, t -> Optional.of(t.kind().name().toLowerCase(Locale.ROOT))),
            row.property()
                .map(t -> t.state().name().toLowerCase(Locale.ROOT))
                .orElse(row.absence()),
            of(row, t -> bound(t, point -> Json.lower(point[0]))),
            of(row, t -> bound(t, point -> Json.upper(point[1]))),
            of(row, Traced::limit),
            of(row, t -> t.outcome().flatMap(o -> o.certificate().map(Object::toString))),
            of(row, Traced::certificateDigest),
            of(row, t -> Optional.of(t.date().truncatedTo(ChronoUnit.SECONDS).toString()))));
  }

  private static String of(TraceabilityRow row, Function<Traced, Optional<String>> cell) {
    return row.property().flatMap(cell).orElse("");
  }

  /** Of one quantity; a band has many bounds, which are elsewhere. */
  private static Optional<String> bound(Traced traced, Function<Bound[], BigDecimal> end) {
    return traced
        .outcome()
        .filter(outcome -> outcome.isSingle() && outcome.evidence().isPresent())
        .map(outcome -> end.apply(new Bound[] {outcome.lower(), outcome.upper()}))
        .map(Decimals::text);
  }
}
