package surety.eclipse.theme;

import java.util.Locale;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import surety.eclipse.base.SuretyPlugin;

/**
 * The colours of texts. Each theme has its own, and people can choose others; where a theme that is
 * not known here leaves them unreadable, they are made lighter or darker.
 */
public enum ThemeColour {
  /** Words of the language. */
  KEYWORD,
  /** Numbers. */
  NUMBER,
  /** Texts in quotation marks. */
  STRING,
  /** Comments. */
  COMMENT,
  /** What stands above, behind or beside a text and is not part of it. */
  LENS;

  /** Its name in the workbench. */
  public String id() {
    return SuretyPlugin.ID + "." + name().toLowerCase(Locale.ROOT);
  }

  /** As it is on a background. Only in the thread of the screen. */
  public Color on(Color background) {
    RGB wanted =
        PlatformUI.getWorkbench()
            .getThemeManager()
            .getCurrentTheme()
            .getColorRegistry()
            .getRGB(id());
    return new Color(Contrast.readable(wanted, background.getRGB()));
  }
}
