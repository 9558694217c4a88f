package surety.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The archives that the build made. */
final class Archive {
  private Archive() {}

  /** The one for tar. */
  static Path tar() {
    return Path.of(System.getProperty("surety.archive") + ".tar.gz");
  }

  /** The one for zip. */
  static Path zip() {
    return Path.of(System.getProperty("surety.archive") + ".zip");
  }

  /** The only folder at its top. */
  static String top() {
    return Path.of(System.getProperty("surety.archive")).getFileName().toString();
  }

  /** Unpacks it as its users do, and says where it is then. */
  static Path unpack(Path folder) {
    Run.of(folder, System.getenv(), List.of("tar", "-xzf", tar().toString())).expecting(0);
    return folder.resolve(top());
  }

  /** All files below a folder, by their paths within it. */
  static List<String> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is printed of the archive by tar: modes, owners, sizes, times, names. */
  static List<String> listing() {
    return Run.of(
            Path.of("."),
            Map.of("PATH", System.getenv("PATH"), "TZ", "UTC", "LC_ALL", "C"),
            List.of("tar", "--numeric-owner", "-tvzf", tar().toString()))
        .expecting(0)
        .out()
        .lines()
        .toList();
  }
}
