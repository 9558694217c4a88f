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
import surety.certificates.replay.ReplayResult;
import surety.certificates.secondchecker.SecondChecker;
import surety.certificates.secondchecker.SecondChecker.Task;
import surety.language.Obligation;

/**
 * Certificates of the examples, for the checker in {@code certificates/second-checker}: those of so
 * few leaves that a build has time for it. {@code -Dsecond.checker.cells=10000} asks for more.
 */
final class SecondReplays {
  private static final int MOST_LEAVES = Integer.getInteger("second.checker.cells", 250);
  private static final int SECONDS = 600;
  private static final int MINUTES = 60;

  private final Path folder;
  private final List<Task> tasks = new ArrayList<>();
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
    List<Path> networks = obligation.networkFiles().stream().map(Path::toAbsolutePath).toList();
    tasks.add(new Task(statement, proof, networks));
    expected.add(replay.exitStatus() + " " + replay.summary());
  }

  /** All that were kept have the kernel's verdicts. */
  void assertSameVerdicts() throws IOException, InterruptedException {
    assumeTrue(SecondChecker.isAvailable(), "there is no python3 that it can run in");
    assertTrue(tasks.size() > 30, "only " + tasks.size() + " certificates are small enough");
    Path kernel = ExampleFiles.folder().resolve("../certificates");
    List<String> answers =
        SecondChecker.answers(kernel, SECONDS, MINUTES, folder, tasks).stream()
            .map(answer -> answer.status() + " " + answer.line())
            .toList();
    assertEquals(expected, answers);
  }
}
