package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class QuickMomentsTest {
  private static QuickMoments of(Network network, String... inputs) {
    return QuickMoments.of(
        network,
        Law.independent(Statements.inputs(inputs)),
        List.of(AffineForm.ofOutput(0, 1)),
        Stop.NEVER);
  }

  private static void assertAround(double exact, Enclosure bounds) {
    assertTrue(bounds.lower().doubleFloor() <= exact, () -> bounds + " is above " + exact);
    assertTrue(bounds.upper().doubleCeiling() >= exact, () -> bounds + " is below " + exact);
    assertTrue(bounds.width().doubleCeiling() < 1e-12, () -> "wide: " + bounds);
  }

  @Test
  void ofARectifiedNormalBothAreExact() {
    QuickMoments moments =
        of(Networks.oneLayer(new double[][] {{1}}, new double[1], 1), "normal(0, 1)");
    JointMoments bounds = moments.bounds().orElseThrow();
    double mean = 1 / Math.sqrt(2 * Math.PI);
    assertAround(mean, bounds.mean(0));
    assertAround(Math.sqrt(0.5 - mean * mean), bounds.deviation(0));
    assertEquals(mean, moments.estimate().orElseThrow().mean(0), 1e-12);
  }

  @Test
  void ofOtherLawsThereAreEstimatesOnly() {
    QuickMoments moments = of(Networks.linear(0.5, 2), "uniform(0, 1)");
    assertTrue(moments.bounds().isEmpty());
    assertEquals(1.5, moments.estimate().orElseThrow().mean(0), 1e-12);
    assertEquals(1.0 / 3, moments.estimate().orElseThrow().covariance(0, 0), 1e-12);
  }

  @Test
  void ofWhatHasNoMeanThereIsNothing() {
    QuickMoments moments = of(Networks.linear(0, 1), "cauchy(0, 1)");
    assertTrue(moments.bounds().isEmpty());
    assertTrue(moments.estimate().isEmpty());
  }

  @Test
  void itStopsAtOnce() {
    assertThrows(
        StoppedException.class,
        () ->
            QuickMoments.of(
                Networks.random(1, 3, 8, 8),
                Law.independent(Statements.inputs("normal(0, 1)", "normal(0, 1)", "normal(0, 1)")),
                List.of(AffineForm.ofOutput(0, 1)),
                () -> true));
  }
}
