package surety.language.ide.verification;

import java.nio.file.Path;
import java.util.Locale;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.language.display.ClaimLevel;
import surety.language.display.ImpossibleText;
import surety.language.display.Markdown;
import surety.language.display.ShareText;
import surety.language.ide.document.DocumentUri;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationState;
import surety.solver.HeavyCell;
import surety.solver.witness.Witness;

/** All that is known of a property or query, as Markdown. */
final class Details {
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
    if (!evidence.isBand()) {
      row("gap between the bounds", StateWords.gap(evidence));
    }
    if (holds) {
      StateWords.margin(evidence).ifPresent(margin -> row("distance to the limit", margin));
      row("holds", ClaimLevel.REALS + " (level R)");
    }
    row(
        evidence.isReplayed() ? "replayed" : "found",
        StateWords.found(evidence) + ", in " + StateWords.seconds(evidence.seconds()));
    row("cells", String.format(Locale.ROOT, "%,d", evidence.cells()));
    row("certificate", evidence.certificate().map(Details::link).orElse("none"));
    if (holds) {
      // Of an event that is not likely enough, an input for which it happens explains nothing.
      boolean isInside = evidence.state() != VerificationState.VIOLATED || evidence.isTooLarge();
      boxes(evidence, isInside);
      evidence.witness().filter(w -> isInside).ifPresent(this::witness);
      if (evidence.impossible()) {
        String words = ImpossibleText.of(evidence.verdict(), evidence.upper());
        text.append('\n').append(Character.toUpperCase(words.charAt(0)));
        text.append(words.substring(1)).append(".\n");
      }
    }
  }

  /** The heaviest parts of the inputs, with their shares. */
  private void boxes(Evidence evidence, boolean isInside) {
    if (evidence.heaviest().isEmpty()) {
      return;
    }
    text.append("\n| where it ").append(isInside ? "happens" : "does not happen");
    text.append(" most often (estimates) | share | probability |\n|---|---|---|\n");
    Bound lower = isInside ? evidence.lower() : complement(evidence.upper());
    Bound upper = isInside ? evidence.upper() : complement(evidence.lower());
    for (HeavyCell cell : evidence.heaviest()) {
      row(
          Markdown.escaped(StateWords.box(verification, cell)),
          ShareText.of(cell.probability(), lower, upper) + " | " + StateWords.probability(cell));
    }
  }

  private static Bound complement(Bound bound) {
    return Bound.of(Dyadic.ONE.minus(bound.dyadic()));
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
