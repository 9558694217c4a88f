package surety.eclipse.assist;

import org.eclipse.jface.internal.text.html.BrowserInformationControl;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import surety.eclipse.text.Pictures;

/** A small window with a page of HTML, large enough for its pictures. */
final class PictureControl extends BrowserInformationControl {
  private static final int MARGIN = 24;
  private static final Point ROOM_FOR_PICTURE = new Point(500, 300);

  private Pictures pictures = new Pictures(0, 0);

  PictureControl(Shell parent) {
    super(parent, JFaceResources.DIALOG_FONT, false);
  }

  @Override
  public void setInput(Object input) {
    if (input instanceof HoverText text) {
      Display display = getShell().getDisplay();
      super.setInput(
          text.page(
              css(display.getSystemColor(SWT.COLOR_LIST_FOREGROUND)),
              css(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND))));
      // Last, for the page comes back here as an input of another kind.
      pictures = text.pictures();
    } else {
      pictures = new Pictures(0, 0);
      super.setInput(input);
    }
  }

  @Override
  public Point computeSizeHint() {
    Point size = super.computeSizeHint();
    if (pictures.height() == 0) {
      return size;
    }
    return new Point(
        Math.max(size.x, pictures.width() + MARGIN), size.y + pictures.height() + MARGIN);
  }

  /** Asked before it is known what will be shown: so there is room for a picture. */
  @Override
  public Point computeSizeConstraints(int widthInChars, int heightInChars) {
    Point most = super.computeSizeConstraints(widthInChars, heightInChars);
    return new Point(Math.max(most.x, ROOM_FOR_PICTURE.x), most.y + ROOM_FOR_PICTURE.y);
  }

  private static String css(Color colour) {
    return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
  }
}
