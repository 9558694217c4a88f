package surety.eclipse.problems;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Edits;

/**
 * A fix that people can choose. Its change is asked for when it is chosen: it must fit the text as
 * it is then.
 *
 * @param uri of the specification
 * @param diagnostic the problem
 * @param title what it does, for people
 */
record Repair(String uri, Diagnostic diagnostic, String title) {
  /** All that are known now against a problem. */
  static List<Repair> of(String uri, Diagnostic diagnostic) {
    return FixCatalog.get().of(uri, diagnostic).stream()
        .map(action -> new Repair(uri, diagnostic, action.getTitle()))
        .toList();
  }

  /** Changes the text, soon. */
  void run() {
    var unused =
        FixCatalog.ask(uri, List.of(diagnostic))
            .whenComplete(
                (actions, failure) ->
                    Notices.onScreen(() -> apply(failure == null ? actions : List.of())));
  }

  private void apply(List<CodeAction> actions) {
    CodeAction action =
        actions.stream().filter(each -> each.getTitle().equals(title)).findFirst().orElse(null);
    if (action == null) {
      Notices.error("Not changed: the problem is no longer where it was");
      return;
    }
    try {
      Edits.apply(action.getEdit());
    } catch (CoreException e) {
      Notices.error("Not changed: " + e.getMessage());
    }
  }
}
