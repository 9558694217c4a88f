package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.region.Region;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.solver.region.RegionOptions;
import surety.solver.region.RegionResult;
import surety.solver.region.RegionSearch;
import surety.solver.witness.Witness;

/** Networks that divide by constants: search, regions and witnesses mean the exact quotient. */
class ScalingNetworkTest {
  private static final SearchOptions OPTIONS =
      SearchOptions.defaults().withGap(1e-9).withThreads(2);

  private static ActivationLayer layer(Activation... activations) {
    return new ActivationLayer(Arrays.asList(activations));
  }

  private static Activation by(RealNumber divisor) {
    return new Scaling(RealNumber.ONE.dividedBy(divisor), RealNumber.ZERO);
  }

  /** relu(x0 / 3 - x1 / 7) + relu(x1 / 7 - x0 / 3), that is |x0 / 3 - x1 / 7|. */
  private static Network network() {
    return Network.chain(
        2,
        List.of(
            layer(by(RealNumber.of(3)), by(RealNumber.of(7))),
            AffineLayer.of(new double[][] {{1, -1}, {-1, 1}}, new double[2]),
            ActivationLayer.uniform(2, Activation.RELU),
            AffineLayer.of(new double[][] {{1, 1}}, new double[1])));
  }

  private static Result check(Network network, String symbol, String threshold) {
    Statement statement =
        Statements.query(
            network, Statements.inputs("uniform(0, 3)", "uniform(0, 7)"), symbol, threshold);
    return Checker.check(statement, List.of(network), OPTIONS, p -> {}, () -> false);
  }

  /** With u and v uniform on [0, 1]: P(|u - v| <= t) = 1 - (1 - t)^2. */
  @ParameterizedTest
  @CsvSource({"<=, 1/2, 3/4", "<, 1/3, 5/9", ">, 1/3, 4/9", "<=, 0, 0", ">, 1, 0", ">=, 0, 1"})
  void theProbabilityIsThatOfTheExactQuotients(String symbol, String threshold, String exact) {
    BandPoint bounds = check(network(), symbol, threshold).points().get(0);
    Rational p = Rational.parse(exact);
    assertTrue(bounds.lower().compareTo(p) <= 0 && bounds.upper().compareTo(p) >= 0);
    assertTrue(bounds.gap().doubleCeiling() <= 1e-9);
  }

  @Test
  void aDivisionBesideAReluIsNoNeuronToCutAt() {
    Network network =
        Network.chain(
            2,
            List.of(
                layer(Activation.RELU, by(RealNumber.of(7))),
                AffineLayer.of(new double[][] {{0.25, 1}}, new double[1])));
    BandPoint bounds = check(network, "<=", "7/8").points().get(0);
    assertTrue(bounds.gap().doubleCeiling() <= 1e-9);
  }

  @Test
  void aRootIsEnclosed() {
    RealNumber root = RealNumber.of(2).sqrt();
    Network network =
        Network.chain(
            2,
            List.of(
                layer(by(root), by(RealNumber.of(7))),
                AffineLayer.of(new double[][] {{1, 0}}, new double[1]),
                layer(new Scaling(root, RealNumber.ZERO))));
    BandPoint bounds = check(network, "<=", "1").points().get(0);
    assertEquals(1.0 / 3, bounds.lower().doubleFloor(), 1e-9);
    assertEquals(1.0 / 3, bounds.upper().doubleFloor(), 1e-9);
  }

  @Test
  void theWitnessIsExact() {
    Result result = check(network(), ">=", "1");
    Witness witness = result.witness().orElseThrow();
    assertEquals(Rational.ONE, witness.outputs().get(0));
  }

  @Test
  void regionsAreCutExactly() throws RejectedException {
    RegionStatement statement =
        new RegionStatement("0".repeat(64), Statements.inputs("uniform(0, 3)", "uniform(0, 7)"));
    RegionResult result =
        RegionSearch.run(
            statement, network(), new RegionOptions(100, 1), progress -> {}, () -> false);
    assertEquals(2, result.regions().size());
    for (Region region : result.regions()) {
      assertTrue(region.probability().contains(0.5));
      Rational slope = region.prefix().outputs().get(0).coefficient(0);
      assertEquals(Rational.of(1, 3), slope.abs());
    }
  }
}
