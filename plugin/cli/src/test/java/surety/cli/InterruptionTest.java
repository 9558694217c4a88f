package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  @TempDir private Path folder;

  @Test
  void isRequestedOnce() {
    Interruption interruption = new Interruption();
    assertFalse(interruption.getAsBoolean());
    interruption.request();
    assertTrue(interruption.getAsBoolean());
  }

  @Test
  void aSearchThatIsInterruptedReportsAndKeepsItsStatus() throws IOException, InterruptedException {
    Process process = start("searching");
    try (BufferedReader out = process.inputReader()) {
      assertEquals("ready", out.readLine());
      process.toHandle().destroy();
      assertEquals("report", out.readLine());
    }
    assertEquals(ExitStatus.UNDECIDED.code(), process.waitFor());
  }

  @Test
  void whatSearchesNothingEndsAtOnce() throws IOException, InterruptedException {
    Process process = start("idle");
    try (BufferedReader out = process.inputReader()) {
      assertEquals("ready", out.readLine());
      process.toHandle().destroy();
      assertNull(out.readLine());
    }
    assertNotEquals(0, process.waitFor());
  }

  /** Where the kernel is at work on leaves of many coefficients; it once went on for minutes. */
  @Test
  void aCheckOfTruncatedNormalsEndsWithWhatIsCertified() throws IOException, InterruptedException {
    Path file = truncatedNormals();
    // on a busy machine it takes longer until the search has begun
    for (int begun = 6; !isStoppedAfter(begun, file); begun *= 2) {
      assertTrue(begun < 60, "it does not begin");
    }
    Path certificate = folder.resolve("certificates").resolve("normals.p.cert");
    CommandRun replay =
        CommandRun.of("replay", "--specification", file, "--certificate", certificate);
    assertTrue(replay.firstLine().startsWith("VALID"), replay.out());
  }

  /** Whether a search was stopped that had begun after so many seconds; it ends at once. */
  private boolean isStoppedAfter(int begun, Path file) throws IOException, InterruptedException {
    Process process = check(file, "--timeout", "600s", "--gap", "1e-14");
    try (BufferedReader out = process.inputReader()) {
      Thread.sleep(1000L * begun);
      long asked = System.nanoTime();
      process.toHandle().destroy();
      List<String> lines = out.lines().toList();
      double seconds = (System.nanoTime() - asked) / 1e9;
      assertTrue(seconds < 5, "ended after " + seconds + " s");
      assertEquals(ExitStatus.UNDECIDED.code(), process.waitFor(), lines.toString());
      return lines.stream().anyMatch(line -> line.contains("stopped on request"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The specification comes through a pipe, so that it is still being read. */
  @Test
  void aCheckThatStillReadsReportsThatNothingWasBegun() throws IOException, InterruptedException {
    String text = Files.readString(truncatedNormals()).replace("sum.onnx", folder + "/sum.onnx");
    for (int seconds = 1; ; seconds *= 2) {
      Process process = check(Path.of("/dev/stdin"), "--no-certificates", "--timeout", "600s");
      Thread.sleep(1000L * seconds);
      process.toHandle().destroy();
      try (BufferedReader out = process.inputReader()) {
        boolean isTooEarly = process.waitFor(500, TimeUnit.MILLISECONDS) && seconds < 16;
        if (isTooEarly) {
          continue; // Java itself had not started yet
        }
        try (BufferedWriter in = process.outputWriter()) {
          in.write(text);
        }
        List<String> lines = out.lines().toList();
        assertEquals(ExitStatus.UNDECIDED.code(), process.waitFor(), lines.toString());
        assertEquals("UNDECIDED: /dev/stdin: 1 undecided", lines.get(0));
        assertTrue(
            lines.contains("           note: stopped before anything could be certified"),
            lines.toString());
        return;
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void aTimeLimitIsKept() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = check(truncatedNormals(), "--timeout", "3s", "--no-certificates");
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = out.lines().toList();
      assertEquals(ExitStatus.UNDECIDED.code(), process.waitFor(), lines.toString());
    } finally {
      process.destroyForcibly();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds < 15, "with a limit of 3 s and a start it took " + seconds + " s");
  }

  private Path truncatedNormals() throws IOException {
    Files.write(folder.resolve("sum.onnx"), TinyNetwork.linear(new float[][] {{1}, {1}, {1}, {1}}));
    return Files.writeString(
        folder.resolve("normals.sure"),
        """
        semantics real;
        network Sum = "sum.onnx";
        distribution D for Sum {
          x[0] ~ Normal(0, 1) on [-1, 1];
          x[1] ~ Normal(0, 1) on [-1, 1];
          x[2] ~ Normal(0, 1) on [-1, 1];
          x[3] ~ Normal(0, 1) on [-1, 1];
        }
        property p: P(y[0] > 0.5) >= 0.326807909562442856 under D;
        """);
  }

  private static Process check(Path file, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("check", file.toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static Process start(String argument) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            InterruptedProcess.class.getName(),
            argument)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
