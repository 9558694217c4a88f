package surety.language.ide.server;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.concurrent.ReadRequest;
import org.eclipse.xtext.ide.server.concurrent.WriteRequest;

/** What a client is told when a request fails: one line, without a stack trace. */
final class Faults {
  private static final Logger LOG = Logger.getLogger(Faults.class);

  private Faults() {}

  /**
   * Xtext logs refusals and what waits for them as faults of the server; here faults are logged.
   */
  static void logOnce() {
    Logger.getLogger(ReadRequest.class).setLevel(Level.OFF);
    Logger.getLogger(WriteRequest.class).setLevel(Level.OFF);
  }

  /** A fault in work that nobody waits for. That it was overtaken by other work is none. */
  static void report(Throwable thrown) {
    Throwable cause = cause(thrown);
    if (!(cause instanceof CancellationException)) {
      LOG.error("the messages on a document could not be brought up to date", cause);
    }
  }

  /** A refusal as it is; a fault of ours as such, and with its stack trace to standard error. */
  static ResponseError answer(Throwable thrown) {
    Throwable cause = cause(thrown);
    if (cause instanceof ResponseErrorException refusal) {
      return refusal.getResponseError();
    }
    if (cause instanceof UnsupportedOperationException) {
      return new ResponseError(ResponseErrorCode.MethodNotFound, cause.getMessage(), null);
    }
    LOG.error("a request failed", cause);
    return new ResponseError(
        ResponseErrorCode.InternalError, "internal error: " + cause + "; please report it", null);
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof InvocationTargetException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
