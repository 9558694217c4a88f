package surety.eclipse.scenario;

import static surety.eclipse.scenario.VerificationTable.STATE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.Report;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Workbench;

/** The next day: the workbench is started again on the workspace that {@link Scenario} left. */
public final class SecondScenario {

  private static final String OPENS = "the workbench opens again, with the Verification view";
  private static final String FOUND = "the results are found again, replayed and shown";

  private static final String OUTSIDE = "a file outside of the workspace shows its error";
  private static final String HOVER = "the hover of that error has a quick fix";
  private static final String FIX = "the quick fix repairs that text";
  private static final String NO_JAVA = "without a Java the view says what to do";
  private static final String DYING = "a server that keeps ending is started again by hand";

  /** The names of all steps, in their order. */
  public static final List<String> STEPS =
      List.of(OPENS, FOUND, OUTSIDE, HOVER, FIX, NO_JAVA, DYING);

  private final Places places;
  private final Pictures pictures;

  /** Not yet played. */
  public SecondScenario(Places places) {
    this.places = places;
    this.pictures = new Pictures(places.pictures());
  }

  /** Plays it to its end, or to the first step that fails. */
  public void play() {
    Report report = new Report(places.report(), () -> pictures.take("failure"));
    report.step(OPENS, SecondScenario::open);
    report.step(FOUND, this::findResults);
    OutsideSteps outside = new OutsideSteps(pictures, places.examples());
    report.step(OUTSIDE, () -> outside.open(places.report().resolveSibling("outside")));
    report.step(HOVER, outside::hover);
    report.step(FIX, outside::fix);
    ServerSteps server = new ServerSteps(pictures);
    report.step(NO_JAVA, server::withoutJava);
    report.step(DYING, server::dying);
  }

  private static String open() {
    Ui.awaitTrue("a window", () -> Workbench.page() != null);
    Ui.awaitTrue("a large window", Workbench::fillsScreen);
    Ui.run(
        () -> {
          if (Workbench.page().findViewReference(VerificationTable.VIEW) == null) {
            throw new StepFailure("The view is gone");
          }
          Workbench.page().showView(VerificationTable.VIEW);
        });
    return Ui.get(() -> Workbench.page().getPerspective().getLabel());
  }

  /** Nobody verifies anything. */
  private String findResults() {
    Map<String, String> states =
        Ui.await("all results", VerificationSteps.DEADLINE_SECONDS, SecondScenario::results);
    pictures.take("again");
    return states.toString();
  }

  private static Optional<Map<String, String>> results() {
    Map<String, String> states = VerificationTable.column(Scenario.SPECIFICATION, STATE);
    return states.equals(VerificationSteps.EXPECTED) ? Optional.of(states) : Optional.empty();
  }
}
