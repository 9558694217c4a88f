package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.OnnxSample;
import surety.language.Specification;
import surety.language.SpecificationReader;
import surety.solver.Checker;

/** Real searches and replays end at once when they are cancelled, and the next one begins. */
class StopTest {
  private static final double SLACK = 3;

  private static final String TEXT =
      """
      semantics real;
      network N = "sum.onnx";
      distribution D for N {
        x[0] ~ Normal(0, 1) on [-1, 1];
        x[1] ~ Normal(0, 1) on [-1, 1];
        x[2] ~ Normal(0, 1) on [-1, 1];
        x[3] ~ Normal(0, 1) on [-1, 1];
      }
      query hard: P(y[0] > 0.5) = ? under D within 1e-14 timeout 600 s;
      query easy: P(y[0] > 5) = ? under D within 0.5;
      """;

  @TempDir private Path folder;
  private Bench bench;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    bench = new Bench(folder, Checker::check);
    Files.write(folder.resolve("sum.onnx"), OnnxSample.linear(4, 1));
    file = Files.writeString(folder.resolve("hard.sure"), TEXT);
    Specification specification = new SpecificationReader().read(file);
    bench.model().update(specification);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private void begin() throws InterruptedException {
    bench.model().verify(file, List.of("hard", "easy"));
    bench.await(file, s -> s.find("hard").orElseThrow().state() == VerificationState.RUNNING);
    Thread.sleep(Duration.ofSeconds(2).toMillis()); // the kernel is at work by then
  }

  @Test
  void aCancelledSearchEndsAndTheNextOneHasItsTurn() throws InterruptedException {
    begin();
    long cancelled = System.nanoTime();
    bench.model().cancel(file, List.of("hard"));
    bench.await(file, s -> s.find("easy").orElseThrow().state() == VerificationState.ANSWERED);
    assertTrue(seconds(cancelled) < SLACK, "the next one ended after " + seconds(cancelled));
  }

  @Test
  void theEndWaitsForNothing() throws InterruptedException {
    begin();
    long asked = System.nanoTime();
    bench.close();
    assertTrue(seconds(asked) < SLACK, "it took " + seconds(asked));
  }
}
