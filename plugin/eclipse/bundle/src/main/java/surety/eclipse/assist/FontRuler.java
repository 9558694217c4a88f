package surety.eclipse.assist;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.GC;
import surety.eclipse.text.Ruler;

/** Measures in a font of the workbench; what is bold there is a little wider than measured here. */
final class FontRuler implements Ruler {
  /** The pages have lines this much higher than their letters, in percent. */
  private static final int LINE = 140;

  private static final int PIXELS_AT_96_DPI = 96;
  private static final int POINTS = 72;

  private final GC gc;
  private final int lineHeight;
  private final int widthOfCode;

  FontRuler(GC gc, String font) {
    this.gc = gc;
    gc.setFont(JFaceResources.getFont(font));
    int points = JFaceResources.getFont(font).getFontData()[0].getHeight();
    int letters = (points * PIXELS_AT_96_DPI + POINTS - 1) / POINTS;
    int perLine = POINTS * 100;
    int line = (points * PIXELS_AT_96_DPI * LINE + perLine - 1) / perLine;
    lineHeight = Math.max(gc.getFontMetrics().getHeight(), line);
    // Monospaced letters are hardly ever wider than 0.62 of their height.
    widthOfCode = (letters * 62 + 99) / 100;
  }

  @Override
  public int width(String words) {
    int width = gc.textExtent(words).x;
    return width + width / 16;
  }

  @Override
  public int widthOfCode() {
    return widthOfCode;
  }

  @Override
  public int lineHeight() {
    return lineHeight;
  }
}
