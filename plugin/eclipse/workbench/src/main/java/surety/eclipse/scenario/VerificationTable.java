package surety.eclipse.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The Verification view with its table, as a person sees it. In the UI thread only. */
final class VerificationTable {

  static final String VIEW = "surety.eclipse.verification";
  static final String STATE = "State";
  static final String NAME = "Name";
  static final String TITLE = "Title";
  static final String CLAIM = "Claim";
  static final String BOUNDS = "Bounds";
  static final String GAP = "Gap";
  static final String CERTIFICATE = "Cert.";
  static final String FILE = "File";

  static final String VERIFY = "Verify the selected properties and queries";
  static final String VERIFY_ALL = "Verify all properties and queries of the workspace";
  static final String CANCEL = "Cancel the selected runs, or all if none is selected";
  static final String TRY_INPUT = "Try an input of the selected property or query";
  static final String REPLAY = "Replay the certificates of the selected properties";

  private VerificationTable() {}

  static Tree widget() {
    return Widgets.first(
            Workbench.window().getShell(),
            Tree.class,
            tree -> IntStream.range(0, tree.getColumnCount()).anyMatch(i -> isBounds(tree, i)))
        .orElseThrow(() -> new StepFailure("There is no table of properties"));
  }

  private static boolean isBounds(Tree tree, int column) {
    return tree.getColumn(column).getText().equals(BOUNDS);
  }

  /** The cells of a column, by the names of the properties and queries of one specification. */
  static Map<String, String> column(String file, String title) {
    Tree tree = widget();
    int names = index(tree, NAME);
    int files = index(tree, FILE);
    int wanted = index(tree, title);
    Map<String, String> cells = new TreeMap<>();
    for (List<String> row : Widgets.cells(tree)) {
      if (row.get(files).equals(file)) {
        cells.put(row.get(names), row.get(wanted));
      }
    }
    return cells;
  }

  /** The titles of the columns that can be seen without a scroll, from the left. */
  static List<String> seen() {
    Tree tree = widget();
    int right = 0;
    List<String> seen = new ArrayList<>();
    for (int column : tree.getColumnOrder()) {
      right += tree.getColumn(column).getWidth();
      if (right <= tree.getClientArea().width) {
        seen.add(tree.getColumn(column).getText());
      }
    }
    return seen;
  }

  /** The state of one property or query; empty if it is not shown. */
  static String state(String file, String name) {
    return column(file, STATE).getOrDefault(name, "");
  }

  /** Selects a row as by a click. */
  static void select(String name) {
    Widgets.select(widget(), row(name));
  }

  /** Opens a row as by a double click. */
  static void open(String name) {
    Widgets.open(widget(), row(name));
  }

  /** Whether a button of the view can be pressed now. */
  static boolean isEnabled(String button) {
    return button(button).isEnabled();
  }

  static void press(String button) {
    Widgets.press(button(button));
  }

  /** Chooses one of several in the menu of the view, as by a click. */
  static void choose(String label) {
    IViewPart view = Workbench.page().findView(VIEW);
    IAction chosen = null;
    for (IContributionItem item : view.getViewSite().getActionBars().getMenuManager().getItems()) {
      if (item instanceof ActionContributionItem one
          && one.getAction().getStyle() == IAction.AS_RADIO_BUTTON) {
        one.getAction().setChecked(one.getAction().getText().equals(label));
        chosen = one.getAction().isChecked() ? one.getAction() : chosen;
      }
    }
    if (chosen == null) {
      throw new StepFailure("There is no choice " + label);
    }
    chosen.run();
  }

  private static ToolItem button(String tip) {
    return Widgets.toolItem(Workbench.window().getShell(), tip)
        .orElseThrow(() -> new StepFailure("There is no button: " + tip));
  }

  /** The row of a property or query. */
  static TreeItem row(String name) {
    Tree tree = widget();
    int names = index(tree, NAME);
    return Widgets.items(tree).stream()
        .filter(item -> item.getItemCount() == 0 && item.getText(names).equals(name))
        .findFirst()
        .orElseThrow(() -> new StepFailure("There is no row " + name));
  }

  /** The groups, by their titles, with the names of what is in them. */
  static Map<String, List<String>> groups() {
    Tree tree = widget();
    int names = index(tree, NAME);
    Map<String, List<String>> groups = new TreeMap<>();
    for (TreeItem item : tree.getItems()) {
      if (item.getItemCount() > 0) {
        groups.put(
            item.getText(names),
            Stream.of(item.getItems()).map(each -> each.getText(names)).toList());
      }
    }
    return groups;
  }

  /** Where a cell is on the screen. */
  static Rectangle place(String name, String title) {
    Tree tree = widget();
    Rectangle cell = row(name).getBounds(index(tree, title));
    return Ui.display().map(tree, null, cell);
  }

  static int index(Tree tree, String title) {
    return IntStream.range(0, tree.getColumnCount())
        .filter(i -> tree.getColumn(i).getText().equals(title))
        .findFirst()
        .orElseThrow(() -> new StepFailure("There is no column " + title));
  }

  /** Waits until all of a specification has ended, for some seconds, and returns the states. */
  static Map<String, String> awaitEnd(String file, int seconds) {
    return Ui.await("an end", seconds, () -> ended(file));
  }

  private static Optional<Map<String, String>> ended(String file) {
    Map<String, String> states = column(file, STATE);
    boolean going =
        states.values().stream()
            .anyMatch(
                state ->
                    state.matches("(not verified|stale|queued|running|replaying).*")
                        || state.isEmpty());
    return going || states.isEmpty() ? Optional.empty() : Optional.of(states);
  }
}
