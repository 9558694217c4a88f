package surety.eclipse.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a server that dies is started again: not for ever, if it dies each time. */
final class RestartLimit {
  static final int STARTS = 4;
  static final Duration WITHIN = Duration.ofMinutes(5);

  private final Deque<Instant> starts = new ArrayDeque<>();

  /** Whether it may be started now; counts it if so. */
  boolean allows(Instant now) {
    while (!starts.isEmpty() && starts.peekFirst().isBefore(now.minus(WITHIN))) {
      starts.removeFirst();
    }
    if (starts.size() >= STARTS) {
      return false;
    }
    starts.addLast(now);
    return true;
  }

  /** Somebody wants it tried again. */
  void reset() {
    starts.clear();
  }
}
