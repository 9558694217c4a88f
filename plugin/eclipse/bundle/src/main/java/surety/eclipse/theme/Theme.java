package surety.eclipse.theme;

import org.eclipse.swt.widgets.Control;

/** The kind of a theme, as the server's pictures know it. */
public enum Theme {
  /** Dark on light. */
  LIGHT("light"),
  /** Light on dark. */
  DARK("dark"),
  /** As strong as can be. */
  HIGH_CONTRAST("highContrast");

  private final String word;

  Theme(String word) {
    this.word = word;
  }

  /** The server's word for it. */
  public String word() {
    return word;
  }

  /** The one in which a control is drawn now. Only in the thread of the screen. */
  public static Theme of(Control control) {
    if (control.getDisplay().getHighContrast()) {
      return HIGH_CONTRAST;
    }
    return Contrast.isDark(control.getBackground().getRGB()) ? DARK : LIGHT;
  }
}
