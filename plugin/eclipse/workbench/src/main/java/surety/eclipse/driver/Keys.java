package surety.eclipse.driver;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** The keyboard; what is pressed goes to whatever has the focus. In the UI thread only. */
public final class Keys {

  private static final List<Integer> MODIFIERS = List.of(SWT.CTRL, SWT.ALT, SWT.SHIFT);

  private Keys() {}

  /**
   * Presses a key and lets it go.
   *
   * @param modifiers those to hold meanwhile, as the bits of SWT; 0 for none
   * @param key a key code of SWT, or a small letter
   */
  public static void press(int modifiers, int key) {
    held(modifiers).forEach(each -> post(SWT.KeyDown, each));
    post(SWT.KeyDown, key);
    post(SWT.KeyUp, key);
    held(modifiers).forEach(each -> post(SWT.KeyUp, each));
  }

  /**
   * Presses a key without a sign, as an arrow or the escape key. Those that a screen that nobody
   * sees can press are not taken for such: the control hears of it as if it had been pressed.
   */
  public static void pressIn(Control control, int key) {
    Event event = new Event();
    event.keyCode = key;
    event.character = key < ' ' ? (char) key : 0;
    control.notifyListeners(SWT.KeyDown, event);
  }

  /** Types some letters, digits or signs. */
  public static void type(String text) {
    text.chars().forEach(c -> press(0, c));
  }

  private static List<Integer> held(int modifiers) {
    return MODIFIERS.stream().filter(key -> (modifiers & key) != 0).toList();
  }

  private static void post(int type, int key) {
    Event event = new Event();
    event.type = type;
    if (key < ' ' || key >= SWT.KEYCODE_BIT || (key & SWT.MODIFIER_MASK) == key) {
      event.keyCode = key;
    } else {
      event.character = (char) key;
    }
    if (!Ui.display().post(event)) {
      throw new StepFailure("The key " + key + " cannot be pressed");
    }
  }
}
