package surety.language.translation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was made of files that were read, kept as long as they do not change: an editor asks for
 * them at each keystroke.
 */
final class SeenFiles<T> {
  /** Makes something of a file. */
  interface Reading<T> {
    T of(Path file) throws IOException;
  }

  private record Seen<T>(long size, FileTime modified, Optional<Object> key, T outcome) {
    boolean isStill(BasicFileAttributes now) {
      return size == now.size()
          && modified.equals(now.lastModifiedTime())
          && key.equals(Optional.ofNullable(now.fileKey()));
    }
  }

  private final Map<Path, Seen<T>> seen;

  /**
   * @param most how many are kept; those that nobody asked for go first
   */
  SeenFiles(int most) {
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
    BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
    Optional<Seen<T>> known = find(file);
    if (known.isPresent() && known.get().isStill(before)) {
      return known.get().outcome();
    }
    T outcome = reading.of(file);
    Seen<T> now =
        new Seen<>(
            before.size(),
            before.lastModifiedTime(),
            Optional.ofNullable(before.fileKey()),
            outcome);
    if (now.isStill(Files.readAttributes(file, BasicFileAttributes.class))) {
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
