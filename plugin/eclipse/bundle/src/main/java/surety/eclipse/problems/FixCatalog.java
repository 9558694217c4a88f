package surety.eclipse.problems;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import surety.eclipse.server.Server;

/**
 * The fixes of all problems, asked for as soon as a problem is known: the workbench wants to know
 * at once whether a marker has any, in the thread of the screen.
 */
final class FixCatalog {
  private static final FixCatalog INSTANCE = new FixCatalog();
  private static final int SECONDS = 20;

  private final Map<String, List<Fix>> fixes = new ConcurrentHashMap<>();

  private FixCatalog() {}

  static FixCatalog get() {
    return INSTANCE;
  }

  /** The problems of a document are these now. */
  void refresh(String uri, List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      fixes.remove(uri);
      return;
    }
    var unused = ask(uri, diagnostics).thenAccept(actions -> put(uri, actions));
  }

  /** The server proposes these. */
  void put(String uri, List<CodeAction> actions) {
    fixes.put(uri, actions.stream().flatMap(each -> Fix.of(each).stream()).toList());
  }

  /** What is known now against a problem. */
  List<CodeAction> of(String uri, Diagnostic diagnostic) {
    String key = key(diagnostic);
    return fixes.getOrDefault(uri, List.of()).stream()
        .filter(fix -> fix.problem().equals(key))
        .map(Fix::action)
        .toList();
  }

  /** What the server proposes against these, in the text as it is now. */
  static CompletableFuture<List<CodeAction>> ask(String uri, List<Diagnostic> diagnostics) {
    CodeActionContext context =
        new CodeActionContext(diagnostics, List.of(CodeActionKind.QuickFix));
    CodeActionParams params =
        new CodeActionParams(new TextDocumentIdentifier(uri), range(diagnostics), context);
    return Server.get()
        .ask(SECONDS, server -> server.getTextDocumentService().codeAction(params))
        .thenApply(
            found ->
                found.stream()
                    .filter(Either::isRight)
                    .map(Either::getRight)
                    .filter(action -> action.getEdit() != null)
                    .toList());
  }

  /** The smallest range with all of them in it. */
  private static Range range(List<Diagnostic> diagnostics) {
    Comparator<Position> order =
        Comparator.comparingInt(Position::getLine).thenComparingInt(Position::getCharacter);
    Position first = diagnostics.get(0).getRange().getStart();
    Position last = diagnostics.get(0).getRange().getEnd();
    for (Diagnostic diagnostic : diagnostics) {
      first = Collections.min(List.of(first, diagnostic.getRange().getStart()), order);
      last = Collections.max(List.of(last, diagnostic.getRange().getEnd()), order);
    }
    return new Range(first, last);
  }

  /** Names a problem of a document. */
  static String key(Diagnostic diagnostic) {
    return Objects.hash(diagnostic.getCode())
        + ":"
        + diagnostic.getRange().getStart()
        + ":"
        + Problem.message(diagnostic);
  }
}
