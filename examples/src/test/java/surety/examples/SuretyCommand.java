package surety.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands with which editors start the language server, and the launcher a check. */
final class SuretyCommand {
  private SuretyCommand() {}

  /**
   * Of the server in a folder with {@code surety.jar}, and perhaps the options and the archive of
   * classes beside it.
   */
  static List<String> server(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path options = folder.resolve("server.options");
    if (Files.exists(options)) {
      command.add("@" + options.toAbsolutePath().normalize());
    }
    addJar(command, folder);
    command.add("language-server");
    return command;
  }

  /** Of the check of a specification, likewise. */
  static List<String> check(Path folder, Path specification) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xshare:auto", "-XX:+UseParallelGC", "-Dguice_bytecode_gen_option=DISABLED"));
    addJar(command, folder);
    command.addAll(List.of("check", specification.toString()));
    return command;
  }

  private static void addJar(List<String> command, Path folder) {
    // As the launcher names it.
    Path archive = folder.resolve("surety-" + System.getProperty("java.version") + ".jsa");
    if (Files.exists(archive)) {
      command.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath().normalize());
    }
    command.addAll(
        List.of("-jar", folder.resolve("surety.jar").toAbsolutePath().normalize().toString()));
  }
}
