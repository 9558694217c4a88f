package surety.eclipse.assist;

import org.eclipse.jface.internal.text.html.BrowserInformationControl;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.EditorsUI;
import surety.eclipse.text.Room;
import surety.eclipse.theme.Contrast;

/**
 * A small window with a page of HTML, large enough for all of it. With the key that its last line
 * names it gets the focus; then it can be scrolled and made larger.
 */
final class PictureControl extends BrowserInformationControl {
  /** As much as a page may take: more would hide the text that it is about. */
  private static final Point MOST = new Point(640, 480);

  private static final String FONT = JFaceResources.DIALOG_FONT;

  private HoverText shown = new HoverText("");
  private Composite content;

  private PictureControl(Shell parent) {
    super(parent, FONT, EditorsUI.getTooltipAffordanceString());
  }

  private PictureControl(Shell parent, boolean isResizable) {
    super(parent, FONT, isResizable);
  }

  /** One that goes when the pointer goes. */
  static PictureControl passing(Shell parent) {
    return new PictureControl(parent);
  }

  /** One that stays until it loses the focus. */
  private static PictureControl staying(Shell parent) {
    return new PictureControl(parent, true);
  }

  @Override
  protected void createContent(Composite parent) {
    super.createContent(parent);
    content = parent;
  }

  @Override
  public IInformationControlCreator getInformationPresenterControlCreator() {
    return PictureControl::staying;
  }

  @Override
  public void setInput(Object input) {
    if (input instanceof HoverText text) {
      Display display = getShell().getDisplay();
      Color background = JFaceColors.getInformationViewerBackgroundColor(display);
      RGB link =
          Contrast.readable(JFaceColors.getHyperlinkText(display).getRGB(), background.getRGB());
      super.setInput(text.page(style(display), css(link), Contrast.isDark(background.getRGB())));
      // Last, for the page comes back here as an input of another kind.
      shown = text;
    } else {
      shown = new HoverText("");
      super.setInput(input);
    }
  }

  private static String style(Display display) {
    FontData font = JFaceResources.getFont(FONT).getFontData()[0];
    return "color:"
        + css(JFaceColors.getInformationViewerForegroundColor(display).getRGB())
        + ";background:"
        + css(JFaceColors.getInformationViewerBackgroundColor(display).getRGB())
        + ";font:"
        + font.getHeight()
        + "pt/1.4 '"
        + font.getName().replaceAll("[^\\w -]", "")
        + "',sans-serif";
  }

  @Override
  public Point computeSizeHint() {
    Point most = getSizeConstraints() == null ? MOST : getSizeConstraints();
    Room room = room(most.x == SWT.DEFAULT ? MOST.x : most.x);
    int height = most.y == SWT.DEFAULT ? room.height() : Math.min(most.y, room.height());
    if (content.getLayoutData() instanceof GridData part && content.getShell() != getShell()) {
      leaveOutHiddenRows(content.getParent());
      return partOfAnother(part, room.width(), height);
    }
    Rectangle trim = computeTrim();
    return new Point(room.width() + trim.width, height + trim.height);
  }

  /**
   * Where problems are, the editor puts several hovers into one window. It adds their hints, of
   * which that for problems is much too high, and takes what the layout needs if that is more: so
   * here the layout gets to know what is needed, and the sum is made small.
   */
  private static Point partOfAnother(GridData part, int width, int height) {
    part.widthHint = width;
    part.heightHint = height;
    return new Point(0, -MOST.y * 2);
  }

  /** Each of them has a last line with a hint; the editor hides these, but leaves their room. */
  private static void leaveOutHiddenRows(Composite all) {
    for (Control row : all.getChildren()) {
      if (row.getLayoutData() instanceof GridData place) {
        place.exclude = !row.getVisible();
      }
    }
  }

  private Room room(int most) {
    GC gc = new GC(getShell());
    try {
      return shown.room(most, new FontRuler(gc, FONT));
    } finally {
      gc.dispose();
    }
  }

  /** Asked before it is known what will be shown: so there is room for a picture. */
  @Override
  public Point computeSizeConstraints(int widthInChars, int heightInChars) {
    Point most = super.computeSizeConstraints(widthInChars, heightInChars);
    return new Point(Math.max(most.x, MOST.x), Math.max(most.y, MOST.y));
  }

  private static String css(RGB colour) {
    return "rgb(" + colour.red + "," + colour.green + "," + colour.blue + ")";
  }
}
