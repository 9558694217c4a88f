package surety.eclipse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java that runs the server.
 *
 * @param program its executable, which need not be there
 */
public record Java(Path program) {
  /** The oldest version that can run the server. */
  static final int OLDEST = 17;

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?([0-9]{1,4})");

  /**
   * The one that is named.
   *
   * @param setting an executable or the folder of a JDK; empty means the one that runs the
   *     workbench, for that is there, and seldom too old
   */
  static Java of(String setting) {
    return new Java(
        program(Path.of(setting.isEmpty() ? System.getProperty("java.home") : setting)));
  }

  private static Path program(Path named) {
    return Stream.of("bin/java", "bin/java.exe", "java", "java.exe")
        .map(named::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(named);
  }

  /** Why what is named cannot run the server, for people; empty if nothing speaks against it. */
  public static String hindrance(String setting) {
    try {
      return of(setting).hindrance();
    } catch (InvalidPathException e) {
      return "'" + setting + "' is no path";
    }
  }

  private String hindrance() {
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      return "there is no Java at " + program;
    }
    int version = version();
    return version < OLDEST
        ? program + " is Java " + version + ", but it has to be " + OLDEST + " or newer"
        : "";
  }

  /** As the JDK's own file says; the oldest that is good enough if it says nothing. */
  private int version() {
    try {
      Path release = program.toRealPath().resolveSibling("../release").normalize();
      Matcher version = VERSION.matcher(Files.readString(release));
      return version.find() ? Integer.parseInt(version.group(1)) : OLDEST;
    } catch (IOException e) {
      return OLDEST;
    }
  }
}
