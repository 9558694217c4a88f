package surety.eclipse.verification;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TreeItem;
import surety.eclipse.states.Item;

/** The table of all properties and queries, in groups if people want it so. */
final class RowTable {
  private final TreeViewer viewer;
  private final RowContents contents = new RowContents();
  private final Widths widths;
  private final ViewMemory memory;
  private List<Item> all = List.of();
  private String filter = "";

  /**
   * @param parent has the table and nothing else in it
   */
  RowTable(Composite parent, ViewMemory memory) {
    this.memory = memory;
    parent.setLayout(new FillLayout());
    viewer = new TreeViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.getTree().setHeaderVisible(true);
    viewer.getTree().setLinesVisible(true);
    viewer.setUseHashlookup(true);
    viewer.setComparer(contents);
    ColumnViewerToolTipSupport.enableFor(viewer);
    widths = new Widths(new TreeGrid(viewer.getTree()), memory);
    for (Column column : Column.values()) {
      add(column);
    }
    Ellipsis.addTo(viewer.getTree());
    viewer.getTree().setColumnOrder(memory.order());
    viewer.getTree().addListener(SWT.Resize, event -> widths.fit());
    viewer.setContentProvider(contents);
    viewer.setInput(contents);
  }

  private void add(Column column) {
    TreeViewerColumn shown = new TreeViewerColumn(viewer, SWT.LEFT);
    shown.getColumn().setText(column.title());
    shown.getColumn().setMoveable(true);
    shown.setLabelProvider(new RowLabels(column));
    shown.getColumn().addListener(SWT.Resize, event -> widths.resized(column));
    shown
        .getColumn()
        .addListener(SWT.Move, event -> memory.keepOrder(viewer.getTree().getColumnOrder()));
  }

  TreeViewer viewer() {
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

  /** Groups them so from now on. */
  void group(Grouping grouping) {
    memory.keep(grouping);
    draw();
  }

  Grouping grouping() {
    return memory.grouping();
  }

  /** As if nobody had changed their widths and order. */
  void resetColumns() {
    memory.forgetColumns();
    viewer.getTree().setColumnOrder(memory.order());
    widths.fit();
  }

  private void draw() {
    List<Row> before = contents.all();
    contents.set(grouping().rows(all.stream().filter(item -> item.matches(filter)).toList()));
    List<Row> now = contents.all();
    if (keys(before).equals(keys(now))) {
      update(before, now);
    } else {
      rebuild(before);
    }
  }

  private static List<String> keys(List<Row> rows) {
    return rows.stream().map(Row::key).toList();
  }

  /** Only what has changed: most of hundreds of rows stay as they are while one runs. */
  private void update(List<Row> before, List<Row> now) {
    Object[] changed =
        IntStream.range(0, now.size())
            .filter(i -> !now.get(i).equals(before.get(i)))
            .mapToObj(now::get)
            .toArray();
    viewer.update(changed, null);
  }

  /** What was closed by hand stays closed. */
  private void rebuild(List<Row> before) {
    Set<String> open =
        Stream.of(viewer.getExpandedElements())
            .map(row -> ((Row) row).key())
            .collect(Collectors.toSet());
    Set<String> closed =
        before.stream()
            .filter(row -> row instanceof Row.Group && !open.contains(row.key()))
            .map(Row::key)
            .collect(Collectors.toSet());
    Object[] selected = viewer.getStructuredSelection().toArray();
    TreeItem top = viewer.getTree().getTopItem();
    int index = top == null || top.getParentItem() != null ? -1 : viewer.getTree().indexOf(top);
    viewer.getTree().setRedraw(false);
    try {
      viewer.refresh();
      viewer.setExpandedElements(
          contents.rows().stream()
              .filter(row -> row instanceof Row.Group && !closed.contains(row.key()))
              .toArray());
      viewer.setSelection(new StructuredSelection(selected));
      if (index >= 0 && index < viewer.getTree().getItemCount()) {
        viewer.getTree().setTopItem(viewer.getTree().getItem(index));
      }
    } finally {
      viewer.getTree().setRedraw(true);
    }
  }

  /** Those that are selected, and those in selected groups. */
  List<Item> selected() {
    return viewer.getStructuredSelection().stream()
        .flatMap(row -> ((Row) row).items().stream())
        .distinct()
        .toList();
  }

  /** Selects one of them, if it is known; a filter that hides it must have been taken away. */
  void select(String uri, String name) {
    contents.all().stream()
        .filter(row -> row instanceof Row.Leaf leaf && isNamed(leaf.item(), uri, name))
        .findFirst()
        .ifPresent(row -> viewer.setSelection(new StructuredSelection(row), true));
  }

  private static boolean isNamed(Item item, String uri, String name) {
    return item.uri().equals(uri) && item.status().name().equals(name);
  }
}
