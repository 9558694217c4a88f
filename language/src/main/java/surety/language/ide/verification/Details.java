package surety.language.ide.verification;

import java.nio.file.Path;
import java.util.Locale;
import surety.certificates.statement.Semantics;
import surety.language.display.BoxText;
import surety.language.display.ClaimLevel;
import surety.language.display.ImpossibleText;
import surety.language.display.Markdown;
import surety.language.display.ShareText;
import surety.language.ide.document.DocumentUri;
import surety.language.origin.Origin;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.solver.witness.Witness;

/** All that is known of a property or query, as Markdown. */
final class Details {
  private static final int MOST_BOXES = 5;

  private final Verification verification;
  private final StringBuilder text = new StringBuilder();

  private Details(Verification verification) {
    this.verification = verification;
  }

  /** The text; of what holds no more, it says so. */
  static String of(Verification verification) {
    Details details = new Details(verification);
    details.head();
    verification.evidence().ifPresent(details::table);
    return details.text.toString();
  }

  private void head() {
    String kind = verification.obligation().kind().name().toLowerCase(Locale.ROOT);
    text.append(kind).append(" **").append(Markdown.escaped(verification.name()));
    text.append("**: **").append(StateWords.label(verification)).append("**\n\n");
    verification.obligation().title().map(Markdown::escaped).ifPresent(this::paragraph);
    paragraph(Markdown.code(verification.obligation().text()));
    StateWords.message(verification).map(Markdown::escaped).ifPresent(this::paragraph);
  }

  private void paragraph(String words) {
    if (!words.isEmpty()) {
      text.append(words).append("\n\n");
    }
  }

  /** Of an earlier run only what cannot be taken for a claim about how it reads now. */
  private void table(Evidence evidence) {
    boolean holds = verification.established().isPresent();
    text.append(holds ? "| bounds | " : "| bounds of an earlier run | ");
    text.append(StateWords.bounds(evidence)).append(" |\n|---|---|\n");
    if (evidence.isSingle()) {
      row("gap between the bounds", StateWords.gap(evidence));
    }
    if (holds) {
      StateWords.margin(evidence).ifPresent(margin -> row("distance to the limit", margin));
      Semantics semantics = verification.obligation().statement().semantics();
      row(
          "holds",
          ClaimLevel.of(verification.obligation().statement())
              + " (level "
              + ClaimLevel.letter(semantics)
              + ")");
    }
    row(
        evidence.isReplayed() ? "replayed" : "found",
        StateWords.found(evidence) + ", in " + StateWords.seconds(evidence.seconds()));
    row(
        "cells",
        evidence.cells() == 0
            ? "none: without a tree"
            : String.format(Locale.ROOT, "%,d", evidence.cells()));
    row("certificate", evidence.certificate().map(Details::link).orElse("none"));
    if (holds) {
      // Of an event that is not likely enough, an input for which it happens explains nothing.
      Origin.of(evidence, verification.obligation().inputs()).ifPresent(this::boxes);
      evidence.witness().filter(w -> Origin.isInside(evidence)).ifPresent(this::witness);
      if (evidence.impossible()) {
        String words = ImpossibleText.of(evidence.verdict(), evidence.upper());
        text.append('\n').append(Character.toUpperCase(words.charAt(0)));
        text.append(words.substring(1)).append(".\n");
      }
    }
  }

  /** The heaviest parts of the inputs, with their shares; the picture shows more of them. */
  private void boxes(Origin origin) {
    text.append("\n| where it ").append(origin.isInside() ? "happens" : "does not happen");
    text.append(" most often (estimates) | share | probability |\n|---|---|---|\n");
    for (Origin.Part part :
        origin.parts().subList(0, Math.min(MOST_BOXES, origin.parts().size()))) {
      row(
          Markdown.escaped(BoxText.of(part.sides(), origin.names())),
          part.share().map(ShareText::percent).orElse("unknown")
              + " | "
              + ShareText.few(part.probability()));
    }
  }

  private void witness(Witness witness) {
    text.append("\nThe event happens, for instance: ");
    text.append(Markdown.escaped(StateWords.witness(verification, witness))).append(".\n");
  }

  private void row(String name, String value) {
    text.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }

  private static String link(Path certificate) {
    String address = DocumentUri.of(certificate).replace("(", "%28").replace(")", "%29");
    return "[" + Markdown.escaped(certificate.getFileName().toString()) + "](" + address + ")";
  }
}
