package surety.language.ide.verification;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import surety.language.ide.protocol.SuretyClient;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;

/**
 * The editor as far as it hears of states: it is told what it asked for, and asked to draw again
 * what it draws from them.
 */
public final class Audience {
  private static final int PACE_MILLISECONDS = 500;

  /** What was drawn last, as far as it matters for drawing again. */
  private record Drawn(String states, Instant when) {}

  private final SuretyClient client;
  private final Abilities abilities;
  private final Consumer<String> messages;
  private final RunProgress progress;
  private final Map<Path, Drawn> drawn = new HashMap<>();

  /**
   * @param messages called with the address of a document whose messages may have changed
   */
  public Audience(SuretyClient client, Abilities abilities, Consumer<String> messages) {
    this.client = client;
    this.abilities = abilities;
    this.messages = messages;
    this.progress = new RunProgress(client);
  }

  /** Whether pictures can be shown at all. */
  boolean hasPictures() {
    return abilities.showBand() || abilities.showDocument();
  }

  SuretyClient client() {
    return client;
  }

  RunProgress progress() {
    return progress;
  }

  /** Tells of one specification; called from one thread at a time. */
  void show(VerificationSnapshot snapshot, String uri, Instant now) {
    if (abilities.verification()) {
      client.verification(Statuses.of(snapshot, uri, now));
    }
    if (abilities.progress()) {
      progress.show(snapshot);
    }
    if (isWorthDrawing(snapshot, now)) {
      messages.accept(uri);
      redraw();
    }
  }

  /** A new state is drawn at once; how far a run has come, twice a second. */
  private synchronized boolean isWorthDrawing(VerificationSnapshot snapshot, Instant now) {
    StringBuilder states = new StringBuilder(snapshot.errors().orElse(""));
    for (Verification v : snapshot.verifications()) {
      states.append('\n').append(v.name()).append(' ').append(v.state()).append(v.message());
      states.append(v.evidence().map(e -> e.established().toString()).orElse(""));
    }
    Drawn before = drawn.get(snapshot.file());
    boolean isNew = before == null || !before.states().equals(states.toString());
    boolean isDue =
        isNew
            || (snapshot.isUnderWay() && now.isAfter(before.when().plusMillis(PACE_MILLISECONDS)));
    if (isDue) {
      drawn.put(snapshot.file(), new Drawn(states.toString(), now));
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

  /** A specification is there no more. */
  void gone(String uri, long version) {
    if (abilities.verification()) {
      client.verification(Statuses.gone(uri, version));
    }
  }
}
