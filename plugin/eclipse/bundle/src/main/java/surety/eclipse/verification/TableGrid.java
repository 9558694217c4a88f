package surety.eclipse.verification;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * The columns of a table on the screen.
 *
 * @param table with one column for each {@link Column}
 */
record TableGrid(Table table) implements Widths.Grid {
  private static final int PADDING = 10;
  private static final int PADDING_OF_TITLE = 14;

  /** Between a picture and the text behind it. */
  private static final int GAP = 4;

  @Override
  public int[] wanted() {
    int[] widths = new int[table.getColumnCount()];
    GC gc = new GC(table);
    try {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = gc.textExtent(table.getColumn(i).getText()).x + PADDING_OF_TITLE;
      }
      for (TableItem item : table.getItems()) {
        for (int i = 0; i < widths.length; i++) {
          int picture = item.getImage(i) == null ? 0 : item.getImage(i).getBounds().width + GAP;
          widths[i] = Math.max(widths[i], gc.textExtent(item.getText(i)).x + picture + PADDING);
        }
      }
    } finally {
      gc.dispose();
    }
    return widths;
  }

  @Override
  public int room() {
    return table.getClientArea().width;
  }

  @Override
  public int width(int column) {
    return table.getColumn(column).getWidth();
  }

  /** The last one, on some platforms; on the others nothing is lost by taking it for one. */
  @Override
  public boolean isStretched(int column) {
    int[] order = table.getColumnOrder();
    return order[order.length - 1] == column;
  }

  @Override
  public void resize(int column, int width) {
    table.getColumn(column).setWidth(width);
  }
}
