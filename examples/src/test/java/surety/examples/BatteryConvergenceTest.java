package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import surety.solver.BandPoint;

/** Monte Carlo comes close to the certified values as fast as it should, and to no others. */
class BatteryConvergenceTest {
  private static final Path FOLDER = ExampleFiles.folder().resolve("battery");

  /** How many standard errors an estimate may lie outside the bounds: by chance, once in 1e6. */
  private static final double STANDARD_ERRORS = 5;

  private static BatteryConvergence convergence;

  @BeforeAll
  static void run() throws IOException {
    convergence = BatteryConvergence.run();
  }

  @Test
  void errorsFallWithTheRootOfTheNumberOfTrials() {
    assertEquals(-0.5, BatteryConvergence.slope(convergence.errorsOfMeans()), 0.1);
    assertEquals(-0.5, BatteryConvergence.slope(convergence.errorsOfVariances()), 0.1);
  }

  @Test
  void everyEstimateIsWithinFiveStandardErrorsOfTheBounds() {
    assertEquals(40, convergence.points().size());
    for (BatteryConvergence.AtPoint point : convergence.points()) {
      BatteryConvergence.Moments best = point.best();
      for (int k = 0; k < BatteryConvergence.TRIALS.size(); k++) {
        int trials = BatteryConvergence.TRIALS.get(k);
        BatteryConvergence.Moments estimate = point.samples().get(k);
        assertNear(estimate.mean(), best.errorOfMean(trials), point.mean());
        assertNear(estimate.variance(), best.errorOfVariance(trials), point.variance());
      }
    }
  }

  private static void assertNear(double estimate, double error, BandPoint bounds) {
    double lower = bounds.lower().doubleFloor();
    double upper = bounds.upper().doubleCeiling();
    assertTrue(upper - lower < 1e-12, bounds::toString);
    assertTrue(
        Estimate.around(estimate, STANDARD_ERRORS * error).meets(lower, upper),
        () -> estimate + " +- " + error + " is apart from [" + lower + ", " + upper + "]");
  }

  @Test
  void thePageShowsTheTableAndThePicture() throws IOException {
    List<String> page = Files.readAllLines(FOLDER.resolve("README.md"));
    assertTrue(
        page.containsAll(convergence.table()), () -> "not on the page: " + convergence.table());
    assertEquals(
        Files.readString(FOLDER.resolve("convergence.svg")),
        ConvergencePicture.draw(
            BatteryConvergence.TRIALS,
            convergence.errorsOfMeans(),
            convergence.errorsOfVariances()));
  }

  @Test
  void theErrorsOfReadingsAreThoseOfTheSpecification() throws IOException {
    String text = Files.readString(FOLDER.resolve("battery.sure"));
    String covariance = BatteryConvergence.COVARIANCE;
    assertTrue(text.contains("Normal([30.97, -12.05], " + covariance + ")"));
    assertTrue(text.contains("bandwidth = " + covariance + ")"));
  }
}
