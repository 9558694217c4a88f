package surety.eclipse.problems;

import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Edits;
import surety.eclipse.text.Uris;

/**
 * One quick fix. Its change is asked for when it is applied: it must fit the text as it is then.
 *
 * @param title what it does, for people
 */
record FixResolution(String title) implements IMarkerResolution2 {
  @Override
  public String getLabel() {
    return title;
  }

  @Override
  public String getDescription() {
    return title;
  }

  @Override
  public Image getImage() {
    return null;
  }

  @Override
  public void run(IMarker marker) {
    Diagnostic diagnostic = Problem.diagnostic(marker.getAttribute(Problem.DIAGNOSTIC, ""));
    if (diagnostic == null) {
      return;
    }
    String uri = Uris.of(marker.getResource().getLocationURI());
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
