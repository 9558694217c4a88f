package surety.language.ide.verification;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import surety.language.display.ClaimLevel;
import surety.language.ide.document.DocumentUri;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.solver.Witness;

/** All that is known of a property or query, as Markdown. */
final class Details {
  private final Verification verification;
  private final Instant now;
  private final StringBuilder text = new StringBuilder();

  private Details(Verification verification, Instant now) {
    this.verification = verification;
    this.now = now;
  }

  /** The text; of what holds no more, it says so. */
  static String of(Verification verification, Instant now) {
    Details details = new Details(verification, now);
    details.head();
    verification.evidence().ifPresent(details::table);
    return details.text.toString();
  }

  private void head() {
    String kind = verification.obligation().kind().name().toLowerCase(Locale.ROOT);
    text.append(kind).append(" **").append(verification.name()).append("**: **");
    text.append(StateWords.label(verification)).append("**\n\n");
    verification.obligation().title().ifPresent(title -> text.append(title).append("\n\n"));
    text.append('`').append(verification.obligation().text()).append("`\n\n");
    StateWords.message(verification).ifPresent(words -> text.append(words).append("\n\n"));
  }

  private void table(Evidence evidence) {
    boolean holds = verification.established().isPresent();
    text.append(holds ? "| bounds | " : "| last bounds, of an earlier state | ");
    text.append(StateWords.bounds(evidence)).append(" |\n|---|---|\n");
    if (!evidence.isBand()) {
      row("gap between the bounds", StateWords.gap(evidence));
    }
    StateWords.margin(evidence).ifPresent(margin -> row("distance to the limit", margin));
    row("holds", ClaimLevel.REALS + " (level R)");
    row(
        evidence.isReplayed() ? "replayed" : "found",
        StateWords.age(evidence, now) + " in " + StateWords.seconds(evidence.seconds()));
    row("cells", String.format(Locale.ROOT, "%,d", evidence.cells()));
    row("certificate", evidence.certificate().map(Details::link).orElse("none"));
    if (holds) {
      List<String> related = VerdictMessages.related(verification);
      if (related.isEmpty()) {
        evidence.witness().ifPresent(this::witness);
      }
      text.append(related.isEmpty() ? "" : "\n");
      related.forEach(words -> text.append("- ").append(words).append('\n'));
      if (evidence.impossible()) {
        text.append("\nThe event is impossible: no input makes it happen.\n");
      }
    }
  }

  private void witness(Witness witness) {
    text.append("\nThe event happens, for instance: ");
    text.append(StateWords.witness(verification, witness)).append(".\n");
  }

  private void row(String name, String value) {
    text.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }

  private static String link(Path certificate) {
    return "[" + certificate.getFileName() + "](" + DocumentUri.of(certificate) + ")";
  }
}
