package surety.eclipse.server;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The answers of a server for which somebody waits. */
final class Answers {
  /** Each under a key of its own. */
  private final Map<Object, CompletableFuture<?>> waiting = new ConcurrentHashMap<>();

  /**
   * Passes on what is answered. Who no longer waits wants the server to stop working on it.
   *
   * @param asked what the server will answer
   * @param answer what somebody waits for
   * @param isAlive whether the server can still be told
   */
  <T> void pass(CompletableFuture<T> asked, CompletableFuture<T> answer, BooleanSupplier isAlive) {
    Object key = new Object();
    waiting.put(key, answer);
    var unused =
        answer.whenComplete(
            (value, failure) -> {
              waiting.remove(key);
              if (!asked.isDone() && isAlive.getAsBoolean()) {
                asked.cancel(true);
              }
            });
    passOn(asked, answer);
  }

  private static <T> void passOn(CompletableFuture<T> asked, CompletableFuture<T> answer) {
    var unused =
        asked.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                answer.complete(value);
              } else {
                answer.completeExceptionally(failure);
              }
            });
  }

  /** The server has ended: nobody has to wait any longer. */
  void endAll() {
    waiting.values().forEach(each -> each.completeExceptionally(ServerUnavailable.ended()));
  }
}
