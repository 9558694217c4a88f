package surety.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The language server as editors start it, in a process of its own. */
final class ServerProcess implements AutoCloseable {
  private final Process process;

  ServerProcess(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("language-server");
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).start();
  }

  /** Who talks to it. */
  Editor editor() {
    return new Editor(process.getInputStream(), process.getOutputStream());
  }

  /** The next line on standard error. */
  String say() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = process.getErrorStream().read(); c >= 0 && c != '\n'; ) {
      line.append((char) c);
      c = process.getErrorStream().read();
    }
    return line.toString();
  }

  /** Everything that is left on standard error; ends when the process does. */
  String complaint() throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  void hangUp() throws IOException {
    process.getOutputStream().close();
  }

  int status() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
