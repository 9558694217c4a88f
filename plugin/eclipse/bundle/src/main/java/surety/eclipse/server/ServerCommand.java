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

  /**
   * The words of the command. The heap stays small, and what is not needed goes back to the system;
   * Guice without generated code starts sooner.
   */
  List<String> words() {
    return List.of(
        java.toString(),
        "-Xshare:auto",
        "-XX:+UseSerialGC",
        "-Xmx2g",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=30",
        "-Dguice_bytecode_gen_option=DISABLED",
        "-jar",
        jar.toString(),
        "language-server");
  }

  /** Why it cannot be started; empty if nothing speaks against it. */
  String hindrance() {
    if (!Files.isExecutable(java)) {
      return "there is no Java at " + java;
    }
    if (!Files.isReadable(jar)) {
      return "its file " + jar.toString().replace(File.separatorChar, '/') + " cannot be read";
    }
    return "";
  }
}
