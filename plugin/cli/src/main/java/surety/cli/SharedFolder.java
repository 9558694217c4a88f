package surety.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One folder for the certificates of several specifications. */
final class SharedFolder {
  private SharedFolder() {}

  /**
   * Which of them would replace each other's certificates there, as those of a/f.sure and b/f.sure
   * would; capital letters make no difference on some systems.
   *
   * @return two of the files and what happens, for a message
   */
  static Optional<String> clash(List<Path> specifications, Path folder) {
    Map<String, Path> stems = new HashMap<>();
    for (Path file : specifications) {
      String stem = file.getFileName().toString().toLowerCase(Locale.ROOT);
      Path other = stems.putIfAbsent(stem, file);
      if (other != null) {
        return Optional.of(other + " and " + file + " would share their certificates in " + folder);
      }
    }
    return Optional.empty();
  }
}
