package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import surety.language.Region;
import surety.language.ide.document.DocumentUri;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;
import surety.language.ide.protocol.Standing;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;

/** What Surety's own clients are told, from one snapshot. */
final class Statuses {
  private Statuses() {}

  /** All of a specification. */
  static SpecificationStatus of(VerificationSnapshot snapshot, String uri) {
    return new SpecificationStatus(
        uri,
        snapshot.version(),
        true,
        snapshot.errors().orElse(null),
        StateWords.summary(snapshot),
        snapshot.verifications().stream().map(v -> of(snapshot, v)).toList());
  }

  /** Of what has changed; all else is as it was told last. */
  static SpecificationStatus of(
      VerificationSnapshot snapshot, String uri, Predicate<Verification> isChanged) {
    return new SpecificationStatus(
        uri,
        snapshot.version(),
        false,
        snapshot.errors().orElse(null),
        StateWords.summary(snapshot),
        snapshot.verifications().stream().filter(isChanged).map(v -> of(snapshot, v)).toList());
  }

  /** Which results hold. */
  static Standing standing(VerificationSnapshot snapshot) {
    return new Standing(
        snapshot.version(),
        snapshot.verifications().stream()
            .filter(v -> v.state().isEstablished() || v.state() == VerificationState.FAILED)
            .map(Verification::name)
            .toList());
  }

  /** A specification that is there no more. */
  static SpecificationStatus gone(String uri, long version) {
    return new SpecificationStatus(uri, version, true, null, "", List.of());
  }

  private static PropertyStatus of(VerificationSnapshot snapshot, Verification verification) {
    Optional<Evidence> established = verification.established();
    return new PropertyStatus(
        verification.name(),
        verification.obligation().title().orElse(null),
        verification.obligation().kind().name().toLowerCase(Locale.ROOT),
        verification.obligation().text(),
        StateWords.state(verification),
        StateWords.label(verification),
        established.map(StateWords::bounds).orElse(null),
        established.map(StateWords::gap).orElse(null),
        established.flatMap(StateWords::margin).orElse(null),
        established.map(Evidence::seconds).orElse(null),
        established.map(e -> e.established().toString()).orElse(null),
        established.map(StateWords::found).orElse(null),
        established.flatMap(Evidence::certificate).map(DocumentUri::of).orElse(null),
        StateWords.message(verification).orElse(null),
        verification.percent().orElse(null),
        range(verification.obligation().region()),
        actions(snapshot, verification),
        Details.of(verification));
  }

  /** Where something is, as editors count. */
  static Range range(Region region) {
    Position start = new Position(region.line() - 1, region.column() - 1);
    return new Range(start, new Position(start.getLine(), start.getCharacter() + region.length()));
  }

  /** What can be done now. */
  static List<String> actions(VerificationSnapshot snapshot, Verification verification) {
    List<String> actions = new ArrayList<>();
    if (verification.state().isUnderWay()) {
      actions.add("cancel");
    } else if (snapshot.isReadable(verification)) {
      actions.add("verify");
      if (hasCertificate(verification)) {
        actions.add("replay");
      }
    }
    if (verification.established().isPresent()
        || verification.state() == VerificationState.RUNNING) {
      actions.add("showBand");
    }
    return List.copyOf(actions);
  }

  /** Of what is claimed now; one about an earlier version could only be refused. */
  private static boolean hasCertificate(Verification verification) {
    return verification
        .evidence()
        .filter(e -> e.statement().equals(verification.obligation().statement()))
        .flatMap(Evidence::certificate)
        .isPresent();
  }
}
