package surety.eclipse.scenario;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Workbench;

/** The steps that look whether all can be read, in the light theme and in the dark one. */
final class ThemeSteps {

  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final String PROPERTY = "property rare";
  private static final String LOW = "property low";
  private static final String SELECTED = "frequent";

  private final Pictures pictures;
  private final SureEditor editor;
  private final ITextEditor shown;

  /** On the verified example. */
  ThemeSteps(Pictures pictures, ITextEditor shown) {
    this.pictures = pictures;
    this.shown = shown;
    this.editor = new SureEditor(() -> shown);
  }

  String light() {
    return read(false, "light");
  }

  /** It is chosen while all is open, as on the page of preferences, and kept for the next start. */
  String dark() {
    Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(DARK, true));
    Ui.awaitTrue(
        "a dark editor", () -> shown.getAdapter(Control.class).getBackground().getRed() < 80);
    return read(true, "dark");
  }

  private String read(boolean isDark, String picture) {
    Ui.run(
        () -> {
          Workbench.page().activate(shown);
          Workbench.page().showView(VerificationTable.VIEW);
          VerificationTable.select(SELECTED);
          editor.setCursor(LOW, 0);
        });
    Ui.await("a picture of bounds", () -> BandPicture.shown(SELECTED, "violated"));
    Ui.awaitTrue("lenses", () -> editor.roomAbove(editor.find(PROPERTY)) > 0);
    pictures.take(picture);
    return new Readability()
        .text(editor, "keyword", PROPERTY, "property")
        .text(editor, "plain text", PROPERTY, "rare")
        .text(editor, "title", PROPERTY, "R1: a very high")
        .text(editor, "number", PROPERTY, "1e-2")
        .text(editor, "comment", PROPERTY, "EXPECT")
        .lens(editor, PROPERTY)
        .hint(editor, PROPERTY)
        .outline("Flowers")
        .cell("state", "rare", VerificationTable.STATE)
        .cell("bounds", "rare", VerificationTable.BOUNDS)
        .cell(Readability.SELECTED + " bounds", SELECTED, VerificationTable.BOUNDS)
        .picture()
        .check(isDark);
  }
}
