package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final String SILENCE = "the language server does not answer";

  @Test
  void theServersReason() {
    var refusal =
        new ResponseErrorException(
            new ResponseError(ResponseErrorCode.InvalidParams, "it is a folder", null));
    assertEquals("it is a folder", Failures.words(refusal));
    assertEquals("it is a folder", Failures.words(new CompletionException(refusal)));
    assertEquals(
        "it is a folder", Failures.words(new ExecutionException(new CompletionException(refusal))));
  }

  @Test
  void silence() {
    assertEquals(SILENCE, Failures.words(new TimeoutException()));
    assertEquals(SILENCE, Failures.words(new CompletionException(null)));
    assertEquals(SILENCE, Failures.words(new IllegalStateException("at Foo.java:12")));
  }

  @Test
  void noServer() {
    ServerUnavailable fault = ServerUnavailable.withoutJava("there is no Java at /usr/bin/java");
    assertEquals(fault.getMessage(), Failures.words(fault));
    assertEquals(fault.getMessage(), Failures.words(new CompletionException(fault)));
  }
}
