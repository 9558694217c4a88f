package surety.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Outcome;
import surety.report.RequirementTitle;
import surety.report.Run;
import surety.report.Unchecked;
import surety.report.VerdictText;
import surety.report.Words;

/** All of it in one table, the worst first. */
final class SummarySection {
  private final Run run;

  SummarySection(Run run) {
    this.run = run;
  }

  /** A line of the table. */
  private record Row(
      VerificationState state, String specification, String anchor, String title, String what) {}

  String html() {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (Checked checked : run.specifications()) {
      number++;
      add(checked, number, rows);
    }
    rows.sort(Comparator.comparingInt(row -> Words.WORST_FIRST.indexOf(row.state())));
    StringBuilder html = new StringBuilder("<section>\n<h2>Summary</h2>\n");
    html.append("<table class=\"stack\">\n<thead><tr><th scope=\"col\">Verdict</th>");
    html.append("<th scope=\"col\">Requirement</th><th scope=\"col\">What is known</th></tr>");
    html.append("</thead>\n<tbody>\n");
    for (Row row : rows) {
      html.append("<tr><td data-label=\"Verdict\">").append(Page.badge(row.state()));
      html.append("</td><td data-label=\"Requirement\"><div><a href=\"#").append(row.anchor());
      html.append("\">").append(row.title()).append("</a>").append(from(row));
      html.append("</div></td><td data-label=\"Known\">");
      html.append(Html.isolated(row.what())).append("</td></tr>\n");
    }
    return html.append("</tbody>\n</table>\n</section>\n").toString();
  }

  /** Of which of several specifications. */
  private String from(Row row) {
    return run.specifications().size() < 2
        ? ""
        : "<div class=\"small\">" + Html.isolated(row.specification()) + "</div>";
  }

  private void add(Checked checked, int number, List<Row> rows) {
    checked
        .problem()
        .ifPresent(
            problem ->
                rows.add(
                    new Row(
                        VerificationState.FAILED,
                        checked.specification(),
                        "s" + number,
                        Html.isolated(checked.specification()),
                        problem)));
    for (Outcome outcome : checked.outcomes()) {
      rows.add(
          new Row(
              outcome.state(),
              checked.specification(),
              SpecificationSection.anchor(number, outcome.obligation().name()),
              title(outcome),
              VerdictText.brief(outcome)));
    }
    for (Unchecked unchecked : checked.unchecked()) {
      rows.add(
          new Row(
              VerificationState.FAILED,
              checked.specification(),
              SpecificationSection.anchor(number, unchecked.name()),
              Html.isolated(unchecked.name()),
              unchecked.reason()));
    }
  }

  /** The identifier and the words of the requirement; of a query without a title its name. */
  static String title(Outcome outcome) {
    RequirementTitle title = RequirementTitle.of(outcome.obligation());
    String words = title.words().isEmpty() ? outcome.obligation().name() : title.words();
    return title.id().map(id -> "<span class=\"id\">" + Html.isolated(id) + "</span> ").orElse("")
        + Html.isolated(words);
  }
}
