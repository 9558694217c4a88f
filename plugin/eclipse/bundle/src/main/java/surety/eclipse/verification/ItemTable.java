package surety.eclipse.verification;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import surety.eclipse.states.Item;

/** The table of all properties and queries. */
final class ItemTable {
  private final TableViewer viewer;
  private final Widths widths;
  private List<Item> all = List.of();
  private String filter = "";

  /**
   * @param parent has the table and nothing else in it
   */
  ItemTable(Composite parent) {
    parent.setLayout(new FillLayout());
    viewer = new TableViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLinesVisible(true);
    ColumnViewerToolTipSupport.enableFor(viewer);
    for (Column column : Column.values()) {
      TableViewerColumn shown = new TableViewerColumn(viewer, SWT.LEFT);
      shown.getColumn().setText(column.title());
      shown.getColumn().setMoveable(true);
      shown.setLabelProvider(new ItemLabels(column));
    }
    widths = new Widths(new TableGrid(viewer.getTable()));
    viewer.getTable().addListener(SWT.Resize, event -> widths.fit());
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.setInput(List.of());
  }

  TableViewer viewer() {
    return viewer;
  }

  /** Shows these now; what was selected stays selected. */
  void show(List<Item> items) {
    all = items;
    draw();
  }

  /** Shows only what has these words in it. */
  void filter(String words) {
    filter = words;
    draw();
  }

  private void draw() {
    List<Item> shown = all.stream().filter(item -> item.matches(filter)).toList();
    if (shown.equals(viewer.getInput())) {
      return;
    }
    List<Item> selected = selected();
    int top = viewer.getTable().getTopIndex();
    viewer.setInput(shown);
    widths.fit();
    List<Item> again =
        shown.stream().filter(item -> selected.stream().anyMatch(item::isSameAs)).toList();
    viewer.setSelection(new StructuredSelection(again));
    viewer.getTable().setTopIndex(top);
  }

  List<Item> selected() {
    return viewer.getStructuredSelection().stream().map(Item.class::cast).toList();
  }

  /** Selects one of them, if it is known; a filter that hides it must have been taken away. */
  void select(String uri, String name) {
    Optional<Item> wanted =
        all.stream()
            .filter(item -> item.uri().equals(uri) && item.status().name().equals(name))
            .findFirst();
    wanted.ifPresent(item -> viewer.setSelection(new StructuredSelection(item), true));
  }
}
