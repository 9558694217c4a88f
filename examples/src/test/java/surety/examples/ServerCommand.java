package surety.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command with which editors start the language server. */
final class ServerCommand {
  private ServerCommand() {}

  /**
   * Of the server in a folder with {@code surety.jar}, and perhaps the options and the archive of
   * classes beside it.
   */
  static List<String> of(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path options = folder.resolve("server.options");
    if (Files.exists(options)) {
      command.add("@" + options.toAbsolutePath().normalize());
    }
    Path archive = folder.resolve("surety.jsa");
    if (Files.exists(archive)) {
      command.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath().normalize());
    }
    command.addAll(
        List.of(
            "-jar",
            folder.resolve("surety.jar").toAbsolutePath().normalize().toString(),
            "language-server"));
    return command;
  }
}
