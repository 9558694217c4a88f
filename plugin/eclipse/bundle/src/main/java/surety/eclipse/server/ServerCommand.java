package surety.eclipse.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command that starts the language server. */
record ServerCommand(Path java, Path jar) {
  /** With the Java that runs the workbench: it is there, and new enough. */
  static ServerCommand of(Path jar) {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path windows = bin.resolve("java.exe");
    return new ServerCommand(Files.exists(windows) ? windows : bin.resolve("java"), jar);
  }

  /** The words of the command; the options of Java that suit the server lie beside it. */
  List<String> words() {
    return List.of(java.toString(), "@" + options(), "-jar", jar.toString(), "language-server");
  }

  private Path options() {
    return jar.resolveSibling("server.options");
  }

  /** Why it cannot be started; empty if nothing speaks against it. */
  String hindrance() {
    if (!Files.isExecutable(java)) {
      return "there is no Java at " + java;
    }
    for (Path needed : List.of(jar, options())) {
      if (!Files.isReadable(needed)) {
        return "its file " + needed.toString().replace(File.separatorChar, '/') + " cannot be read";
      }
    }
    return "";
  }
}
