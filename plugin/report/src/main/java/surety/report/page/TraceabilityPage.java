package surety.report.page;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.Traceability;
import surety.report.TraceabilityRow;

/** The traceability matrix for people. */
public final class TraceabilityPage implements RunFile {
  private static final List<String> COLUMNS =
      List.of(
          "Requirement", "Title", "Property", "Verdict", "Bounds", "Limit", "Certificate", "Date");

  @Override
  public String name() {
    return "traceability.html";
  }

  @Override
  public String text(Run run) {
    List<TraceabilityRow> rows = Traceability.of(run);
    StringBuilder body = new StringBuilder();
    body.append("<header>\n<p class=\"kicker\">Surety verification report</p>\n");
    body.append("<h1>Traceability matrix</h1>\n<p>").append(Html.escaped(coverage(run, rows)));
    body.append(" ").append(Page.moment(run.finished())).append(".</p>\n</header>\n");
    body.append("<table class=\"stack matrix\">\n<thead><tr>");
    COLUMNS.forEach(name -> body.append("<th scope=\"col\">").append(name).append("</th>"));
    body.append("</tr></thead>\n<tbody>\n");
    rows.forEach(row -> body.append(line(row)));
    body.append("</tbody>\n</table>\n");
    return Page.of("Surety: traceability matrix", "", body.toString());
  }

  private static String coverage(Run run, List<TraceabilityRow> rows) {
    if (run.requirements().isEmpty()) {
      return "There is no list of requirements (--requirements), so those without a property are"
          + " not known.";
    }
    int listed = run.requirements().get().size();
    long missing = rows.stream().filter(TraceabilityRow::isUncovered).count();
    long strangers = rows.stream().filter(row -> row.id().isPresent() && !row.isListed()).count();
    return (listed - missing)
        + " of "
        + listed
        + " requirements have a property."
        + (strangers == 0
            ? ""
            : " Properties that name one that is not listed: " + strangers + ".");
  }

  private static String line(TraceabilityRow row) {
    Optional<TraceabilityRow.Traced> traced = row.property();
    String id =
        row.id().map(Html::isolated).orElse("none")
            + (row.id().isPresent() && !row.isListed() ? " (not listed)" : "");
    String property =
        traced
            .map(
                t ->
                    Html.isolated(t.name())
                        + "<br/><span class=\"small\">"
                        + t.kind().name().toLowerCase(Locale.ROOT)
                        + " of "
                        + Html.isolated(t.specification())
                        + "</span>")
            .orElse("none");
    return "<tr>"
        + cell(0, id)
        + cell(1, Html.isolated(row.title()))
        + cell(2, property)
        + cell(
            3,
            traced
                .map(t -> Page.badge(t.state()))
                .orElse("<span class=\"badge missing\">" + row.absence() + "</span>"))
        + cell(4, words(traced.flatMap(TraceabilityRow.Traced::bounds)))
        + cell(5, words(traced.flatMap(TraceabilityRow.Traced::limit)))
        + cell(
            6,
            traced
                .flatMap(TraceabilityRow.Traced::certificateDigest)
                .map(Page::digest)
                .orElse("none"))
        + cell(
            7, traced.map(t -> t.date().atZone(ZoneOffset.UTC).toLocalDate().toString()).orElse(""))
        + "</tr>\n";
  }

  private static String words(Optional<String> words) {
    return words.map(Html::isolated).orElse("none");
  }

  private static String cell(int column, String content) {
    return "<td data-label=\"" + COLUMNS.get(column) + "\">" + content + "</td>";
  }
}
