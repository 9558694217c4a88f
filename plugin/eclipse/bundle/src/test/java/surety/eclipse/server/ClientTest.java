package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.junit.jupiter.api.Test;
import surety.language.ide.protocol.SpecificationStatus;

class ClientTest {
  private final List<String> heard = new ArrayList<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Client client =
      new Client(
          waiting::add, message -> message.accept(listener()), null, new Runs(message -> {}));

  private ServerListener listener() {
    return new ServerListener() {
      @Override
      public void diagnostics(PublishDiagnosticsParams problems) {
        heard.add("problems of " + problems.getUri());
      }

      @Override
      public void verification(SpecificationStatus status) {
        heard.add("states of " + status.uri());
      }

      @Override
      public void refresh() {
        heard.add("refresh");
      }
    };
  }

  private void sayAll() {
    client.publishDiagnostics(new PublishDiagnosticsParams("file:///a.sure", List.of()));
    client.verification(new SpecificationStatus("file:///a.sure", 1, true, null, "", List.of()));
    assertTrue(client.refreshCodeLenses().isDone());
    assertTrue(client.refreshInlayHints().isDone());
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void listenersHearInTheWorkerAndInOrder() {
    sayAll();
    assertEquals(List.of(), heard);
    work();
    assertEquals(
        List.of("problems of file:///a.sure", "states of file:///a.sure", "refresh", "refresh"),
        heard);
  }

  @Test
  void whatNobodyHeardBeforeTheEndIsNotToldAnyMore() {
    sayAll();
    client.end();
    work();
    assertEquals(List.of(), heard);
  }

  @Test
  void whatIsSaidAfterTheEndIsNotTold() {
    client.end();
    sayAll();
    work();
    assertEquals(List.of(), heard);
  }

  @Test
  void whatTheServerLogsForItsMakersIsNoNews() {
    client.logMessage(new MessageParams(MessageType.Info, "read a file"));
    client.telemetryEvent("anything");
    work();
    assertEquals(List.of(), heard);
  }
}
