package surety.eclipse.driver;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Takes pictures of the whole screen. */
public final class Pictures {

  /**
   * So often a screen may change before it is taken as it is: progress bars and carets never stop.
   */
  private static final int LOOKS = 20;

  private final Path folder;

  /** Of pictures in a folder that is there. */
  public Pictures(Path folder) {
    this.folder = folder;
  }

  /** Takes a picture as soon as the screen stands still. */
  public void take(String name) {
    ImageData last = Ui.get(Pictures::screen);
    for (int i = 0; i < LOOKS; i++) {
      Ui.pause();
      ImageData next = Ui.get(Pictures::screen);
      boolean still = Arrays.equals(last.data, next.data);
      last = next;
      if (still) {
        break;
      }
    }
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {last};
    loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
  }

  /** How many colours are on the screen where a control is: few, as long as it is not drawn. */
  public static int coloursOf(Control control) {
    ImageData screen = screen();
    Rectangle area =
        Ui.display()
            .map(control.getParent(), null, control.getBounds())
            .intersection(Ui.display().getBounds());
    Set<Integer> colours = new HashSet<>();
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        colours.add(screen.getPixel(x, y));
      }
    }
    return colours.size();
  }

  /** What can be read in a part of the screen. */
  public static Contrast contrastIn(Rectangle part) {
    return Contrast.in(screen(), part);
  }

  private static ImageData screen() {
    Display display = Ui.display();
    Rectangle bounds = display.getBounds();
    Image image = new Image(display, bounds.width, bounds.height);
    GC gc = new GC(display);
    gc.copyArea(image, 0, 0);
    gc.dispose();
    ImageData data = image.getImageData();
    image.dispose();
    return data;
  }
}
