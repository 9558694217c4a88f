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

  /** Clicks where it is. */
  public static void click() {
    button(SWT.MouseDown);
    button(SWT.MouseUp);
  }

  /**
   * Moves it a little and clicks where it is, in a control, with keys held. A screen that nobody
   * sees has no such clicks: the control hears of them as if there had been one.
   *
   * @param modifiers the keys, as the bits of SWT
   */
  public static void clickOn(Control control, int modifiers) {
    control.notifyListeners(SWT.MouseMove, held(control, modifiers, 0));
    control.notifyListeners(SWT.MouseDown, held(control, modifiers, 1));
    control.notifyListeners(SWT.MouseUp, held(control, modifiers | SWT.BUTTON1, 1));
  }

  private static Event held(Control control, int state, int button) {
    Point place = control.toControl(Ui.display().getCursorLocation());
    Event event = new Event();
    event.x = place.x;
    event.y = place.y;
    event.stateMask = state;
    event.button = button;
    event.count = button;
    return event;
  }

  private static void button(int type) {
    Event event = new Event();
    event.type = type;
    event.button = 1;
    if (!Ui.display().post(event)) {
      throw new StepFailure("The button of the mouse cannot be pressed");
    }
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
