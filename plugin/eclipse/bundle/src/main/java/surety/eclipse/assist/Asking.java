package surety.eclipse.assist;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Position;
import org.eclipse.swt.widgets.Display;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;
import surety.eclipse.server.SuretyServer;
import surety.eclipse.text.Lines;

/** Asks the server and waits for the answer: a while in the background, hardly on the screen. */
final class Asking {
  private static final int SECONDS = 5;
  private static final int MILLISECONDS_ON_SCREEN = 800;

  private Asking() {}

  /** The answer; none if the text is no specification, or there is no answer in time. */
  static <T> Optional<T> about(
      IDocument document,
      Function<OpenDocument, Function<SuretyServer, CompletableFuture<T>>> question) {
    return Documents.get().of(document).flatMap(open -> wait(question.apply(open)));
  }

  /** Whether it is known, after waiting for a while, that there is no answer. */
  static boolean isMissing(CompletableFuture<? extends Optional<?>> answer) {
    return inTime(answer, patience())
        .map(Optional::isEmpty)
        .orElse(answer.isCompletedExceptionally());
  }

  /** The answer, if it comes in time. */
  static <T> Optional<T> inTime(CompletableFuture<T> answer, long milliseconds) {
    try {
      return Optional.ofNullable(answer.get(milliseconds, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static long patience() {
    return Display.getCurrent() == null ? SECONDS * 1000L : MILLISECONDS_ON_SCREEN;
  }

  private static <T> Optional<T> wait(Function<SuretyServer, CompletableFuture<T>> question) {
    CompletableFuture<T> answer = Server.get().ask(SECONDS, question);
    Optional<T> known = inTime(answer, patience());
    answer.cancel(false);
    return known;
  }

  static Position position(IDocument document, int offset) {
    return new Lines(document.get()).position(offset);
  }
}
