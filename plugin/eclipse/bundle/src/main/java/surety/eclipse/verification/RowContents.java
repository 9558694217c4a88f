package surety.eclipse.verification;

import java.util.List;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The rows that are shown; a row is the same in whatever state. */
final class RowContents implements ITreeContentProvider, IElementComparer {
  private List<Row> rows = List.of();

  void set(List<Row> shown) {
    rows = shown;
  }

  List<Row> rows() {
    return rows;
  }

  /** With those in groups. */
  List<Row> all() {
    return rows.stream().flatMap(Row::all).toList();
  }

  @Override
  public Object[] getElements(Object input) {
    return rows.toArray();
  }

  @Override
  public Object[] getChildren(Object parent) {
    return parent instanceof Row.Group group ? group.leaves().toArray() : new Object[0];
  }

  @Override
  public Object getParent(Object element) {
    return rows.stream()
        .filter(
            row ->
                row instanceof Row.Group group
                    && group.leaves().stream().anyMatch(leaf -> equals(leaf, element)))
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean hasChildren(Object element) {
    return element instanceof Row.Group;
  }

  @Override
  public boolean equals(Object one, Object other) {
    if (one instanceof Row a && other instanceof Row b) {
      return a.key().equals(b.key());
    }
    return one == other;
  }

  @Override
  public int hashCode(Object element) {
    return element instanceof Row row ? row.key().hashCode() : System.identityHashCode(element);
  }
}
