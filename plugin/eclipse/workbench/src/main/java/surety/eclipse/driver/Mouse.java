package surety.eclipse.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** The pointer of the mouse. */
public final class Mouse {

  private Mouse() {}

  /**
   * Moves it to a place in a control, and a little there, as a hand does. In the UI thread only.
   */
  public static void moveTo(Control control, Point place) {
    Point there = control.toDisplay(place);
    post(there.x + 1, there.y);
    post(there.x, there.y);
  }

  private static void post(int x, int y) {
    Event event = new Event();
    event.type = SWT.MouseMove;
    event.x = x;
    event.y = y;
    if (!Ui.display().post(event)) {
      throw new StepFailure("The pointer cannot be moved");
    }
  }
}
