package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import surety.certificates.replay.ReplayResult;
import surety.language.Obligation;

/**
 * Certificates of the examples, for the checker in {@code certificates/second-checker}: those of so
 * few leaves that a build has time for it. {@code -Dsecond.checker.cells=10000} asks for more.
 */
final class SecondReplays {
  private static final int MOST_LEAVES = Integer.getInteger("second.checker.cells", 250);
  private static final String SECONDS = "600";

  private final Path folder;
  private final List<String> tasks = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  SecondReplays(Path folder) {
    this.folder = folder;
  }

  /** Keeps one for later, with what the kernel says of it. */
  void add(Obligation obligation, byte[] certificate, ReplayResult replay) throws IOException {
    if (replay.leaves() > MOST_LEAVES) {
      return;
    }
    Path statement = Files.createTempFile(folder, obligation.name(), ".statement");
    Files.writeString(statement, obligation.statement().canonical(), StandardCharsets.US_ASCII);
    Path proof = Files.createTempFile(folder, obligation.name(), ".cert");
    Files.write(proof, certificate);
    List<String> files = new ArrayList<>(List.of(statement.toString(), proof.toString()));
    obligation.networkFiles().forEach(network -> files.add(network.toAbsolutePath().toString()));
    tasks.add(String.join("\t", files));
    expected.add("%d\t%s".formatted(replay.exitStatus(), replay.summary()));
  }

  /** All that were kept have the kernel's verdicts. */
  void assertSameVerdicts() throws IOException, InterruptedException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "it is tried on Linux only");
    assertTrue(tasks.size() > 30, "only " + tasks.size() + " certificates are small enough");
    Path in = Files.writeString(folder.resolve("tasks"), String.join("\n", tasks) + "\n");
    Path out = folder.resolve("answers");
    Path err = folder.resolve("faults");
    Path program = ExampleFiles.folder().resolve("../certificates/second-checker/batch.py");
    Process process =
        new ProcessBuilder("python3", program.toString(), "--seconds", SECONDS)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ends = process.waitFor(1, TimeUnit.HOURS);
    process.destroy();
    assertTrue(ends, "it does not end");
    assertEquals("", Files.readString(err));
    List<String> answers =
        Files.readAllLines(out).stream()
            .map(line -> line.substring(0, line.lastIndexOf('\t')))
            .toList();
    assertEquals(expected, answers);
  }
}
