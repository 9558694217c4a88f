package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.statement.StatementException;

class JobQueueTest {
  private static final Path A = Path.of("/a.sure");
  private static final Path B = Path.of("/b.sure");

  private final JobQueue queue = new JobQueue();

  @Test
  void whatIsAskedForComesFirst() throws StatementException {
    Job found = JobTest.replay(A, "found");
    Job first = JobTest.search(A, "first");
    Job second = JobTest.replay(A, "second");
    queue.find(found);
    queue.ask(first);
    queue.ask(second);
    assertEquals(Optional.of(first), queue.next());
    assertEquals(Optional.of(second), queue.next());
    assertEquals(Optional.of(found), queue.next());
    assertEquals(Optional.empty(), queue.next());
  }

  @Test
  void aCancelledJobHasNoTurn() throws StatementException {
    Job first = JobTest.search(A, "first");
    Job second = JobTest.search(A, "second");
    queue.ask(first);
    queue.ask(second);
    first.cancel();
    assertEquals(Optional.of(second), queue.next());
  }

  @Test
  void knowsTheSearchesOfAFile() throws StatementException {
    Job a = JobTest.search(A, "p");
    queue.ask(a);
    queue.ask(JobTest.search(B, "p"));
    queue.ask(JobTest.replay(A, "q"));
    queue.find(JobTest.replay(A, "r"));
    assertEquals(List.of(a), queue.searches(A));
  }
}
