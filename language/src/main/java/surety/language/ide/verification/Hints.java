package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;

/** The last bounds, behind properties and queries. */
final class Hints {
  private Hints() {}

  /** Those of the lines from the first to the last, of which 0 is the first of the document. */
  static List<InlayHint> of(
      VerificationSnapshot snapshot, List<ClaimPlace> places, int first, int last) {
    List<InlayHint> hints = new ArrayList<>();
    for (ClaimPlace place : places) {
      int line = place.end().getLine();
      if (line >= first && line <= last) {
        snapshot.find(place.name()).flatMap(v -> of(v, place)).ifPresent(hints::add);
      }
    }
    return hints;
  }

  private static Optional<InlayHint> of(Verification verification, ClaimPlace place) {
    return verification.evidence().map(evidence -> hint(verification, evidence, place));
  }

  private static InlayHint hint(Verification verification, Evidence evidence, ClaimPlace place) {
    boolean holds = verification.established().isPresent();
    String before = holds ? (evidence.isSingle() ? "in " : "") : "was ";
    InlayHint hint =
        new InlayHint(place.end(), Either.forLeft(before + StateWords.bounds(evidence)));
    hint.setPaddingLeft(true);
    hint.setTooltip(new MarkupContent("markdown", Details.of(verification)));
    return hint;
  }
}
