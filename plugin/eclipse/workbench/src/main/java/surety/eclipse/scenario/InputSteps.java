package surety.eclipse.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import surety.eclipse.driver.Cells;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps with networks alone: what one gives for an input, and what is in its file. */
final class InputSteps {

  private static final String PROPERTY = "frequent";
  private static final String TITLE = "Try an Input: " + PROPERTY;
  private static final String EDITOR = "surety.eclipse.network";

  private final Pictures pictures;

  InputSteps(Pictures pictures) {
    this.pictures = pictures;
  }

  /** The witness of a violated property makes its event happen; another input does not. */
  String tryInput() {
    Ui.run(
        () -> {
          VerificationTable.select(PROPERTY);
          VerificationTable.press(VerificationTable.TRY_INPUT);
        });
    Ui.await("the dialog", () -> Widgets.shell(TITLE));
    Ui.awaitTrue("the outputs", () -> rows("Over the reals").size() == 3);
    Ui.awaitTrue("the event", () -> isSaid("event happens"));
    pictures.take("try-input");
    List<List<String>> first = Ui.get(() -> rows("Over the reals"));
    type("1");
    Ui.awaitTrue("other outputs", () -> !rows("Over the reals").equals(first));
    Ui.awaitTrue("no event", () -> isSaid("does not happen"));
    pictures.take("try-input-changed");
    type("much");
    Ui.awaitTrue("what is wrong", () -> isSaid("much"));
    pictures.take("try-input-wrong");
    Ui.run(() -> Widgets.press(Widgets.button(dialog(), "Close").orElseThrow()));
    Ui.awaitTrue("the end of the dialog", () -> Widgets.shell(TITLE).isEmpty());
    return first.toString();
  }

  private static void type(String value) {
    Cells.type(() -> table("Value"), 0, 1, value);
  }

  private static List<List<String>> rows(String column) {
    return Widgets.cells(table(column));
  }

  private static Table table(String column) {
    return Widgets.first(
            dialog(),
            Table.class,
            table -> Stream.of(table.getColumns()).anyMatch(c -> c.getText().equals(column)))
        .orElseThrow(() -> new StepFailure("There is no table with " + column));
  }

  private static boolean isSaid(String words) {
    return Widgets.texts(dialog()).stream().anyMatch(text -> text.contains(words));
  }

  private static Shell dialog() {
    return Widgets.shell(TITLE).orElseThrow(() -> new StepFailure("There is no dialog"));
  }

  /** A network file is no text: its editor says what is in it. */
  String network(IFile network) {
    IEditorPart editor = Ui.get(() -> IDE.openEditor(Workbench.page(), network));
    String id = Ui.get(() -> editor.getSite().getId());
    if (!id.equals(EDITOR)) {
      throw new StepFailure("It opened in " + id);
    }
    String said =
        Ui.await(
            "what is in it",
            () ->
                Widgets.texts(Workbench.window().getShell()).stream()
                    .filter(text -> text.contains("2 inputs"))
                    .findFirst());
    pictures.take("network");
    Ui.run(() -> Workbench.page().closeEditor(editor, false));
    return said;
  }
}
