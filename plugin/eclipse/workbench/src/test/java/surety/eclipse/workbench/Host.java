package surety.eclipse.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this machine has. */
final class Host {

  private static final List<String> LIBRARY_FOLDERS =
      List.of("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib");

  private Host() {}

  /** What a workbench would need and is not there, for people; empty if nothing is missing. */
  static List<String> missing() {
    List<String> missing = new ArrayList<>();
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.equals("Linux amd64")) {
      missing.add("Linux on amd64 (this is " + system + ")");
      return missing;
    }
    if (program("Xvfb").isEmpty()) {
      missing.add("Xvfb (Debian: xvfb)");
    }
    if (!library("libgtk-3.so.0")) {
      missing.add("GTK 3 (Debian: libgtk-3-0)");
    }
    return missing;
  }

  /** Where a program is. */
  static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(Pattern.quote(java.io.File.pathSeparator), -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean library(String name) {
    return LIBRARY_FOLDERS.stream().anyMatch(folder -> Files.exists(Path.of(folder, name)));
  }
}
