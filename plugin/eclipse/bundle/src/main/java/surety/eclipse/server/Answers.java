package surety.eclipse.server;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The answers of a server for which somebody waits. */
final class Answers {
  private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();

  /**
   * Passes on what is answered. Who no longer waits wants the server to stop working on it.
   *
   * @param asked what the server will answer
   * @param answer what somebody waits for
   * @param isAlive whether the server can still be told
   */
  <T> void pass(CompletableFuture<T> asked, CompletableFuture<T> answer, BooleanSupplier isAlive) {
    waiting.add(answer);
    var passed =
        asked.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                answer.complete(value);
              } else {
                answer.completeExceptionally(failure);
              }
            });
    var done =
        answer.whenComplete(
            (value, failure) -> {
              waiting.remove(answer);
              if (!asked.isDone() && isAlive.getAsBoolean()) {
                asked.cancel(true);
              }
            });
  }

  /** The server has ended: nobody has to wait any longer. */
  void endAll() {
    waiting.forEach(answer -> answer.completeExceptionally(ServerUnavailable.ended()));
  }
}
