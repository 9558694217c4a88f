package surety.eclipse.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command that starts the language server. */
record ServerCommand(Path java, Path jar) {
  /**
   * With the Java that is named, or the one that runs the workbench.
   *
   * @param setting an executable or a folder, or empty
   * @throws ServerUnavailable if it could not start anything
   */
  static ServerCommand of(String setting, Path jar) throws ServerUnavailable {
    String hindrance = Java.hindrance(setting);
    if (!hindrance.isEmpty()) {
      throw ServerUnavailable.withoutJava(hindrance);
    }
    ServerCommand command = new ServerCommand(Java.of(setting).program(), jar);
    for (Path needed : List.of(jar, command.options())) {
      if (!Files.isReadable(needed)) {
        throw ServerUnavailable.damaged("its file " + needed + " cannot be read");
      }
    }
    return command;
  }

  /** The words of the command; the options of Java that suit the server lie beside it. */
  List<String> words() {
    return List.of(java.toString(), "@" + options(), "-jar", jar.toString(), "language-server");
  }

  private Path options() {
    return jar.resolveSibling("server.options");
  }
}
