package surety.eclipse.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** Finds widgets, reads and presses them. In the UI thread only. */
public final class Widgets {

  private Widgets() {}

  /** The visible window that has a title. */
  public static Optional<Shell> shell(String title) {
    return Stream.of(Ui.display().getShells())
        .filter(shell -> shell.isVisible() && shell.getText().equals(title))
        .findFirst();
  }

  /** All visible controls of a kind, in the order of the tree of controls. */
  public static <T extends Control> List<T> all(Control root, Class<T> kind) {
    List<T> found = new ArrayList<>();
    collect(root, kind, found);
    return found;
  }

  /** The first visible control of a kind that has some property. */
  public static <T extends Control> Optional<T> first(
      Control root, Class<T> kind, Predicate<T> wanted) {
    return all(root, kind).stream().filter(wanted).findFirst();
  }

  /** What the visible labels and fields say. */
  public static List<String> texts(Control root) {
    return all(root, Control.class).stream()
        .map(Widgets::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String text(Control control) {
    if (control instanceof Label label) {
      return label.getText();
    }
    if (control instanceof CLabel label) {
      return label.getText() == null ? "" : label.getText();
    }
    if (control instanceof StyledText text) {
      return text.getText();
    }
    return control instanceof Text text ? text.getText() : "";
  }

  /** The first visible control of a kind that has some property, in any window. */
  public static <T extends Control> Optional<T> anywhere(Class<T> kind, Predicate<T> wanted) {
    return Stream.of(Ui.display().getShells())
        .filter(Shell::isVisible)
        .flatMap(shell -> all(shell, kind).stream())
        .filter(wanted)
        .findFirst();
  }

  /** The button with a label; mnemonics do not count. */
  public static Optional<Button> button(Control root, String label) {
    return first(root, Button.class, button -> plain(button.getText()).equals(label));
  }

  /** The item of a tool bar with a label or a tool tip. */
  public static Optional<ToolItem> toolItem(Control root, String label) {
    return all(root, ToolBar.class).stream()
        .flatMap(bar -> Stream.of(bar.getItems()))
        .filter(item -> plain(item.getText()).equals(label) || label.equals(item.getToolTipText()))
        .findFirst();
  }

  /** Presses a button or an item of a tool bar. It must be enabled. */
  public static void press(Widget widget) {
    boolean enabled =
        widget instanceof ToolItem item
            ? item.isEnabled()
            : widget instanceof Button button && button.isEnabled();
    if (!enabled) {
      throw new StepFailure("Not enabled: " + widget);
    }
    widget.notifyListeners(SWT.Selection, new Event());
  }

  /** Selects a row of a tree, as by a click. */
  public static void select(Tree tree, TreeItem row) {
    tree.setSelection(row);
    Event event = new Event();
    event.item = row;
    tree.notifyListeners(SWT.Selection, event);
  }

  /** Opens a row of a tree, as by a double click. */
  public static void open(Tree tree, TreeItem row) {
    select(tree, row);
    Event event = new Event();
    event.item = row;
    tree.notifyListeners(SWT.DefaultSelection, event);
  }

  /** Selects a row of a table, as by a click. */
  public static void select(Table table, int row) {
    table.setSelection(row);
    Event event = new Event();
    event.item = table.getItem(row);
    table.notifyListeners(SWT.Selection, event);
  }

  /** The row of a table that has a text in a column. */
  public static Optional<Integer> row(Table table, int column, String text) {
    List<List<String>> rows = cells(table);
    return IntStream.range(0, rows.size())
        .boxed()
        .filter(row -> rows.get(row).get(column).equals(text))
        .findFirst();
  }

  /** Shows what is in an item of a tree. */
  public static void expand(TreeItem item) {
    if (!item.getExpanded()) {
      Event event = new Event();
      event.item = item;
      // A viewer makes the children when it hears of it.
      item.getParent().notifyListeners(SWT.Expand, event);
      item.setExpanded(true);
    }
  }

  /** Opens a row of a table, as by a double click. */
  public static void open(Table table, int row) {
    select(table, row);
    Event event = new Event();
    event.item = table.getItem(row);
    table.notifyListeners(SWT.DefaultSelection, event);
  }

  /** The cells of a table, row by row. */
  public static List<List<String>> cells(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (TableItem item : table.getItems()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < Math.max(1, table.getColumnCount()); i++) {
        row.add(item.getText(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The cells of a tree, row by row, those of an item's children behind it. */
  public static List<List<String>> cells(Tree tree) {
    List<List<String>> rows = new ArrayList<>();
    for (TreeItem item : items(tree)) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < Math.max(1, tree.getColumnCount()); i++) {
        row.add(item.getText(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** All items of a tree that were made so far, children behind their parents. */
  public static List<TreeItem> items(Tree tree) {
    List<TreeItem> items = new ArrayList<>();
    for (TreeItem item : tree.getItems()) {
      collect(item, items);
    }
    return items;
  }

  private static void collect(TreeItem item, List<TreeItem> items) {
    items.add(item);
    for (TreeItem child : item.getItems()) {
      collect(child, items);
    }
  }

  private static <T extends Control> void collect(Control control, Class<T> kind, List<T> found) {
    if (!control.isVisible()) {
      return;
    }
    if (kind.isInstance(control)) {
      found.add(kind.cast(control));
    }
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        collect(child, kind, found);
      }
    }
  }

  private static String plain(String label) {
    return label.replace("&", "");
  }
}
