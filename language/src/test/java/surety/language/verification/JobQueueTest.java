package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;

class JobQueueTest {
  private static final Path A = Path.of("/a.sure");
  private static final Path B = Path.of("/b.sure");

  private final JobQueue queue = new JobQueue();

  @Test
  void whatIsAskedForComesFirst() throws StatementException {
    Job found = JobTest.replay(A, "found");
    Job first = JobTest.search(A, "first");
    Job second = JobTest.replay(A, "second", Urgency.ASKED, job -> {});
    Job third = JobTest.search(A, "third", Urgency.FOLLOWING);
    for (Job job : List.of(found, third, first, second)) {
      queue.add(job);
    }
    assertEquals(Optional.of(first), queue.next());
    assertEquals(Optional.of(second), queue.next());
    assertEquals(Optional.of(third), queue.next());
    assertEquals(Optional.of(found), queue.next());
    assertEquals(Optional.empty(), queue.next());
  }

  @Test
  void whatIsLookedAtIsFoundFirst() throws StatementException {
    Job a1 = JobTest.replay(A, "a1");
    Job a2 = JobTest.replay(A, "a2");
    Job b1 = JobTest.replay(B, "b1");
    Job b2 = JobTest.replay(B, "b2");
    for (Job job : List.of(a1, a2, b1, b2)) {
      queue.add(job);
    }
    queue.see(B);
    assertEquals(Optional.of(b1), queue.next());
    queue.see(A);
    assertEquals(Optional.of(a1), queue.next());
    queue.leave(A);
    assertEquals(Optional.of(b2), queue.next());
    assertEquals(Optional.of(a2), queue.next());
  }

  @Test
  void whatIsLessUrgentGivesWay() throws StatementException {
    Job foundA = JobTest.replay(A, "p");
    Job foundB = JobTest.replay(B, "p");
    Job asked = JobTest.search(A, "p");
    Job following = JobTest.search(A, "p", Urgency.FOLLOWING);
    assertFalse(queue.isBehind(foundA));
    queue.add(foundB);
    assertFalse(queue.isBehind(foundA));
    queue.see(A);
    assertFalse(queue.isBehind(foundA));
    queue.see(B);
    assertFalse(queue.isBehind(foundA));
    queue.leave(A);
    assertTrue(queue.isBehind(foundA));
    assertFalse(queue.isBehind(following));
    queue.add(following);
    assertTrue(queue.isBehind(foundB));
    assertFalse(queue.isBehind(JobTest.search(B, "q", Urgency.FOLLOWING)));
    queue.add(asked);
    assertTrue(queue.isBehind(following));
    assertFalse(queue.isBehind(JobTest.search(B, "q")));
    asked.cancel();
    assertFalse(queue.isBehind(JobTest.search(B, "q")));
  }

  @Test
  void whatGaveWayIsNextAmongItsKind() throws StatementException {
    Job first = JobTest.replay(A, "first");
    Job second = JobTest.replay(A, "second");
    queue.add(second);
    queue.putBack(first);
    assertEquals(Optional.of(first), queue.next());
  }

  @Test
  void aCancelledJobHasNoTurn() throws StatementException {
    Job first = JobTest.search(A, "first");
    Job second = JobTest.search(A, "second");
    queue.add(first);
    queue.add(second);
    first.cancel();
    assertEquals(Optional.of(second), queue.next());
  }

  @Test
  void knowsTheSearchesOfAFile() throws StatementException {
    Job a = JobTest.search(A, "p");
    queue.add(a);
    queue.add(JobTest.search(B, "p"));
    queue.add(JobTest.replay(A, "q"));
    assertEquals(List.of(a), queue.searches(A));
  }
}
