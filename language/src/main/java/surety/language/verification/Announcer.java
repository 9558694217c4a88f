package surety.language.verification;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Tells the listeners what changed, in a thread of its own. A slow listener delays others, but not
 * the work, and it is never more than one snapshot for each file behind.
 */
final class Announcer implements AutoCloseable {
  private final Function<Path, Optional<VerificationSnapshot>> snapshots;
  private final List<VerificationListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<Path> changed = new HashSet<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Workers.named("surety-announcer", Thread.NORM_PRIORITY));

  /** With the newest snapshot of a file; empty if it is to be told of no more. */
  Announcer(Function<Path, Optional<VerificationSnapshot>> snapshots) {
    this.snapshots = snapshots;
  }

  void add(VerificationListener listener) {
    listeners.add(listener);
  }

  void remove(VerificationListener listener) {
    listeners.remove(listener);
  }

  /** A file changed; what it changed to is asked for when it is told. */
  void changed(Path file) {
    synchronized (changed) {
      if (!thread.isShutdown() && changed.add(file)) {
        thread.execute(() -> tell(file));
      }
    }
  }

  private void tell(Path file) {
    synchronized (changed) {
      changed.remove(file);
    }
    Optional<VerificationSnapshot> snapshot = snapshots.apply(file);
    if (snapshot.isPresent()) {
      tell(listeners.iterator(), snapshot.get());
    }
  }

  /** One that throws takes nothing from the others. */
  private static void tell(Iterator<VerificationListener> rest, VerificationSnapshot snapshot) {
    if (rest.hasNext()) {
      try {
        rest.next().changed(snapshot);
      } finally {
        tell(rest, snapshot);
      }
    }
  }

  /** What changed before is still told. */
  @Override
  public void close() {
    synchronized (changed) {
      thread.shutdown();
    }
  }
}
