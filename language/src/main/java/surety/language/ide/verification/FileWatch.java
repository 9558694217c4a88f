package surety.language.ide.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks now and then at files that others may change: an editor reports only what is in its
 * folders, if it reports anything.
 */
final class FileWatch {
  /** How a file looked, as far as that costs nothing. */
  private record Look(FileTime modified, long size) {}

  private static final int MILLISECONDS = 1000;

  private final Supplier<Set<Path>> files;
  private final Consumer<Set<Path>> changed;
  private final Alarm alarm;
  private Map<Path, Optional<Look>> looks = Map.of();

  /**
   * As long as the alarm is there.
   *
   * @param files those to be looked at
   * @param changed told of those that look otherwise than before
   */
  static void begin(Supplier<Set<Path>> files, Consumer<Set<Path>> changed, Alarm alarm) {
    new FileWatch(files, changed, alarm).again();
  }

  private FileWatch(Supplier<Set<Path>> files, Consumer<Set<Path>> changed, Alarm alarm) {
    this.files = files;
    this.changed = changed;
    this.alarm = alarm;
  }

  private void again() {
    alarm.after(MILLISECONDS, this::lookAndGoOn);
  }

  /** Whatever becomes of one look, there is another. */
  private void lookAndGoOn() {
    try {
      look();
    } finally {
      again();
    }
  }

  private void look() {
    Map<Path, Optional<Look>> now = new HashMap<>();
    Set<Path> others = new HashSet<>();
    for (Path file : files.get()) {
      Optional<Look> look = look(file);
      now.put(file, look);
      if (looks.containsKey(file) && !looks.get(file).equals(look)) {
        others.add(file);
      }
    }
    looks = now;
    if (!others.isEmpty()) {
      changed.accept(others);
    }
  }

  private static Optional<Look> look(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Look(found.lastModifiedTime(), found.size()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
