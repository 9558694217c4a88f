package surety.language.translation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was made of files that were read, kept as long as they do not change: an editor asks for
 * them at each keystroke.
 */
final class SeenFiles<T> {
  /** Makes something of a file. */
  interface Reading<T> {
    T of(Path file) throws IOException;
  }

  private record Look(long size, FileTime modified, Optional<Object> key) {
    static Look at(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(now.size(), now.lastModifiedTime(), Optional.ofNullable(now.fileKey()));
    }
  }

  /**
   * @param others the other files that were read for it, and how they looked
   */
  private record Seen<T>(Look look, Map<Path, Look> others, T outcome) {
    boolean isStill(Path file) throws IOException {
      for (Map.Entry<Path, Look> other : others.entrySet()) {
        if (!Files.exists(other.getKey()) || !other.getValue().equals(Look.at(other.getKey()))) {
          return false;
        }
      }
      return look.equals(Look.at(file));
    }
  }

  /** Longer than the clocks of file systems stand still. */
  private static final Duration CLOCK = Duration.ofSeconds(2);

  private final Function<T, List<Path>> others;

  private final Map<Path, Seen<T>> seen;

  /**
   * For what is made of one file each.
   *
   * @param most how many are kept; those that nobody asked for go first
   */
  SeenFiles(int most) {
    this(most, outcome -> List.of());
  }

  /**
   * @param most how many are kept; those that nobody asked for go first
   * @param others the other files that were read for an outcome
   */
  SeenFiles(int most, Function<T, List<Path>> others) {
    this.others = others;
    seen =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Path, Seen<T>> eldest) {
            return size() > most;
          }
        };
  }

  /** A file that is written while it is read has other attributes afterwards, and is not kept. */
  T get(Path file, Reading<T> reading) throws IOException {
    Look before = Look.at(file);
    Optional<Seen<T>> known = find(file);
    if (known.isPresent() && known.get().isStill(file)) {
      return known.get().outcome();
    }
    Instant begin = Instant.now();
    T outcome = reading.of(file);
    Map<Path, Look> further = new HashMap<>();
    boolean areOld = true;
    for (Path other : others.apply(outcome)) {
      Look look = Look.at(other);
      areOld &= look.modified().toInstant().isBefore(begin.minus(CLOCK));
      further.put(other, look);
    }
    Seen<T> now = new Seen<>(before, further, outcome);
    // How another file looked before it was read nobody knows: it must have been like that long.
    if (areOld && now.isStill(file)) {
      keep(file, now);
    }
    return outcome;
  }

  private synchronized Optional<Seen<T>> find(Path file) {
    return Optional.ofNullable(seen.get(file));
  }

  private synchronized void keep(Path file, Seen<T> outcome) {
    seen.put(file, outcome);
  }
}
