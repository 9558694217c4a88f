package surety.eclipse.server;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/** Why a question to the server has no answer, for people. */
public final class Failures {
  private static final String SILENCE = "the language server does not answer";

  private Failures() {}

  /** In a few words, without the way it came here. */
  public static String words(Throwable failure) {
    boolean isWrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    if (isWrapped && failure.getCause() != null) {
      return words(failure.getCause());
    }
    if (failure instanceof ResponseErrorException refusal) {
      String message = refusal.getResponseError().getMessage();
      return message == null ? SILENCE : message;
    }
    if (failure instanceof TimeoutException) {
      return SILENCE;
    }
    return failure instanceof ServerUnavailable ? failure.getMessage() : SILENCE;
  }
}
