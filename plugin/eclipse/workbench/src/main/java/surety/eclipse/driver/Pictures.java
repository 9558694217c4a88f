package surety.eclipse.driver;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
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
