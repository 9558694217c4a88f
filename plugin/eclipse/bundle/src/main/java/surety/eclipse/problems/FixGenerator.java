package surety.eclipse.problems;

import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import surety.eclipse.text.Uris;

/** The quick fixes of a marker, in the Problems view and in the editor. */
public final class FixGenerator implements IMarkerResolutionGenerator2 {
  @Override
  public boolean hasResolutions(IMarker marker) {
    return !actions(marker).isEmpty();
  }

  @Override
  public IMarkerResolution[] getResolutions(IMarker marker) {
    return actions(marker).stream()
        .map(action -> new FixResolution(action.getTitle()))
        .toArray(IMarkerResolution[]::new);
  }

  private static List<CodeAction> actions(IMarker marker) {
    Diagnostic diagnostic = Problem.diagnostic(marker.getAttribute(Problem.DIAGNOSTIC, ""));
    if (diagnostic == null || marker.getResource().getLocationURI() == null) {
      return List.of();
    }
    return FixCatalog.get().of(Uris.of(marker.getResource().getLocationURI()), diagnostic);
  }
}
