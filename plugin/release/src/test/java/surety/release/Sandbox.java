package surety.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An empty folder, a path with a few named tools in it, and no other variables than are set here.
 */
final class Sandbox {
  private final Path folder;
  private final Path tools;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /** Makes its folders below this one: {@code home}, {@code tools} and {@code work}. */
  Sandbox(Path folder) throws IOException {
    // Of the test's own folders others than their owner see nothing, and some runs are by others.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    this.folder = folder;
    this.tools = Files.createDirectory(folder.resolve("tools"));
    Files.createDirectory(work());
    Files.createDirectory(home());
    set("PATH", tools.toString());
    set("HOME", home().toString());
  }

  /** Where commands run. */
  Path work() {
    return folder.resolve("work");
  }

  /** The home of who runs them. */
  Path home() {
    return folder.resolve("home");
  }

  Sandbox set(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Lets commands find these, which this machine has. */
  Sandbox with(String... names) throws IOException {
    for (String name : names) {
      Path tool = find(name).orElseThrow(() -> new IllegalStateException(name + " is not here"));
      script(tools.resolve(name), "exec '" + tool + "' \"$@\"");
    }
    return this;
  }

  /** Lets commands find the Java that runs this, through a link as systems have them. */
  Sandbox withJava() throws IOException {
    Files.createSymbolicLink(
        tools.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java"));
    return this;
  }

  /** Takes that link away, before all of it is deleted. */
  void removeJava() throws IOException {
    Files.deleteIfExists(tools.resolve("java"));
  }

  /** Lets commands find a script under this name. */
  Sandbox withScript(String name, String... lines) throws IOException {
    script(tools.resolve(name), lines);
    return this;
  }

  /** Writes a script that can be run. */
  static void script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A Java that prints its arguments, one to a line; it is of this version by its release file. */
  static Path fakeJava(Path folder, String version) throws IOException {
    script(
        folder.resolve("bin/java"),
        "case $* in *surety.cli.Rehearsal*)",
        "  for a do case $a in -XX:ArchiveClassesAtExit=*) echo classes >\"${a#*=}\";; esac; done;;",
        "esac",
        "printf '%s\\n' \"$@\"");
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder;
  }

  static Optional<Path> find(String name) {
    return Pattern.compile(":")
        .splitAsStream(System.getenv("PATH"))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Run run(Object... command) {
    return Run.of(work(), environment, words(command));
  }

  /** As somebody who cannot write what others keep read-only, if this is run by root. */
  Run runWithoutPrivileges(Object... command) throws IOException {
    List<String> words = words(command);
    if (isRoot()) {
      List<String> nobody =
          List.of("--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all");
      words.addAll(0, nobody);
      words.add(0, find("setpriv").orElseThrow().toString());
      for (Path own : List.of(work(), home())) {
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
    return Run.of(work(), environment, words);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static List<String> words(Object... command) {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    return words;
  }
}
