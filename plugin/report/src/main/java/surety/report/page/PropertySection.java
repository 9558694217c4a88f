package surety.report.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.statement.Semantics;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.ImpossibleText;
import surety.language.origin.Origin;
import surety.language.verification.Evidence;
import surety.report.Checked;
import surety.report.HeavyBox;
import surety.report.Outcome;
import surety.report.ShellWords;
import surety.report.VerdictText;
import surety.report.WitnessText;
import surety.report.Words;

/** All there is to know of one property or query. */
final class PropertySection {
  private final Checked checked;
  private final Outcome outcome;
  private final String anchor;
  private final List<Pictures.Picture> pictures;
  private final StringBuilder html = new StringBuilder();

  PropertySection(
      Checked checked, Outcome outcome, String anchor, List<Pictures.Picture> pictures) {
    this.checked = checked;
    this.outcome = outcome;
    this.anchor = anchor;
    this.pictures = pictures;
  }

  String html() {
    html.append("<article id=\"").append(anchor).append("\">\n<h3>");
    html.append(SummarySection.title(outcome)).append(' ').append(Page.badge(outcome.state()));
    html.append("</h3>\n<p class=\"verdict\">");
    html.append(Html.isolated(VerdictText.of(outcome))).append("</p>\n<p class=\"formal\">");
    html.append(outcome.obligation().kind().name().toLowerCase(Locale.ROOT)).append(' ');
    html.append(Html.code(outcome.obligation().name() + ": " + outcome.obligation().text()));
    html.append("</p>\n");
    pictures();
    html.append("<dl>\n");
    known();
    witness();
    outcome.shortfall().ifPresent(words -> fact("Note", words));
    outcome.notes().forEach(note -> fact("Note", note));
    evidence();
    html.append("</dl>\n");
    boxes();
    html.append("</article>\n");
    return html.toString();
  }

  private void pictures() {
    if (pictures.isEmpty()) {
      return;
    }
    html.append("<div class=\"pictures\">\n");
    for (Pictures.Picture picture : pictures) {
      html.append("<figure>\n").append(picture.svg()).append("<figcaption>");
      html.append(Html.escaped(picture.caption())).append("</figcaption>\n</figure>\n");
    }
    html.append("</div>\n");
  }

  private void known() {
    if (outcome.evidence().isEmpty()) {
      return;
    }
    if (!outcome.isSingle()) {
      fact("Bounds", Words.boundsAlone(outcome) + "; bands.csv has all of them");
    } else {
      fact("Bounds", Words.bounds(outcome.obligation(), outcome.lower(), outcome.upper()));
      if (outcome.gap().isFinite()) {
        fact("Gap between them", BoundsText.gap(outcome.gap(), 3));
      }
    }
    Words.required(outcome.obligation()).ifPresent(limit -> fact("Required", limit));
    VerdictText.distance(outcome).ifPresent(distance -> fact("Distance to the limit", distance));
    Semantics semantics = outcome.obligation().statement().semantics();
    fact(
        "Covers",
        ClaimLevel.of(outcome.obligation().statement())
            + " (level "
            + ClaimLevel.letter(semantics)
            + ")");
  }

  /** Of an event that is not likely enough, an input for which it happens explains nothing. */
  private void witness() {
    if (outcome.evidence().isEmpty()) {
      return;
    }
    Evidence evidence = outcome.evidence().get();
    evidence
        .witness()
        .filter(witness -> Origin.isInside(evidence))
        .ifPresent(
            witness -> fact("It happens for", WitnessText.of(witness, outcome.obligation())));
    if (evidence.impossible()) {
      fact("Witness", ImpossibleText.of(outcome.verdict(), outcome.upper()));
    }
  }

  private void evidence() {
    outcome
        .evidence()
        .ifPresent(
            evidence ->
                row(
                    evidence.isReplayed() ? "Replayed" : "Searched",
                    Words.seconds(outcome.seconds())
                        + ", "
                        + Words.cells(evidence.cells())
                        + ", "
                        + Page.moment(evidence.established())));
    Optional<String> replay = ShellWords.replay(checked, outcome);
    fact("Certificate", outcome.certificate().map(Object::toString).orElse("none"));
    outcome.certificateDigest().ifPresent(digest -> row("Its SHA-256", Page.digest(digest)));
    replay.ifPresent(command -> row("Replay it with", Html.code(command)));
  }

  private void boxes() {
    List<HeavyBox> boxes = HeavyBox.of(outcome);
    if (boxes.isEmpty()) {
      return;
    }
    html.append("<table class=\"boxes\">\n<caption>Where it ");
    html.append(HeavyBox.areInside(outcome) ? "happens" : "does not happen");
    html.append(" most often (estimates)</caption>\n<thead><tr><th scope=\"col\">Inputs</th>");
    html.append(
        "<th scope=\"col\">Share</th><th scope=\"col\">Probability</th></tr></thead>\n<tbody>\n");
    for (HeavyBox box : boxes) {
      html.append("<tr><td>").append(Html.isolated(box.words())).append("</td><td>");
      html.append(box.share()).append("</td><td>").append(box.few()).append("</td></tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void fact(String name, String words) {
    row(name, Html.isolated(words));
  }

  private void row(String name, String content) {
    html.append("<div><dt>").append(name).append("</dt><dd>").append(content);
    html.append("</dd></div>\n");
  }
}
