package surety.eclipse.scenario;

import java.util.Optional;
import org.eclipse.swt.widgets.Canvas;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/**
 * The picture in the Verification view, as its pane tells of it.
 *
 * @param title what it shows
 * @param state of that, when it was drawn
 * @param version of what is known, which grows
 */
record BandPicture(String title, String state, long version) {

  private static final String KEY = "surety.picture";

  /** The one that is shown now; empty if there is none. In the UI thread only. */
  static Optional<BandPicture> shown() {
    return canvas().map(canvas -> parse((String) canvas.getData(KEY)));
  }

  /** Where it is shown; empty if there is none. */
  static Optional<Canvas> canvas() {
    return Widgets.first(
        Workbench.window().getShell(), Canvas.class, one -> one.getData(KEY) != null);
  }

  /** The one that is shown now, if it is of this query in this state. */
  static Optional<BandPicture> shown(String name, String state) {
    return shown().filter(picture -> picture.title.contains(name) && picture.state.equals(state));
  }

  private static BandPicture parse(String said) {
    String[] parts = said.split(" ", 3);
    return new BandPicture(parts[2], parts[0], Long.parseLong(parts[1]));
  }
}
