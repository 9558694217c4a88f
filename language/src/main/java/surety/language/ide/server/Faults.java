package surety.language.ide.server;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.concurrent.ReadRequest;

/** What a client is told when a request fails: one line, without a stack trace. */
final class Faults {
  private static final Logger LOG = Logger.getLogger(Faults.class);

  static {
    // Xtext logs refusals as if they were faults of the server; here faults are logged instead.
    Logger.getLogger(ReadRequest.class).setLevel(Level.OFF);
  }

  private Faults() {}

  /** A refusal as it is; a fault of ours as such, and with its stack trace to standard error. */
  static ResponseError answer(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof InvocationTargetException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ResponseErrorException refusal) {
      return refusal.getResponseError();
    }
    LOG.error("a request failed", cause);
    return new ResponseError(
        ResponseErrorCode.InternalError, "internal error: " + cause + "; please report it", null);
  }
}
