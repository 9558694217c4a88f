package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;

/** The lines above properties and queries: where they stand, and what can be done. */
final class Lenses {
  private static final Range TOP = new Range(new Position(0, 0), new Position(0, 0));

  private final String uri;
  private final VerificationSnapshot snapshot;
  private final boolean hasPictures;
  private final boolean triesInputs;
  private final List<CodeLens> lenses = new ArrayList<>();

  private Lenses(
      String uri, VerificationSnapshot snapshot, boolean hasPictures, boolean triesInputs) {
    this.uri = uri;
    this.hasPictures = hasPictures;
    this.triesInputs = triesInputs;
    this.snapshot = snapshot;
  }

  static List<CodeLens> of(
      String uri,
      VerificationSnapshot snapshot,
      List<ClaimPlace> places,
      boolean hasPictures,
      boolean triesInputs) {
    Lenses lenses = new Lenses(uri, snapshot, hasPictures, triesInputs);
    if (!snapshot.verifications().isEmpty()) {
      lenses.all();
    }
    for (ClaimPlace place : places) {
      snapshot.find(place.name()).ifPresent(v -> lenses.one(v, place.head()));
    }
    return lenses.lenses;
  }

  private void all() {
    String summary = StateWords.summary(snapshot);
    if (snapshot.verifications().stream().noneMatch(snapshot::isReadable)) {
      add(TOP, "nothing can be verified among errors", "", List.of());
    } else if (snapshot.isUnderWay()) {
      add(TOP, summary + ": cancel all", Commands.CANCEL, List.of(uri));
    } else {
      add(TOP, "Verify all (" + summary + ")", Commands.VERIFY_ALL, List.of(uri));
    }
  }

  private void one(Verification verification, Range range) {
    List<Object> arguments = List.of(uri, verification.name());
    List<String> actions = Statuses.actions(snapshot, verification);
    String state = state(verification);
    if (actions.contains("cancel")) {
      add(range, state + ": cancel", Commands.CANCEL, arguments);
    } else {
      add(range, state, "", List.of());
    }
    if (actions.contains("verify")) {
      boolean known = verification.established().isPresent();
      add(range, known ? "Verify again" : "Verify", Commands.VERIFY, arguments);
    }
    if (actions.contains("replay")) {
      add(range, "Replay", Commands.REPLAY, arguments);
    }
    if (actions.contains("showBand") && hasPictures) {
      add(range, "Show band", Commands.SHOW_BAND, arguments);
    }
    if (triesInputs && snapshot.isReadable(verification)) {
      add(range, "Try an input", Commands.TRY_INPUT, arguments);
    }
  }

  private String state(Verification verification) {
    Optional<Evidence> established = verification.established();
    return StateWords.label(verification)
        + established.map(e -> ", " + StateWords.found(e)).orElse("");
  }

  private void add(Range range, String title, String command, List<Object> arguments) {
    lenses.add(new CodeLens(range, new Command(title, command, arguments), null));
  }
}
