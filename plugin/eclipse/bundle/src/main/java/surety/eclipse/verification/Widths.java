package surety.eclipse.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * Makes columns as wide as what stands in them, until somebody changes their width. They grow only,
 * so that nothing jumps while numbers change. The claim takes what room is left.
 */
final class Widths {
  private static final int PADDING = 12;
  private static final int PADDING_OF_TITLE = 16;
  private static final int LEAST_FOR_CLAIM = 165;

  private final Table table;
  private final Map<TableColumn, Integer> given = new HashMap<>();

  Widths(Table table) {
    this.table = table;
    table.addListener(SWT.Resize, event -> fit());
  }

  /** Fits all of them to what is in the table now. */
  void fit() {
    int[] wanted = wanted();
    int claim = List.of(Column.values()).indexOf(Column.CLAIM);
    int others = 0;
    for (int i = 0; i < wanted.length; i++) {
      others += i == claim ? 0 : wanted[i];
    }
    int left = Math.max(LEAST_FOR_CLAIM, table.getClientArea().width - others);
    give(table.getColumn(claim), Math.min(wanted[claim], left));
    for (int i = 0; i < wanted.length; i++) {
      TableColumn column = table.getColumn(i);
      if (i != claim && wanted[i] > column.getWidth()) {
        give(column, wanted[i]);
      }
    }
  }

  private void give(TableColumn column, int width) {
    // A width that is not the one given before was chosen by hand.
    boolean isChosen = given.containsKey(column) && given.get(column) != column.getWidth();
    if (!isChosen && column.getWidth() != width) {
      given.put(column, width);
      column.setWidth(width);
    }
  }

  private int[] wanted() {
    int[] widths = new int[table.getColumnCount()];
    GC gc = new GC(table);
    try {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = gc.textExtent(table.getColumn(i).getText()).x + PADDING_OF_TITLE;
      }
      for (TableItem item : table.getItems()) {
        for (int i = 0; i < widths.length; i++) {
          int picture = item.getImage(i) == null ? 0 : item.getImage(i).getBounds().width + 4;
          widths[i] = Math.max(widths[i], gc.textExtent(item.getText(i)).x + picture + PADDING);
        }
      }
    } finally {
      gc.dispose();
    }
    return widths;
  }
}
