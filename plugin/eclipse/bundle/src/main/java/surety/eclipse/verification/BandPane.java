package surety.eclipse.verification;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import surety.eclipse.base.Notices;
import surety.eclipse.server.Failures;
import surety.eclipse.server.Server;
import surety.eclipse.states.Item;
import surety.eclipse.theme.Theme;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;

/** The picture of the selected property or query, drawn by the server for the size of the pane. */
final class BandPane {
  private static final int SECONDS = 20;
  private static final String NOTHING = "Select a property or query to see its bounds.";
  private static final int SMALLEST = 60;
  private static final int MILLISECONDS_OF_REST = 150;

  /**
   * What the pane says of its picture, for those who cannot see it: the state, the version of what
   * is known, and the title. Null while there is none.
   */
  private static final String DATA = "surety.picture";

  private final Canvas canvas;
  private Item item;
  private Image picture;
  private String description = "";
  private String message = NOTHING;
  private Theme theme = Theme.LIGHT;
  private int questions;

  BandPane(Composite parent) {
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
    canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
    canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
    canvas.addListener(SWT.Paint, event -> paint(event.gc));
    canvas.addListener(SWT.Resize, event -> soon());
    canvas.addListener(SWT.Dispose, event -> drop());
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = picture == null ? message : description;
              }
            });
  }

  /** Shows this one now, as it stands; null for none. */
  void show(Item shown) {
    boolean isOther = shown == null || !shown.isSameAs(item);
    item = shown;
    if (isOther) {
      drop();
      message = shown == null ? NOTHING : "Drawing...";
      canvas.redraw();
    }
    ask();
  }

  /** While the pane is resized, only the last size counts. */
  private void soon() {
    int last = ++questions;
    canvas
        .getDisplay()
        .timerExec(
            MILLISECONDS_OF_REST,
            () -> {
              if (last == questions) {
                ask();
              }
            });
  }

  private void ask() {
    int question = ++questions;
    if (canvas.isDisposed() || item == null) {
      return;
    }
    Point size = canvas.getSize();
    if (size.x < SMALLEST || size.y < SMALLEST) {
      return;
    }
    theme = Theme.of(canvas);
    BandParams params =
        new BandParams(item.uri(), item.status().name(), size.x, size.y, theme.word());
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.band(params))
            .whenComplete(
                (band, failure) ->
                    Notices.onScreen(
                        () -> {
                          if (question == questions && !canvas.isDisposed()) {
                            draw(band, failure);
                          }
                        }));
  }

  private void draw(Band band, Throwable failure) {
    drop();
    if (failure != null) {
      message = "No picture: " + Failures.words(failure);
    } else if (band == null || band.svg() == null) {
      String said = item.status().message();
      message = "No bounds yet" + (said == null ? "." : ": " + said);
    } else {
      load(band);
    }
    canvas.redraw();
  }

  private void load(Band band) {
    byte[] svg = band.svg().getBytes(StandardCharsets.UTF_8);
    try {
      picture = new Image(canvas.getDisplay(), new ImageData(new ByteArrayInputStream(svg)));
      description = band.description();
      canvas.setData(DATA, band.state() + " " + band.version() + " " + band.title());
    } catch (SWTException e) {
      message = "No picture: this workbench cannot draw SVG (org.eclipse.swt.svg is missing).";
    }
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    if (Theme.of(canvas) != theme) {
      theme = Theme.of(canvas);
      soon();
    }
    if (picture != null) {
      Rectangle bounds = picture.getBounds();
      gc.drawImage(
          picture,
          Math.max(0, (area.width - bounds.width) / 2),
          Math.max(0, (area.height - bounds.height) / 2));
      return;
    }
    Point size = gc.textExtent(message);
    gc.drawText(
        message,
        Math.max(4, (area.width - size.x) / 2),
        Math.max(4, (area.height - size.y) / 2),
        true);
  }

  private void drop() {
    if (picture != null) {
      picture.dispose();
      picture = null;
      canvas.setData(DATA, null);
    }
  }

  Canvas canvas() {
    return canvas;
  }
}
