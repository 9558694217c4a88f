package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;

class JobRunnerTest {
  private static final Path FILE = Path.of("/there/is/no/s.sure");

  private final Object lock = new Object();
  private final List<Job> started = new ArrayList<>();
  private final BlockingQueue<Ending> ended = new LinkedBlockingQueue<>();
  private final Verifier verifier =
      new Verifier(
          (statement, network, options, listener, cancelled) -> {
            throw new AssertionError("there is no network to search");
          },
          () -> Bench.NOW);
  private final JobRunner runner =
      new JobRunner(lock, verifier, started::add, (job, ending) -> ended.add(ending));

  private Ending next() throws InterruptedException {
    Ending ending = ended.poll(1, TimeUnit.MINUTES);
    assertNotNull(ending);
    return ending;
  }

  @Test
  void runsOneAfterTheOther() throws StatementException, InterruptedException {
    Job first = JobTest.search(FILE, "first");
    Job second = JobTest.replay(FILE, "second");
    Job third = JobTest.search(FILE, "third");
    synchronized (lock) {
      runner.add(second);
      runner.add(first);
      runner.turn();
      runner.add(third);
      runner.turn();
      assertEquals(List.of(first), started);
      assertEquals(List.of(third), runner.waiting(FILE));
    }
    for (int k = 0; k < 3; k++) {
      assertInstanceOf(Ending.Failed.class, next());
    }
    runner.close();
    assertTrue(runner.awaitEnd(60));
    assertEquals(List.of(first, third, second), started);
  }

  @Test
  void nothingBeginsAfterTheEnd() throws StatementException, InterruptedException {
    synchronized (lock) {
      runner.close();
      runner.add(JobTest.search(FILE, "late"));
      runner.turn();
    }
    assertTrue(runner.awaitEnd(60));
    assertEquals(List.of(), started);
  }
}
