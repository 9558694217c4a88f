package surety.eclipse.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolItem;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The Verification view with its table, as a person sees it. In the UI thread only. */
final class VerificationTable {

  static final String VIEW = "surety.eclipse.verification";
  static final String STATE = "State";
  static final String NAME = "Name";
  static final String CLAIM = "Claim";
  static final String BOUNDS = "Bounds";
  static final String GAP = "Gap";
  static final String CERTIFICATE = "Cert.";
  static final String FILE = "File";

  static final String VERIFY = "Verify the selected properties and queries";
  static final String VERIFY_ALL = "Verify all properties and queries of the workspace";
  static final String CANCEL = "Cancel the selected runs, or all if none is selected";
  static final String REPLAY = "Replay the certificates of the selected properties";

  private VerificationTable() {}

  static Table widget() {
    return Widgets.first(
            Workbench.window().getShell(),
            Table.class,
            table -> IntStream.range(0, table.getColumnCount()).anyMatch(i -> isBounds(table, i)))
        .orElseThrow(() -> new StepFailure("There is no table of properties"));
  }

  private static boolean isBounds(Table table, int column) {
    return table.getColumn(column).getText().equals(BOUNDS);
  }

  /** The cells of a column, by the names of the properties and queries of one specification. */
  static Map<String, String> column(String file, String title) {
    Table table = widget();
    int names = index(table, NAME);
    int files = index(table, FILE);
    int wanted = index(table, title);
    Map<String, String> cells = new TreeMap<>();
    for (List<String> row : Widgets.cells(table)) {
      if (row.get(files).equals(file)) {
        cells.put(row.get(names), row.get(wanted));
      }
    }
    return cells;
  }

  /** Whether nothing in a column is cut. */
  static boolean isWhole(String title) {
    Table table = widget();
    int column = index(table, title);
    GC gc = new GC(table);
    try {
      return Stream.of(table.getItems())
          .allMatch(
              item -> gc.textExtent(item.getText(column)).x < table.getColumn(column).getWidth());
    } finally {
      gc.dispose();
    }
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

  private static ToolItem button(String tip) {
    return Widgets.toolItem(Workbench.window().getShell(), tip)
        .orElseThrow(() -> new StepFailure("There is no button: " + tip));
  }

  private static int row(String name) {
    Table table = widget();
    return Widgets.row(table, index(table, NAME), name)
        .orElseThrow(() -> new StepFailure("There is no row " + name));
  }

  private static int index(Table table, String title) {
    return IntStream.range(0, table.getColumnCount())
        .filter(i -> table.getColumn(i).getText().equals(title))
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
