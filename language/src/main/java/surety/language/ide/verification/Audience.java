package surety.language.ide.verification;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import surety.language.Region;
import surety.language.ide.protocol.SuretyClient;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;

/**
 * The editor as far as it hears of states: it is told what it asked for, and asked to draw again
 * what it draws from them.
 */
public final class Audience {
  private static final int PACE_MILLISECONDS = 500;

  /**
   * An editor that is told to ask again more often than it can be answered never shows an answer.
   */
  private static final int REDRAWING_MILLISECONDS = 200;

  /** What lenses, hints and messages were drawn from. */
  private record Look(
      Region region,
      VerificationState state,
      Optional<String> message,
      Optional<Evidence> evidence) {
    static Look of(Verification verification) {
      return new Look(
          verification.obligation().region(),
          verification.state(),
          verification.message(),
          verification.evidence());
    }
  }

  /** What was drawn last, as far as it matters for drawing again. */
  private record Drawn(Optional<String> errors, Map<String, Look> looks, Instant when) {
    boolean isUnderWay() {
      return looks.values().stream().anyMatch(look -> look.state().isUnderWay());
    }
  }

  /** What was told last, but for its version. */
  private record Said(
      String uri,
      Optional<String> errors,
      Set<String> unread,
      Map<String, Verification> verifications) {
    static Said of(VerificationSnapshot snapshot, String uri) {
      Map<String, Verification> verifications = new LinkedHashMap<>();
      snapshot.verifications().forEach(v -> verifications.put(v.name(), v));
      return new Said(uri, snapshot.errors(), snapshot.unread(), verifications);
    }

    /** Whether the same properties and queries were told of in the same order. */
    boolean isOfTheSame(Said before) {
      return uri.equals(before.uri)
          && List.copyOf(verifications.keySet()).equals(List.copyOf(before.verifications.keySet()));
    }

    boolean isAsBefore(Said before, Verification verification) {
      String name = verification.name();
      return verification.equals(before.verifications.get(name))
          && unread.contains(name) == before.unread.contains(name);
    }
  }

  private final SuretyClient client;
  private final Abilities abilities;
  private final Consumer<String> messages;
  private final RunProgress progress;
  private final Map<Path, Drawn> drawn = new HashMap<>();
  private final Map<Path, Long> told = new HashMap<>();
  private final Map<Path, Said> last = new HashMap<>();
  private final Pace redrawing;

  /**
   * @param messages called with the address of a document whose messages may have changed
   */
  Audience(SuretyClient client, Abilities abilities, Consumer<String> messages, Alarm alarm) {
    this.client = client;
    this.abilities = abilities;
    this.messages = messages;
    this.progress = new RunProgress(client);
    this.redrawing = new Pace(REDRAWING_MILLISECONDS, alarm, this::redraw);
  }

  /** Whether pictures can be shown at all. */
  boolean hasPictures() {
    return abilities.showBand() || abilities.showDocument();
  }

  /** Whether an input can be tried. */
  boolean triesInputs() {
    return abilities.tryInput();
  }

  SuretyClient client() {
    return client;
  }

  RunProgress progress() {
    return progress;
  }

  /**
   * Tells of one specification, unless something newer was told of it already, or the same: most
   * edits change no state.
   */
  synchronized void show(VerificationSnapshot snapshot, String uri, Instant now) {
    if (snapshot.version() < told.getOrDefault(snapshot.file(), 0L)) {
      return;
    }
    told.put(snapshot.file(), snapshot.version());
    Said said = Said.of(snapshot, uri);
    Said before = last.put(snapshot.file(), said);
    if (before == null || !said.isOfTheSame(before) || !said.equals(before)) {
      tell(snapshot, said, before, now);
    }
  }

  private void tell(VerificationSnapshot snapshot, Said said, Said before, Instant now) {
    String uri = said.uri();
    if (abilities.verification()) {
      client.verification(
          before != null && said.isOfTheSame(before)
              ? Statuses.of(snapshot, uri, v -> !said.isAsBefore(before, v))
              : Statuses.of(snapshot, uri));
    }
    if (abilities.progress()) {
      progress.show(snapshot);
    }
    Drawn shown = drawn.get(snapshot.file());
    if (isWorthDrawing(snapshot, now)) {
      messages.accept(uri);
      if (shown != null && shown.isUnderWay() && !snapshot.isUnderWay()) {
        // Otherwise what cancels a run would stand beside its result.
        redrawing.now();
      } else {
        redrawing.ask();
      }
    }
  }

  private static Map<String, Look> looks(VerificationSnapshot snapshot) {
    Map<String, Look> looks = new LinkedHashMap<>();
    snapshot.verifications().forEach(v -> looks.put(v.name(), Look.of(v)));
    return looks;
  }

  /** A new state is drawn at once; how far a run has come, twice a second. */
  private boolean isWorthDrawing(VerificationSnapshot snapshot, Instant now) {
    Map<String, Look> looks = looks(snapshot);
    Drawn before = drawn.get(snapshot.file());
    boolean isNew =
        before == null
            || !before.errors().equals(snapshot.errors())
            || !before.looks().equals(looks);
    boolean isDue =
        isNew
            || (snapshot.isUnderWay()
                && !now.isBefore(before.when().plusMillis(PACE_MILLISECONDS)));
    if (isDue) {
      drawn.put(snapshot.file(), new Drawn(snapshot.errors(), looks, now));
    }
    return isDue;
  }

  private void redraw() {
    if (abilities.lensRefresh()) {
      var unused = client.refreshCodeLenses();
    }
    if (abilities.hintRefresh()) {
      var unused = client.refreshInlayHints();
    }
  }

  /**
   * A specification is there no more.
   *
   * @param version after all that were told of it
   */
  synchronized void gone(Path file, String uri, long version) {
    told.put(file, version);
    drawn.remove(file);
    last.remove(file);
    progress.gone(file);
    if (abilities.verification()) {
      client.verification(Statuses.gone(uri, version));
    }
  }
}
