package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.ListedThresholds;
import surety.solver.Networks;
import surety.solver.Statements;

class NearThresholdTest {
  private static final double TENTH = 0.1f;

  /** y = 0.1f + relu(x), whose atom is the float next to a tenth. */
  private static Network plateau() {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[][] {{1}}, new double[1]),
            ActivationLayer.uniform(1, Activation.RELU),
            AffineLayer.of(new double[][] {{1}}, new double[] {TENTH})));
  }

  private static Optional<NearThreshold> find(
      Network network, String distribution, String threshold) {
    return NearThreshold.find(
        Statements.query(network, Statements.inputs(distribution), "<=", threshold),
        List.of(network));
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal(0, 1)", "uniform(-1, 1)", "exponential(2)"})
  void findsTheFloatNextToATenth(String distribution) {
    Network network =
        distribution.startsWith("exp")
            ? Networks.linear(TENTH, 0) // constant
            : plateau();
    NearThreshold near = find(network, distribution, "0.1").orElseThrow();
    assertEquals(TENTH, near.value());
    assertEquals(Rational.of(1, 10), near.threshold());
    assertEquals(1, near.inputs().size());
  }

  /** The same number, one of the next floats, and one that is passed by. */
  @ParameterizedTest
  @CsvSource({"0.100000001490116119384765625", "0.10000001", "0.0999999", "0.5", "0", "-0.1"})
  void saysNothingOfOthers(String threshold) {
    assertTrue(find(plateau(), "uniform(-1, 1)", threshold).isEmpty());
  }

  @Test
  void aValueThatIsTheThresholdIsNoRounding() {
    assertTrue(find(Networks.relu(), "uniform(-1, 1)", "0").isEmpty());
  }

  @Test
  void aSmoothOutputSaturatesAtOneButForRounding() {
    Network tanh = Networks.scalar(Activation.TANH);
    assertEquals(1, find(tanh, "uniform(20, 30)", "1").orElseThrow().value(), 1e-15);
    assertTrue(find(tanh, "uniform(0, 1)", "1").isEmpty());
  }

  @Test
  void thresholdsOfABandAreLookedAtIfTheyAreTheAuthors() {
    AffineForm y = AffineForm.ofOutput(0, 1);
    ListedThresholds listed =
        new ListedThresholds(List.of(Rational.ZERO, Rational.of(1, 10), Rational.ONE));
    Network network = plateau();
    assertEquals(
        Rational.of(1, 10),
        NearThreshold.find(
                Statements.of(
                    network, Statements.inputs("uniform(-1, 1)"), new BandClaim(y, listed)),
                List.of(network))
            .orElseThrow()
            .threshold());
    assertTrue(
        NearThreshold.find(
                Statements.of(
                    network,
                    Statements.inputs("uniform(-1, 1)"),
                    new BandClaim(y, new EvenThresholds(100))),
                List.of(network))
            .isEmpty());
  }
}
