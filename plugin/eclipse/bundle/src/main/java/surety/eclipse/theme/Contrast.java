package surety.eclipse.theme;

import org.eclipse.swt.graphics.RGB;

/**
 * How well a colour can be read on another one, by the Web Content Accessibility Guidelines 2.1.
 */
public final class Contrast {
  /** Enough for text of any size (success criterion 1.4.3). */
  public static final double ENOUGH = 4.5;

  private static final RGB BLACK = new RGB(0, 0, 0);
  private static final RGB WHITE = new RGB(255, 255, 255);
  private static final int STEPS = 32;

  private Contrast() {}

  /** The ratio of the two colours' luminances, from 1 to 21. */
  public static double of(RGB one, RGB other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** Whether white can be read better on it than black. */
  public static boolean isDark(RGB background) {
    return of(background, WHITE) > of(background, BLACK);
  }

  /**
   * A colour as it can be read on a background: itself if it can, else moved towards black or white
   * just as far as is needed.
   */
  public static RGB readable(RGB wanted, RGB background) {
    RGB end = isDark(background) ? WHITE : BLACK;
    RGB colour = wanted;
    for (int i = 1; i <= STEPS && of(colour, background) < ENOUGH; i++) {
      colour = mixed(wanted, end, (double) i / STEPS);
    }
    return colour;
  }

  private static RGB mixed(RGB from, RGB to, double share) {
    return new RGB(
        mixed(from.red, to.red, share),
        mixed(from.green, to.green, share),
        mixed(from.blue, to.blue, share));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  private static double luminance(RGB colour) {
    return 0.2126 * linear(colour.red)
        + 0.7152 * linear(colour.green)
        + 0.0722 * linear(colour.blue);
  }

  private static double linear(int part) {
    double s = part / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }
}
