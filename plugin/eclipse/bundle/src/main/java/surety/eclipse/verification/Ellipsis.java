package surety.eclipse.verification;

import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import surety.eclipse.theme.Contrast;

/** Ends a text that is too long for its cell with three dots. */
final class Ellipsis {
  private static final String DOTS = "\u2026";

  private Ellipsis() {}

  /**
   * Other systems do so by themselves; GTK cuts in the middle of a letter, without a sign of it.
   */
  static void addTo(Tree tree) {
    if ("gtk".equals(SWT.getPlatform())) {
      tree.addListener(SWT.EraseItem, event -> event.detail &= ~SWT.FOREGROUND);
      tree.addListener(SWT.PaintItem, Ellipsis::paint);
    }
  }

  /**
   * All of the cell: what is drawn here is not limited to what has to be drawn again, and letters
   * that are drawn twice look bold. What is selected keeps the background that the system gave it,
   * on which not every system's own letters can be read.
   */
  private static void paint(Event event) {
    GC gc = event.gc;
    TreeItem item = (TreeItem) event.item;
    Rectangle place = item.getTextBounds(event.index);
    if ((event.detail & SWT.SELECTED) == 0) {
      gc.setBackground(item.getParent().getBackground());
      gc.fillRectangle(place.x, event.y, place.width, event.height);
    } else {
      RGB letters = Contrast.readable(gc.getForeground().getRGB(), gc.getBackground().getRGB());
      gc.setForeground(new Color(letters));
    }
    String text =
        shortened(item.getText(event.index), place.width, words -> gc.textExtent(words).x);
    int height = gc.getFontMetrics().getHeight();
    gc.drawText(text, place.x, event.y + Math.max(0, (event.height - height) / 2), true);
    Image image = item.getImage(event.index);
    if (image != null) {
      Rectangle left = item.getImageBounds(event.index);
      int top = event.y + Math.max(0, (event.height - image.getBounds().height) / 2);
      gc.drawImage(image, left.x, top);
    }
  }

  /** As much of the beginning as there is room for. */
  static String shortened(String text, int room, ToIntFunction<String> ruler) {
    if (text.isEmpty() || ruler.applyAsInt(text) <= room) {
      return text;
    }
    int fits = 0;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (ruler.applyAsInt(text.substring(0, middle) + DOTS) <= room) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return text.substring(0, fits).stripTrailing() + DOTS;
  }
}
