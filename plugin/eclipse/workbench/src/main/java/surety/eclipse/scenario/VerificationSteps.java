package surety.eclipse.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps in the Verification view. */
final class VerificationSteps {

  private static final String VIEW = "surety.eclipse.verification";
  private static final String VERIFY_ALL = "Verify all properties and queries of the workspace";
  private static final int STATE = 0;
  private static final int NAME = 1;
  private static final int BOUNDS = 3;
  private static final int GAP = 4;
  private static final int CERTIFICATE = 7;

  /** How long a machine that has much else to do may take for the whole example. */
  private static final int DEADLINE_SECONDS = 90;

  private static final Pattern INTERVAL = Pattern.compile("\\[(\\S+), (\\S+)]");

  /** What the comments in the example say. */
  private static final Map<String, String> EXPECTED =
      new TreeMap<>(
          Map.of(
              "rare", "proved",
              "low", "proved",
              "bounded", "proved",
              "common", "proved",
              "frequent", "violated",
              "coarse", "undecided",
              "not_setosa", "answered",
              "scores", "answered"));

  private final Pictures pictures;

  VerificationSteps(Pictures pictures) {
    this.pictures = pictures;
  }

  String open() {
    Ui.run(() -> Workbench.page().showView(VIEW));
    Ui.awaitTrue("all names", () -> column(NAME).keySet().equals(EXPECTED.keySet()));
    Map<String, String> states = Ui.get(() -> column(STATE));
    if (!states.values().stream().allMatch("stale"::equals)) {
      throw new StepFailure("Not all of it is stale: " + states);
    }
    pictures.take("stale");
    return states.toString();
  }

  String verify() {
    Ui.run(
        () ->
            Widgets.press(
                Widgets.toolItem(Workbench.window().getShell(), VERIFY_ALL)
                    .orElseThrow(() -> new StepFailure("There is no button: " + VERIFY_ALL))));
    Map<String, String> states = Ui.await("an end", DEADLINE_SECONDS, VerificationSteps::ended);
    pictures.take("verified");
    if (!states.equals(EXPECTED)) {
      throw new StepFailure("Expected: " + EXPECTED + "\nSeen: " + states);
    }
    return states.toString();
  }

  String readBounds() {
    Map<String, String> bounds = Ui.get(() -> column(BOUNDS));
    for (Map.Entry<String, String> entry : bounds.entrySet()) {
      // A whole cdf has a band instead, which is drawn.
      if (!entry.getKey().equals("scores")) {
        check(entry.getKey(), entry.getValue());
      }
    }
    for (int column : List.of(GAP, CERTIFICATE)) {
      Map<String, String> cells = Ui.get(() -> column(column));
      if (cells.get("rare").isEmpty()) {
        throw new StepFailure("An empty cell: column " + column + " of " + cells);
      }
    }
    return bounds.toString();
  }

  String fillWindow() {
    Ui.run(
        () -> {
          Table table = table();
          Widgets.select(table, Widgets.row(table, NAME, "scores").orElseThrow());
          zoom(IWorkbenchPage.STATE_MAXIMIZED);
        });
    int rows = EXPECTED.size();
    Ui.awaitTrue(
        "all rows on the screen", () -> table().getClientArea().height > rows * rowHeight());
    pictures.take("selected");
    Ui.run(() -> zoom(IWorkbenchPage.STATE_RESTORED));
    return rows + " rows";
  }

  private static int rowHeight() {
    return table().getItemHeight();
  }

  private static void check(String name, String bounds) {
    var interval = INTERVAL.matcher(bounds);
    if (!interval.matches()) {
      throw new StepFailure("No bounds of " + name + ": " + bounds);
    }
    double lower = Double.parseDouble(interval.group(1));
    double upper = Double.parseDouble(interval.group(2));
    if (!(0 <= lower && lower <= upper && upper <= 1)) {
      throw new StepFailure("No bounds of a probability, " + name + ": " + bounds);
    }
  }

  private static Optional<Map<String, String>> ended() {
    Map<String, String> states = column(STATE);
    boolean going =
        states.values().stream()
            .anyMatch(state -> state.matches("(stale|queued|running).*") || state.isEmpty());
    return going ? Optional.empty() : Optional.of(states);
  }

  /** The cells of a column, by the names of properties and queries. */
  private static Map<String, String> column(int column) {
    Map<String, String> cells = new TreeMap<>();
    for (List<String> row : Widgets.cells(table())) {
      cells.put(row.get(NAME), row.get(column));
    }
    return cells;
  }

  private static Table table() {
    return Widgets.first(
            Workbench.window().getShell(),
            Table.class,
            one ->
                one.getColumnCount() > BOUNDS && one.getColumn(BOUNDS).getText().equals("Bounds"))
        .orElseThrow(() -> new StepFailure("There is no table of properties"));
  }

  private static void zoom(int state) {
    IWorkbenchPartReference view = Workbench.page().findViewReference(VIEW);
    Workbench.page().setPartState(view, state);
  }
}
