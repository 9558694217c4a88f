package surety.eclipse.problems;

import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import surety.eclipse.text.Uris;

/**
 * One quick fix of a marker.
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
    if (diagnostic != null) {
      new Repair(Uris.of(marker.getResource().getLocationURI()), diagnostic, title).run();
    }
  }
}
