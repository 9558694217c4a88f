package surety.language.ide.server;

import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * The messages on documents. A document has one list of them, to which the language and the
 * verdicts contribute; it is sent again when either changes.
 */
@Singleton
final class Publisher {
  private final Map<String, List<Diagnostic>> language = new HashMap<>();
  private final Map<String, List<Diagnostic>> published = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private LanguageClient client;
  private Function<String, List<Diagnostic>> verdicts = uri -> List.of();

  /** Who is told, and where the messages of verdicts come from. */
  synchronized void connect(LanguageClient to, Function<String, List<Diagnostic>> source) {
    client = to;
    verdicts = source;
  }

  /**
   * What the language says of a version of a document. An editor hears of each reading.
   *
   * @param version as the editor counts, or null if it does not
   */
  synchronized void read(String uri, Integer version, List<Diagnostic> messages) {
    language.put(uri, List.copyOf(messages));
    versions.put(uri, version);
    publish(uri);
  }

  /** The verdicts of a document may have changed. */
  synchronized void judged(String uri) {
    if (language.containsKey(uri) && !all(uri).equals(published.get(uri))) {
      publish(uri);
    }
  }

  /** A document was closed: its messages are taken back. */
  synchronized void closed(String uri) {
    language.remove(uri);
    published.remove(uri);
    versions.remove(uri);
    client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
  }

  private void publish(String uri) {
    List<Diagnostic> all = all(uri);
    published.put(uri, all);
    client.publishDiagnostics(new PublishDiagnosticsParams(uri, all, versions.get(uri)));
  }

  private List<Diagnostic> all(String uri) {
    List<Diagnostic> all = new ArrayList<>(language.get(uri));
    all.addAll(verdicts.apply(uri));
    return all;
  }
}
