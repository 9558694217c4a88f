package surety.eclipse.verification;

import java.nio.file.Path;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import surety.eclipse.base.Icons;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;

/** The texts of one column, and the picture of the state. */
final class RowLabels extends ColumnLabelProvider {
  private final Column column;

  RowLabels(Column column) {
    this.column = column;
  }

  @Override
  public String getText(Object element) {
    return ((Row) element).text(column);
  }

  @Override
  public Image getImage(Object element) {
    return column == Column.STATE ? Icons.image(((Row) element).verdict().icon()) : null;
  }

  /** All that stands in it, and what else is known of it. */
  @Override
  public String getToolTipText(Object element) {
    String text = ((Row) element).text(column);
    String more = element instanceof Row.Leaf leaf ? more(leaf.item().status()) : null;
    if (more == null || more.equals(text)) {
      return text.isEmpty() ? null : text;
    }
    return text.isEmpty() ? more : text + "\n" + more;
  }

  private String more(PropertyStatus status) {
    return switch (column) {
      case NAME, CLAIM -> status.title();
      case STATE, BOUNDS -> status.message();
      case CERTIFICATE -> status.certificate() == null ? null : place(status.certificate());
      default -> null;
    };
  }

  private static String place(String uri) {
    Path path = Uris.path(uri);
    return path == null ? uri : path.toString();
  }
}
