package surety.report.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import surety.certificates.statement.Semantics;
import surety.language.DataFile;
import surety.language.Diagnostic;
import surety.language.display.ClaimLevel;
import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Outcome;
import surety.report.Unchecked;
import surety.report.VerdictText;

/** One specification: what a verdict of it covers, what it was made from, and its properties. */
final class SpecificationSection {
  private final Checked checked;
  private final int number;
  private final Pictures pictures;
  private final StringBuilder html = new StringBuilder();

  SpecificationSection(Checked checked, int number, PageColours colours) {
    this.checked = checked;
    this.number = number;
    this.pictures = new Pictures(checked, colours);
  }

  /** Where a property is on the page; names have letters, digits and underscores only. */
  static String anchor(int specification, String name) {
    return "s" + specification + "-" + Html.escaped(name);
  }

  String html() {
    html.append("<section id=\"s").append(number).append("\">\n<h2>");
    html.append(Html.isolated(checked.specification())).append("</h2>\n");
    checked.problem().ifPresent(this::problem);
    checked.outcomes().stream()
        .findFirst()
        .map(outcome -> outcome.obligation().statement().semantics())
        .ifPresent(this::level);
    diagnostics();
    for (Outcome outcome : checked.outcomes()) {
      String anchor = anchor(number, outcome.obligation().name());
      html.append(new PropertySection(checked, outcome, anchor, pictures.of(outcome)).html());
    }
    checked.unchecked().forEach(this::unchecked);
    files();
    html.append("</section>\n");
    return html.toString();
  }

  private void problem(String words) {
    html.append("<p class=\"verdict\">").append(Page.badge(VerificationState.FAILED)).append(' ');
    html.append(Html.isolated(VerdictText.notChecked(words))).append("</p>\n");
  }

  private void level(Semantics semantics) {
    html.append("<p class=\"level\">Claim level ").append(ClaimLevel.letter(semantics));
    html.append(": ").append(Html.escaped(ClaimLevel.meaning(semantics))).append("</p>\n");
  }

  private void diagnostics() {
    if (checked.diagnostics().isEmpty()) {
      return;
    }
    html.append("<h3>Messages</h3>\n<ul>\n");
    for (Diagnostic one : checked.diagnostics()) {
      html.append("<li>").append(one.severity().name().toLowerCase(Locale.ROOT));
      html.append(", line ").append(one.line()).append(": ");
      html.append(Html.isolated(one.message())).append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void unchecked(Unchecked one) {
    html.append("<article id=\"").append(anchor(number, one.name())).append("\">\n<h3>");
    html.append(Html.isolated(one.name())).append(' ');
    html.append(Page.badge(VerificationState.FAILED)).append("</h3>\n<p class=\"verdict\">");
    html.append(Html.isolated(VerdictText.of(one))).append("</p>\n</article>\n");
  }

  /** Everything that the statements were made from, each once. */
  private void files() {
    Set<DataFile> networks = new LinkedHashSet<>();
    Set<DataFile> data = new LinkedHashSet<>();
    for (Outcome outcome : checked.outcomes()) {
      networks.addAll(outcome.obligation().networks());
      data.addAll(outcome.obligation().histograms());
    }
    html.append("<h3>Files</h3>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">File</th>");
    html.append(
        "<th scope=\"col\">What it is</th><th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n");
    file(checked.specification(), "specification", checked.digest().orElse("unknown"));
    files("network", List.copyOf(networks));
    files("data", List.copyOf(data));
    html.append("</tbody>\n</table>\n");
  }

  private void files(String kind, List<DataFile> files) {
    files.forEach(one -> file(one.file().toString(), kind, one.digest()));
  }

  private void file(String name, String kind, String digest) {
    html.append("<tr><td data-label=\"File\">").append(Html.isolated(name));
    html.append("</td><td data-label=\"What\">").append(kind);
    html.append("</td><td data-label=\"SHA-256\">").append(Page.digest(digest));
    html.append("</td></tr>\n");
  }
}
