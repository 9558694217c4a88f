package surety.language.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private static final class Client implements LanguageClient {
    private final List<String> told = new ArrayList<>();
    private final List<Integer> versions = new ArrayList<>();

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
      versions.add(params.getVersion());
      List<String> texts =
          params.getDiagnostics().stream().map(d -> d.getMessage().getLeft()).toList();
      told.add(params.getUri() + " " + String.join(", ", texts));
    }

    @Override
    public void telemetryEvent(Object event) {
      throw new AssertionError(event);
    }

    @Override
    public void showMessage(MessageParams params) {
      throw new AssertionError(params);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams params) {
      throw new AssertionError(params);
    }

    @Override
    public void logMessage(MessageParams params) {
      throw new AssertionError(params);
    }
  }

  private final Client client = new Client();
  private final Map<String, List<Diagnostic>> verdicts = new HashMap<>();
  private final Publisher publisher = new Publisher();

  private static Diagnostic message(String text, int line) {
    return new Diagnostic(new Range(new Position(line, 0), new Position(line, 1)), text);
  }

  @BeforeEach
  void connect() {
    publisher.connect(client, uri -> verdicts.getOrDefault(uri, List.of()));
  }

  private void assertTold(String... expected) {
    assertEquals(List.of(expected), client.told);
  }

  @Test
  void eachReadingIsTold() {
    publisher.read("u", null, List.of());
    publisher.read("u", null, List.of());
    publisher.read("u", null, List.of(message("wrong", 1)));
    assertTold("u ", "u ", "u wrong");
  }

  @Test
  void verdictsStandBehindTheMessagesOfTheLanguage() {
    publisher.read("u", null, List.of(message("strange", 1)));
    verdicts.put("u", List.of(message("violated", 2)));
    publisher.judged("u");
    publisher.read("u", null, List.of());
    verdicts.clear();
    publisher.judged("u");
    assertTold("u strange", "u strange, violated", "u violated", "u ");
  }

  @Test
  void whatDidNotChangeIsNotToldAgain() {
    verdicts.put("u", List.of(message("violated", 2)));
    publisher.read("u", null, List.of());
    publisher.judged("u");
    verdicts.put("u", List.of(message("violated", 2)));
    publisher.judged("u");
    assertTold("u violated");
    verdicts.put("u", List.of(message("violated", 3)));
    publisher.judged("u");
    assertTold("u violated", "u violated");
  }

  @Test
  void aDocumentThatIsNotOpenHasNoMessages() {
    verdicts.put("u", List.of(message("violated", 2)));
    publisher.judged("u");
    assertTold();
    publisher.read("v", null, List.of());
    publisher.judged("u");
    assertTold("v ");
  }

  @Test
  void whatIsClosedIsTakenBack() {
    verdicts.put("u", List.of(message("violated", 2)));
    publisher.read("u", null, List.of());
    publisher.closed("u");
    publisher.judged("u");
    assertTold("u violated", "u ");
    publisher.read("u", null, List.of());
    assertTold("u violated", "u ", "u violated");
  }

  /** Also if it is verdicts that make them be told again. */
  @Test
  void messagesNameTheVersionThatTheyAreAbout() {
    publisher.read("u", 3, List.of());
    verdicts.put("u", List.of(message("violated", 2)));
    publisher.judged("u");
    publisher.read("u", 4, List.of());
    publisher.closed("u");
    publisher.read("u", null, List.of());
    assertEquals(Arrays.asList(3, 3, 4, null, null), client.versions);
  }

  @Test
  void laterChangesOfAListDoNotMatter() {
    List<Diagnostic> messages = new ArrayList<>(List.of(message("wrong", 1)));
    publisher.read("u", null, messages);
    messages.clear();
    verdicts.put("u", List.of(message("violated", 2)));
    publisher.judged("u");
    assertTold("u wrong", "u wrong, violated");
  }
}
