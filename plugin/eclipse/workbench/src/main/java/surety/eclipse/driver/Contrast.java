package surety.eclipse.driver;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;

/**
 * What can be read in a part of the screen, measured at its pixels.
 *
 * @param background the colour of most of them
 * @param text the colour that differs most from it
 */
public record Contrast(RGB background, RGB text) {

  /** Measures a part of a picture of the screen. */
  static Contrast in(ImageData picture, Rectangle part) {
    Map<RGB, Integer> counts = new HashMap<>();
    Rectangle seen = part.intersection(new Rectangle(0, 0, picture.width, picture.height));
    for (int y = seen.y; y < seen.y + seen.height; y++) {
      for (int x = seen.x; x < seen.x + seen.width; x++) {
        counts.merge(picture.palette.getRGB(picture.getPixel(x, y)), 1, Integer::sum);
      }
    }
    RGB background =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .orElseThrow(() -> new StepFailure("Nothing is on the screen at " + part))
            .getKey();
    RGB text =
        counts.keySet().stream()
            .max(Comparator.comparingDouble(colour -> ratio(colour, background)))
            .orElseThrow();
    return new Contrast(background, text);
  }

  /** From 1 to 21, by the Web Content Accessibility Guidelines 2.1. */
  public double ratio() {
    return ratio(background, text);
  }

  /** Whether the background is a dark one. */
  public boolean isDark() {
    return luminance(background) < 0.18;
  }

  private static double ratio(RGB one, RGB other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
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
