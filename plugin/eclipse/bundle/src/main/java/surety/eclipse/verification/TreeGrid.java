package surety.eclipse.verification;

import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/**
 * The columns of a table on the screen.
 *
 * @param tree with one column for each {@link Column}, made in that order
 */
record TreeGrid(Tree tree) implements Widths.Grid {
  @Override
  public int letter() {
    GC gc = new GC(tree);
    try {
      gc.setFont(tree.getFont());
      return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
    } finally {
      gc.dispose();
    }
  }

  @Override
  public int room() {
    return tree.getClientArea().width;
  }

  @Override
  public int width(Column column) {
    return of(column).getWidth();
  }

  @Override
  public void resize(Column column, int width) {
    of(column).setWidth(width);
  }

  private TreeColumn of(Column column) {
    return tree.getColumn(List.of(Column.values()).indexOf(column));
  }

  @Override
  public boolean isLast(Column column) {
    int[] order = tree.getColumnOrder();
    return tree.getColumn(order[order.length - 1]).equals(of(column));
  }
}
