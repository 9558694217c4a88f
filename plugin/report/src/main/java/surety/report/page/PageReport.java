package surety.report.page;

import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.Traceability;
import surety.report.TraceabilityRow;
import surety.report.VerdictText;

/** The page for people: what was found first, then how, each property with all there is to know. */
public final class PageReport implements RunFile {
  @Override
  public String name() {
    return "index.html";
  }

  @Override
  public String text(Run run) {
    PageColours colours = new PageColours();
    StringBuilder body = new StringBuilder();
    body.append(head(run));
    body.append(new SummarySection(run).html());
    int number = 0;
    for (Checked checked : run.specifications()) {
      number++;
      body.append(new SpecificationSection(checked, number, colours).html());
    }
    body.append(new RunSection(run).html());
    return Page.of("Surety: " + VerdictText.headline(run.states()), colours.css(), body.toString());
  }

  private static String head(Run run) {
    VerificationState state = run.overall();
    return "<header>\n<p class=\"kicker\">Surety verification report</p>\n<h1>"
        + Html.escaped(VerdictText.headline(run.states()))
        + "</h1>\n<p>"
        + Page.badge(state)
        + " "
        + Html.escaped(VerdictText.counts(run.states()))
        + ". "
        + Page.moment(run.finished())
        + ".</p>\n"
        + uncovered(run)
        + "</header>\n";
  }

  /** In words and without a link, as the page is also sent without what is beside it. */
  private static String uncovered(Run run) {
    long count = Traceability.of(run).stream().filter(TraceabilityRow::isUncovered).count();
    return count == 0
        ? ""
        : "<p>Listed requirements without a property: " + count + " (traceability.html).</p>\n";
  }
}
