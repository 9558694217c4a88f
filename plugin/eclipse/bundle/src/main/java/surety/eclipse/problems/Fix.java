package surety.eclipse.problems;

import java.util.List;
import org.eclipse.lsp4j.CodeAction;

/**
 * What the server proposes against a problem.
 *
 * @param problem its code and message, which name it
 * @param action the proposal
 */
record Fix(String problem, CodeAction action) {
  static List<Fix> of(CodeAction action) {
    if (action.getDiagnostics() == null) {
      return List.of();
    }
    return action.getDiagnostics().stream()
        .map(each -> new Fix(FixCatalog.key(each), action))
        .toList();
  }
}
