package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private final Answers answers = new Answers();
  private final CompletableFuture<String> asked = new CompletableFuture<>();
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  @Test
  void anAnswerIsPassedOn() {
    answers.pass(asked, answer, () -> true);
    assertFalse(answer.isDone());
    assertTrue(asked.complete("yes"));
    assertEquals("yes", answer.getNow("none"));
    answers.endAll();
    assertEquals("yes", answer.getNow("none"));
  }

  @Test
  void aRefusalIsPassedOn() {
    answers.pass(asked, answer, () -> true);
    assertTrue(asked.completeExceptionally(new IllegalStateException("no")));
    assertEquals("no", assertThrows(ExecutionException.class, answer::get).getCause().getMessage());
  }

  @Test
  void whatIsAnsweredAlreadyIsPassedOn() {
    assertTrue(asked.complete("yes"));
    answers.pass(asked, answer, () -> false);
    assertEquals("yes", answer.getNow("none"));
  }

  @Test
  void theServerStopsWhenNobodyWaitsAnyMore() {
    answers.pass(asked, answer, () -> true);
    assertTrue(answer.cancel(false));
    assertTrue(asked.isCancelled());
  }

  @Test
  void aServerThatHasEndedIsNotToldAnything() {
    answers.pass(asked, answer, () -> false);
    assertTrue(answer.cancel(false));
    assertFalse(asked.isDone());
  }

  @Test
  void nobodyWaitsForAServerThatHasEnded() {
    answers.pass(asked, answer, () -> false);
    answers.endAll();
    Throwable cause = assertThrows(ExecutionException.class, answer::get).getCause();
    assertEquals("Surety's language server has ended", Failures.words(cause));
    assertTrue(asked.complete("too late"));
    assertTrue(answer.isCompletedExceptionally());
  }
}
