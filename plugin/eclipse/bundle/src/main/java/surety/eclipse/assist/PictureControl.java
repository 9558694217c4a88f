package surety.eclipse.assist;

import org.eclipse.jface.internal.text.html.BrowserInformationControl;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import surety.eclipse.text.Pictures;

/** A small window with a page of HTML, large enough for its pictures. */
final class PictureControl extends BrowserInformationControl {
  private static final int MARGIN = 24;
  private static final int SPACE_OF_LINE = 2;
  private static final int GAP = 7;
  private static final Point ROOM_FOR_PICTURE = new Point(500, 170);

  private HoverText text = new HoverText("");
  private Pictures pictures = new Pictures(0, 0);

  PictureControl(Shell parent) {
    super(parent, JFaceResources.DIALOG_FONT, false);
  }

  @Override
  public void setInput(Object input) {
    if (input instanceof HoverText said) {
      Display display = getShell().getDisplay();
      super.setInput(
          said.page(
              css(display.getSystemColor(SWT.COLOR_LIST_FOREGROUND)),
              css(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND))));
      // Last, for the page comes back here as an input of another kind.
      text = said;
      pictures = said.pictures();
    } else {
      text = new HoverText("");
      pictures = new Pictures(0, 0);
      super.setInput(input);
    }
  }

  @Override
  public Point computeSizeHint() {
    Point size = super.computeSizeHint();
    int height = Math.max(size.y, heightOfText(Math.min(size.x, ROOM_FOR_PICTURE.x)));
    if (pictures.height() == 0) {
      return new Point(size.x, height);
    }
    return new Point(
        Math.max(size.x, pictures.width() + MARGIN), height + pictures.height() + MARGIN);
  }

  /** The workbench takes a whole table for one line. */
  private int heightOfText(int width) {
    GC gc = new GC(getShell());
    try {
      gc.setFont(JFaceResources.getDialogFont());
      double charactersInLine = (width - MARGIN) / gc.getFontMetrics().getAverageCharacterWidth();
      int lineHeight = gc.getFontMetrics().getHeight() + SPACE_OF_LINE;
      return lineHeight * text.lines((int) charactersInLine) + GAP * text.gaps() + MARGIN;
    } finally {
      gc.dispose();
    }
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
