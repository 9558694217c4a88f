package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import surety.language.display.Claims;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;

/** What is violated, undecided or failed says among the messages on a document. */
final class VerdictMessages {
  /** A message is short; the details have more of them. */
  private static final int MOST_BOXES = 3;

  private final String uri;
  private final boolean hasRelated;

  /**
   * @param hasRelated whether the editor shows what belongs to a message; otherwise it becomes part
   *     of the message
   */
  VerdictMessages(String uri, boolean hasRelated) {
    this.uri = uri;
    this.hasRelated = hasRelated;
  }

  /** Of a specification; none if there is nothing to complain about. */
  List<Diagnostic> of(VerificationSnapshot snapshot) {
    List<Diagnostic> messages = new ArrayList<>();
    for (Verification verification : snapshot.verifications()) {
      of(verification).ifPresent(messages::add);
    }
    return messages;
  }

  private Optional<Diagnostic> of(Verification verification) {
    VerificationState state = verification.state();
    if (state != VerificationState.VIOLATED
        && state != VerificationState.UNDECIDED
        && state != VerificationState.FAILED) {
      return Optional.empty();
    }
    Range range = Statuses.range(verification.obligation().region());
    Diagnostic message = new Diagnostic(range, text(verification));
    message.setSeverity(
        state == VerificationState.VIOLATED
            ? DiagnosticSeverity.Error
            : DiagnosticSeverity.Warning);
    message.setSource("surety");
    message.setCode(StateWords.state(verification));
    relate(message, verification);
    return Optional.of(message);
  }

  private static String text(Verification verification) {
    String name = "'" + verification.name() + "' is " + StateWords.state(verification);
    if (verification.state() == VerificationState.FAILED) {
      return "the verification of '"
          + verification.name()
          + "' failed: "
          + verification.message().orElse("");
    }
    Evidence evidence = verification.established().orElseThrow();
    String bounds =
        (evidence.isSingle()
                ? ": the " + Claims.name(evidence.statement().claim()) + " is in "
                : ": ")
            + StateWords.bounds(evidence)
            + evidence.required().map(r -> ", required is " + Claims.required(r)).orElse("");
    return verification.state() == VerificationState.VIOLATED
        ? name + bounds
        : name + bounds + evidence.shortfall().map(why -> "; " + why).orElse("");
  }

  private void relate(Diagnostic message, Verification verification) {
    List<String> related = related(verification);
    if (related.isEmpty()) {
      return;
    }
    if (!hasRelated) {
      message.setMessage(message.getMessage().getLeft() + "\n" + String.join("\n", related));
      return;
    }
    Location place = new Location(uri, message.getRange());
    message.setRelatedInformation(
        related.stream().map(text -> new DiagnosticRelatedInformation(place, text)).toList());
  }

  /**
   * What an engineer looks at next: where most of the probability is that violates the property,
   * and an input for which what is too likely happens. Of an event that is not likely enough, an
   * input for which it happens would explain nothing.
   */
  static List<String> related(Verification verification) {
    List<String> related = new ArrayList<>();
    if (verification.state() == VerificationState.VIOLATED) {
      Evidence evidence = verification.established().orElseThrow();
      boolean isTooLikely = evidence.isTooLarge();
      if (isTooLikely) {
        evidence
            .witness()
            .map(w -> "it happens, for instance: " + StateWords.witness(verification, w))
            .ifPresent(related::add);
      }
      String what = isTooLikely ? "where it often happens: " : "where it often does not happen: ";
      evidence.heaviest().stream()
          .limit(MOST_BOXES)
          .map(cell -> what + StateWords.heavy(verification, cell))
          .forEach(related::add);
    }
    return related;
  }
}
