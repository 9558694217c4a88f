package surety.eclipse.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.Mouse;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Workbench;

/** The steps with a query that would run for minutes: its picture narrows, and it is cancelled. */
final class LongSteps {
  private static final int LOOKS_PER_CLICK = 40;
  private static final int LOOKS_BEFORE_CLICK = 4;

  private static final String FILE = "long.sure";
  private static final String QUERY = "curve";
  private static final String PROPERTY = "seldom";
  private static final String LENS_LINE = "property " + PROPERTY;
  private static final String TEXT =
      """
      semantics real;

      network Iris = "iris-tanh.onnx" {
        input sepal_length, sepal_width;
        output setosa, versicolor, virginica;
      }

      distribution Flowers for Iris {
        sepal_length ~ Beta(2, 2);
        sepal_width ~ Beta(3, 2);
      }

      property seldom "A setosa score above 3 has a probability below 60 %":
        P(setosa > 3) < 0.6 under Flowers;

      query curve "Nearly exact, and so it takes long":
        cdf(setosa) at 60 points under Flowers within 1e-14 timeout 10 min;
      """;

  private final Pictures pictures;

  LongSteps(Pictures pictures) {
    this.pictures = pictures;
  }

  /** The picture of the selected query is drawn while it runs, and anew when more is known. */
  String narrow(IProject project) {
    Ui.run(
        () -> Workbench.open(Workbench.file(project, FILE, TEXT.getBytes(StandardCharsets.UTF_8))));
    Ui.awaitTrue("the query", () -> state().equals("not verified"));
    Ui.run(
        () -> {
          VerificationTable.select(QUERY);
          VerificationTable.press(VerificationTable.VERIFY);
        });
    Ui.awaitTrue("how far it has come", () -> said().contains("cells"));
    BandPicture first = Ui.await("a picture", () -> BandPicture.shown(QUERY, "running"));
    BandPicture later = Ui.await("a newer picture", () -> newer(first));
    BandPicture last = Ui.await("an even newer one", () -> newer(later));
    pictures.take("narrowing");
    return first + ", " + later + ", " + last;
  }

  /** What was known before is shown again; here that is nothing. */
  String cancel() {
    Ui.run(
        () -> {
          VerificationTable.select(QUERY);
          VerificationTable.press(VerificationTable.CANCEL);
        });
    Ui.awaitTrue("the end of the run", () -> state().equals("not verified"));
    Ui.awaitTrue("no run to cancel", () -> !VerificationTable.isEnabled(VerificationTable.CANCEL));
    pictures.take("cancelled");
    return Ui.get(LongSteps::state);
  }

  /** A click on the words above a property verifies it. */
  String clickLens(IProject project) {
    SureEditor editor = new SureEditor(() -> (ITextEditor) Workbench.page().getActiveEditor());
    Ui.run(() -> Workbench.open(project.getFile(FILE)));
    Ui.run(() -> editor.setCursor(LENS_LINE, 0));
    Ui.awaitTrue("room for a lens", () -> editor.roomAbove(editor.find(LENS_LINE)) > 0);
    pictures.take("lens");
    AtomicInteger looks = new AtomicInteger();
    Ui.awaitTrue("a run", () -> isUnderWay() || tryAgain(editor, looks.getAndIncrement()));
    Ui.awaitTrue("a proof", () -> VerificationTable.state(FILE, PROPERTY).equals("proved"));
    return PROPERTY;
  }

  private static boolean isUnderWay() {
    return !VerificationTable.state(FILE, PROPERTY).equals("not verified");
  }

  /** As a hand would: lenses that are drawn anew move away, or do not know yet of the pointer. */
  private static boolean tryAgain(SureEditor editor, int looks) {
    if (looks % LOOKS_PER_CLICK == 0) {
      Mouse.moveTo(editor.widget(), place(editor));
    } else if (looks % LOOKS_PER_CLICK == LOOKS_BEFORE_CLICK) {
      Mouse.click();
    }
    return false;
  }

  /** In the second lens, behind the state. */
  private static Point place(SureEditor editor) {
    int line = editor.find(LENS_LINE);
    Point text = editor.widget().getLocationAtOffset(line);
    GC gc = new GC(editor.widget());
    try {
      int width = gc.textExtent("not verified | Ver").x;
      return new Point(text.x + width, text.y - editor.roomAbove(line) / 2);
    } finally {
      gc.dispose();
    }
  }

  private static Optional<BandPicture> newer(BandPicture than) {
    return BandPicture.shown(QUERY, "running")
        .filter(picture -> picture.version() > than.version());
  }

  private static String said() {
    return VerificationTable.column(FILE, VerificationTable.BOUNDS).getOrDefault(QUERY, "");
  }

  private static String state() {
    return VerificationTable.state(FILE, QUERY);
  }
}
