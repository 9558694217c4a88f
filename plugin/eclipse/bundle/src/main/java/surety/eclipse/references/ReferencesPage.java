package surety.eclipse.references;

import java.util.Comparator;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.PartInitException;
import surety.eclipse.documents.Places;

/** The uses of a name in the Search view, a line for each. */
public final class ReferencesPage extends AbstractTextSearchViewPage {
  private static final Comparator<Use> ORDER =
      Comparator.comparing(Use::uri).thenComparingInt(use -> use.place().offset());

  /** A list, for most names are used in one file only. */
  public ReferencesPage() {
    super(FLAG_LAYOUT_FLAT);
  }

  @Override
  protected void configureTableViewer(TableViewer viewer) {
    viewer.setContentProvider(
        (IStructuredContentProvider) input -> ((AbstractTextSearchResult) input).getElements());
    viewer.setLabelProvider(new UseLabels());
    viewer.setComparator(
        new ViewerComparator() {
          @Override
          public int compare(Viewer shown, Object one, Object other) {
            return ORDER.compare((Use) one, (Use) other);
          }
        });
  }

  @Override
  protected void configureTreeViewer(TreeViewer viewer) {
    throw new UnsupportedOperationException("there is only a list");
  }

  @Override
  protected void elementsChanged(Object[] elements) {
    refresh();
  }

  @Override
  protected void clear() {
    refresh();
  }

  private void refresh() {
    StructuredViewer viewer = getViewer();
    if (viewer != null && !viewer.getControl().isDisposed()) {
      viewer.refresh();
    }
  }

  @Override
  protected void showMatch(Match match, int offset, int length, boolean isActivated)
      throws PartInitException {
    Use use = (Use) match.getElement();
    if (Places.file(use.uri()) == null) {
      Places.reveal(use.uri(), use.range());
    } else {
      openAndSelect(getSite().getPage(), Places.file(use.uri()), offset, length, isActivated);
    }
  }
}
