package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, at whatever moment, leaves whole certificates and something to go on. */
class KilledRunTest {
  private static final int KILLS = 12;
  private static final int QUICK = 12;

  @TempDir private Path folder;
  private Path file;
  private Path certificates;

  /** A dozen queries that take a moment each, and one that goes on for long. */
  @BeforeEach
  void write() throws IOException {
    Files.write(
        folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}, {1}, {1}}, "Tanh"));
    certificates = folder.resolve("certificates");
    String quick =
        String.join(
            "\n",
            IntStream.range(0, QUICK)
                .mapToObj(k -> "query q%d: P(y[0] > 0.%02d) = ? under D;".formatted(k, k))
                .toList());
    file =
        Files.writeString(
            folder.resolve("s.sure"),
            """
            semantics real;
            network Net = "net.onnx";
            distribution D for Net {
              x[0] ~ Uniform(0, 1);
              x[1] ~ Uniform(0, 1);
              x[2] ~ Uniform(-1, 1);
            }
            """
                + quick
                + "\nquery slow: E(y[0]) = ? under D;\n");
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(certificates)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(certificates)) {
      return files.sorted().toList();
    }
  }

  private boolean isThere(String ending) throws IOException {
    return files().stream().anyMatch(path -> path.toString().endsWith(ending));
  }

  /** Whether it is all there, and proves what it says. */
  private void assertValid(Path certificate) {
    CommandRun run = CommandRun.of("replay", "--specification", file, "--certificate", certificate);
    assertTrue(run.firstLine().startsWith("VALID"), certificate + ": " + run.out() + run.err());
  }

  private void assertAllWhole() throws IOException {
    for (Path path : files()) {
      if (path.toString().endsWith(".cert") || path.toString().endsWith(".part")) {
        assertValid(path);
      }
    }
  }

  /** Runs until it is killed so many milliseconds after it has begun. */
  private void kill(long milliseconds, String... options) throws IOException, InterruptedException {
    String[] arguments =
        Stream.concat(Stream.of("check", file.toString()), Stream.of(options))
            .toArray(String[]::new);
    Process process = Processes.start(KilledProcess.class, arguments);
    try (BufferedReader out = process.inputReader()) {
      assertEquals("ready", out.readLine());
      process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      assertEquals(137, process.waitFor(), "it was killed, and did not come to its end");
    }
  }

  @Test
  void killsAtAnyMomentLeaveWholeCertificates() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(14);
    for (int k = 0; k < KILLS; k++) {
      // half of them among the quick queries, half in the long one
      long most = k % 2 == 0 ? 800 : 3000;
      kill(random.nextLong(most), "--timeout", "600s", "--gap", "1e-7", "--resume");
      assertAllWhole();
    }
    goOnToTheEnd();
  }

  /** What was killed is gone on from, and nothing is left behind in the end. */
  private void goOnToTheEnd() throws IOException, InterruptedException {
    // on a busy machine nothing was kept so far, or only what is left of a quick query
    for (int k = 1; !isThere(".slow.cert.part"); k++) {
      assertTrue(k < 20, "nothing is kept");
      kill(2000L * k, "--property", "slow", "--timeout", "600s", "--gap", "1e-7");
    }
    Path dead = Files.write(certificates.resolve(".s.slow.cert.4711-1.tmp"), new byte[100]);
    CommandRun told = CommandRun.of("check", file, "--property", "slow", "--timeout", "1ms");
    assertTrue(told.err().contains("did not come to its end with 'slow'"), told.err());
    assertFalse(Files.exists(dead));
    assertTrue(isThere(".slow.cert.part"), "it is not thrown away for a certificate of one cell");
    CommandRun resumed = CommandRun.of("check", file, "--resume", "--gap", "0.1");
    assertTrue(resumed.err().contains("'slow': going on from "), resumed.err());
    assertFalse(isThere(".part"), resumed.out());
    assertAllWhole();
    assertFalse(isThere(".tmp"), files().toString());
  }
}
