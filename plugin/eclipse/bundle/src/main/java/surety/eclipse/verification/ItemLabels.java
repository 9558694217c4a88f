package surety.eclipse.verification;

import java.nio.file.Path;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import surety.eclipse.base.Icons;
import surety.eclipse.states.Item;
import surety.eclipse.states.Verdict;
import surety.eclipse.text.Uris;

/** The texts of one column, and the picture of the state. */
final class ItemLabels extends ColumnLabelProvider {
  private final Column column;

  ItemLabels(Column column) {
    this.column = column;
  }

  @Override
  public String getText(Object element) {
    return column.of((Item) element);
  }

  @Override
  public Image getImage(Object element) {
    return column == Column.STATE
        ? Icons.image(Verdict.of(((Item) element).status().state()).icon())
        : null;
  }

  @Override
  public String getToolTipText(Object element) {
    Item item = (Item) element;
    String title = item.status().title();
    String message = item.status().message();
    String text = column.of(item);
    if (column == Column.STATE && message != null) {
      return message;
    }
    if ((column == Column.NAME || column == Column.CLAIM) && title != null) {
      return title + "\n" + text;
    }
    if (column == Column.CERTIFICATE && item.status().certificate() != null) {
      return place(item.status().certificate());
    }
    return text.isEmpty() ? null : text;
  }

  private static String place(String uri) {
    Path path = Uris.path(uri);
    return path == null ? uri : path.toString();
  }
}
