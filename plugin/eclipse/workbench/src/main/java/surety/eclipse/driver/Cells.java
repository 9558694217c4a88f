package surety.eclipse.driver;

import java.util.concurrent.atomic.AtomicInteger;
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

  /** How many looks a click is given before it is made again, as whoever sees no field would. */
  private static final int PATIENCE = 20;

  /** Clicks a cell and writes another value into it. */
  public static void type(Shown shown, int row, int column, String value) {
    AtomicInteger looks = new AtomicInteger();
    Text field =
        Ui.await(
            "a field",
            () -> {
              if (looks.getAndIncrement() % PATIENCE == 0) {
                click(shown.table(), row, column);
              }
              return Widgets.first(shown.table(), Text.class, text -> true);
            });
    Ui.run(
        () -> {
          field.setText(value);
          field.notifyListeners(SWT.DefaultSelection, new Event());
        });
    Ui.awaitTrue("the value", () -> shown.table().getItem(row).getText(column).equals(value));
  }

  private static void click(Table table, int row, int column) {
    Rectangle cell = table.getItem(row).getBounds(column);
    Mouse.moveTo(table, new Point(cell.x + cell.width / 2, cell.y + cell.height / 2));
    Mouse.clickOn(table, 0);
  }
}
