package surety.eclipse.equinox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a process of ours ended.
 *
 * @param exit its exit status; empty if it did not end in time and was killed
 * @param log all that it printed; if it was killed, with a dump of its threads at the end
 */
public record Child(OptionalInt exit, String log) {

  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  /**
   * Runs a command to its end, or kills it and all that it started.
   *
   * @param environment what is set besides what this process has
   * @param output the file that gets what it prints
   * @throws IOException if it cannot be started
   * @throws InterruptedException if this thread is interrupted; the process is killed then
   */
  public static Child run(
      List<String> command, Map<String, String> environment, Path output, Duration deadline)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(output.toFile());
    Process process = builder.start();
    boolean ended = false;
    try {
      process.getOutputStream().close();
      ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        askForThreads(process);
      }
    } finally {
      kill(process);
    }
    String log = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    return new Child(ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty(), log);
  }

  /**
   * A Java machine prints its threads when it gets SIGQUIT: the only way to see why a workbench
   * hangs.
   */
  private static void askForThreads(Process process) throws IOException, InterruptedException {
    try (Stream<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
      for (ProcessHandle one : (Iterable<ProcessHandle>) all::iterator) {
        if (one.info().command().filter(name -> name.endsWith("java")).isPresent()) {
          new ProcessBuilder("kill", "-QUIT", Long.toString(one.pid())).start().waitFor();
        }
      }
    }
    process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
  }
}
