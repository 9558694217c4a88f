package surety.eclipse.scenario;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import surety.eclipse.driver.Keys;
import surety.eclipse.driver.Mouse;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps with names: where one is declared, where it is used, another one instead. */
final class NameSteps {

  private static final String NAME = "Flowers";
  private static final String NEW_NAME = "Blossoms";
  private static final String DECLARATION = "distribution " + NAME;
  private static final String USE = "< 1e-2 under " + NAME;
  private static final String SEARCH = "org.eclipse.search.ui.views.SearchView";
  private static final String RENAME = "Rename";

  private final Pictures pictures;
  private final SureEditor editor;

  /** On the verified example. */
  NameSteps(Pictures pictures, SureEditor editor) {
    this.pictures = pictures;
    this.editor = editor;
  }

  /** By the key, wherever in the name the cursor is. */
  String declaration() {
    for (int behind = USE.length() - NAME.length(); behind <= USE.length(); behind++) {
      int cursor = behind;
      Ui.run(() -> editor.setCursor(USE, cursor));
      Ui.run(() -> Keys.press(0, SWT.F3));
      Ui.awaitTrue("the declaration of the distribution", () -> isDeclarationSelected(NAME));
    }
    Ui.run(() -> editor.setCursor(DECLARATION + " for Iris", DECLARATION.length() + 6));
    Ui.run(() -> Keys.press(0, SWT.F3));
    int network = Ui.get(() -> editor.find("network Iris") + "network ".length());
    Ui.awaitTrue("the declaration of the network", () -> editor.hasSelected("Iris", network));
    return "line " + (1 + Ui.get(() -> editor.selection().getStartLine()));
  }

  /** By a click on a link. */
  String link() {
    int use = Ui.get(() -> editor.find(USE) + USE.length() - 2);
    Ui.run(() -> editor.select(use, 0));
    Ui.run(() -> Mouse.moveTo(editor.widget(), editor.place(use)));
    Ui.run(() -> Mouse.clickOn(editor.widget(), SWT.CTRL));
    Ui.awaitTrue("the declaration of the distribution", () -> isDeclarationSelected(NAME));
    return NAME;
  }

  private boolean isDeclarationSelected(String name) {
    return editor.hasSelected(name, editor.find("distribution " + name) + "distribution ".length());
  }

  /** All but the declaration, a line for each; a double click goes there. */
  String references() {
    int uses = Ui.get(() -> editor.text().split("under " + NAME, -1).length - 1);
    Ui.run(() -> editor.setCursor(DECLARATION, DECLARATION.length() - 2));
    Ui.run(() -> Keys.press(SWT.CTRL | SWT.SHIFT, 'g'));
    Table table = Ui.await("a list of " + uses, () -> found().filter(t -> isOf(t, uses)));
    int last = uses - 1;
    String line = Ui.get(() -> table.getItem(last).getText());
    if (!line.startsWith("iris.sure:")
        || !line.endsWith("query scores: cdf(setosa) at 100 points under Flowers;")) {
      throw new StepFailure("Not the last use: " + line);
    }
    pictures.take("references");
    Ui.run(() -> Widgets.open(table, last));
    int place = Ui.get(() -> editor.text().lastIndexOf(NAME));
    Ui.awaitTrue("the last use, selected", () -> editor.hasSelected(NAME, place));
    Ui.run(() -> Workbench.page().hideView(Workbench.page().findView(SEARCH)));
    return uses + " uses";
  }

  private static boolean isOf(Table table, int uses) {
    return table.getItemCount() == uses
        && Stream.of(table.getItems()).allMatch(item -> item.getText().contains(NAME));
  }

  private static Optional<Table> found() {
    return Workbench.page().findView(SEARCH) == null
        ? Optional.empty()
        : Widgets.first(
            Workbench.window().getShell(),
            Table.class,
            table -> table.getColumnCount() == 0 && table.getItemCount() > 0);
  }

  /** Everywhere, and nowhere again by one step back. */
  String rename() {
    String before = Ui.get(editor::text);
    Ui.run(() -> editor.setCursor(USE, USE.length() - 2));
    Ui.run(() -> Keys.press(SWT.ALT | SWT.SHIFT, 'r'));
    Ui.await("a dialog", () -> Widgets.shell(RENAME));
    pictures.take("rename");
    Ui.run(() -> field().setText("no name"));
    Ui.awaitTrue("no way on", () -> !isOkEnabled());
    Ui.run(() -> field().setText(NEW_NAME));
    Ui.awaitTrue("a way on", NameSteps::isOkEnabled);
    Ui.run(() -> Widgets.press(Widgets.button(dialog(), "OK").orElseThrow()));
    String wanted = before.replace(NAME, NEW_NAME);
    Ui.awaitTrue("the new name in all places", () -> editor.text().equals(wanted));
    pictures.take("renamed");
    Ui.run(editor::undo);
    Ui.awaitTrue("the old name in all places", () -> editor.text().equals(before));
    return wanted.split(NEW_NAME, -1).length - 1 + " places";
  }

  private static boolean isOkEnabled() {
    return Widgets.button(dialog(), "OK").map(button -> button.isEnabled()).orElse(false);
  }

  private static Text field() {
    return Widgets.first(dialog(), Text.class, text -> (text.getStyle() & SWT.READ_ONLY) == 0)
        .orElseThrow(() -> new StepFailure("The dialog has no field"));
  }

  private static Shell dialog() {
    Optional<Shell> dialog = Widgets.shell(RENAME);
    return dialog.orElseThrow(() -> new StepFailure("There is no dialog"));
  }
}
