package surety.eclipse.outline;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.lsp4j.DocumentSymbol;

/** The symbols and what is in them. */
final class Symbols implements ITreeContentProvider {
  @Override
  public Object[] getElements(Object input) {
    return ((List<?>) input).toArray();
  }

  @Override
  public Object[] getChildren(Object symbol) {
    List<DocumentSymbol> children = ((DocumentSymbol) symbol).getChildren();
    return children == null ? new Object[0] : children.toArray();
  }

  @Override
  public Object getParent(Object symbol) {
    return null;
  }

  @Override
  public boolean hasChildren(Object symbol) {
    return getChildren(symbol).length > 0;
  }
}
