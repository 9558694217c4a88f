package surety.eclipse.driver;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** The cells of tables that can be changed where they stand. */
public final class Cells {

  private Cells() {}

  /** Something that gives a table that is shown now; in the UI thread only. */
  @FunctionalInterface
  public interface Shown {

    /** The table. */
    Table table();
  }

  /** Clicks a cell and writes another value into it. */
  public static void type(Shown shown, int row, int column, String value) {
    Ui.run(
        () -> {
          Rectangle cell = shown.table().getItem(row).getBounds(column);
          Point middle = new Point(cell.x + cell.width / 2, cell.y + cell.height / 2);
          Mouse.moveTo(shown.table(), middle);
          Mouse.clickOn(shown.table(), 0);
        });
    Text field = Ui.await("a field", () -> Widgets.first(shown.table(), Text.class, text -> true));
    Ui.run(
        () -> {
          field.setText(value);
          field.notifyListeners(SWT.DefaultSelection, new Event());
        });
    Ui.awaitTrue("the value", () -> shown.table().getItem(row).getText(column).equals(value));
  }
}
