package surety.eclipse.scenario;

import static surety.eclipse.scenario.VerificationTable.BOUNDS;
import static surety.eclipse.scenario.VerificationTable.CERTIFICATE;
import static surety.eclipse.scenario.VerificationTable.GAP;
import static surety.eclipse.scenario.VerificationTable.STATE;
import static surety.eclipse.scenario.VerificationTable.VIEW;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.ui.IWorkbenchPage;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Workbench;

/** The steps in the Verification view that verify the example and look at what came out. */
final class VerificationSteps {

  /** What the comments in the example say. */
  static final Map<String, String> EXPECTED =
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

  /** How long a machine that has much else to do may take for the whole example. */
  static final int DEADLINE_SECONDS = 90;

  /** So many the table has. */
  static final int COLUMNS = 10;

  private static final String QUERY = "scores";
  private static final String LIMITED = "frequent";
  private static final Pattern INTERVAL = Pattern.compile("\\[(\\S+), (\\S+)]");

  private final Pictures pictures;
  private final String file;

  /** On a specification that is shown in the view. */
  VerificationSteps(Pictures pictures, String file) {
    this.pictures = pictures;
    this.file = file;
  }

  String open() {
    Ui.run(() -> Workbench.page().showView(VIEW));
    Ui.awaitTrue("all names", () -> states().keySet().equals(EXPECTED.keySet()));
    Map<String, String> states = Ui.get(this::states);
    if (!states.values().stream().allMatch("not verified"::equals)) {
      throw new StepFailure("Some of it is verified: " + states);
    }
    pictures.take("stale");
    return states.toString();
  }

  String verify() {
    Ui.run(() -> VerificationTable.select(QUERY));
    Ui.run(() -> VerificationTable.press(VerificationTable.VERIFY_ALL));
    Map<String, String> states = VerificationTable.awaitEnd(file, DEADLINE_SECONDS);
    if (!states.equals(EXPECTED)) {
      throw new StepFailure("Expected: " + EXPECTED + "\nSeen: " + states);
    }
    BandPicture picture = Ui.await("the band", () -> BandPicture.shown(QUERY, EXPECTED.get(QUERY)));
    pictures.take("verified");
    return states + ", picture: " + picture;
  }

  String readBounds() {
    Map<String, String> bounds = Ui.get(() -> VerificationTable.column(file, BOUNDS));
    for (Map.Entry<String, String> entry : bounds.entrySet()) {
      // A whole cdf has a band instead, which is drawn.
      if (!entry.getKey().equals(QUERY)) {
        check(entry.getKey(), entry.getValue());
      }
    }
    for (String title : List.of(GAP, CERTIFICATE)) {
      Map<String, String> cells = Ui.get(() -> VerificationTable.column(file, title));
      if (cells.get("rare").isEmpty()) {
        throw new StepFailure("An empty cell: column " + title + " of " + cells);
      }
    }
    return bounds.toString();
  }

  String fillWindow() {
    Ui.run(() -> zoom(IWorkbenchPage.STATE_MAXIMIZED));
    Ui.awaitTrue(
        "all rows on the screen",
        () -> {
          var table = VerificationTable.widget();
          return table.getClientArea().height > EXPECTED.size() * table.getItemHeight();
        });
    Ui.awaitTrue("all columns", () -> VerificationTable.seen().size() == COLUMNS);
    Ui.await("the band", () -> BandPicture.shown(QUERY, EXPECTED.get(QUERY)));
    pictures.take("band");
    Ui.run(() -> VerificationTable.select(LIMITED));
    BandPicture limited =
        Ui.await("bounds with a limit", () -> BandPicture.shown(LIMITED, EXPECTED.get(LIMITED)));
    pictures.take("limit");
    Ui.run(() -> zoom(IWorkbenchPage.STATE_RESTORED));
    return limited.toString();
  }

  private Map<String, String> states() {
    return VerificationTable.column(file, STATE);
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

  private static void zoom(int state) {
    Workbench.page().setPartState(Workbench.page().findViewReference(VIEW), state);
  }
}
