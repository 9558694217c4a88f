package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Restricted;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.Networks;
import surety.solver.Statements;

class LinearisedNetworkTest {
  private static final AffineForm FIRST = new AffineForm(List.of(Rational.ONE));

  private static LinearisedNetwork linearised(Network network, Law law, AffineForm... forms) {
    return LinearisedNetwork.of(network, law, List.of(forms), Stop.NEVER);
  }

  private static Law law(String... inputs) {
    return Law.independent(Statements.inputs(inputs));
  }

  /** Against differences, of networks of several activations. */
  @Test
  void theJacobianIsThatOfDifferences() {
    List<Activation> kinds = List.of(Activation.RELU, Activation.TANH, Activation.SILU);
    for (int seed = 0; seed < 20; seed++) {
      Network network = Networks.random(seed, kinds, 3, 6, 5);
      List<AffineForm> forms =
          List.of(
              FIRST,
              new AffineForm(
                  List.of(Rational.of(-2)), List.of(Rational.ZERO, Rational.of(3), Rational.ZERO)));
      Law law = law("normal(1/5, 1)", "normal(-1/10, 1)", "normal(2/5, 1)");
      LinearisedNetwork.Tangent tangent =
          LinearisedNetwork.of(network, law, forms, Stop.NEVER).tangents().get(0);
      double[] x = {0.2, -0.1, 0.4};
      double[] y = network.evaluate(x);
      assertEquals(y[0], tangent.values().get(0), 1e-15);
      for (int k = 0; k < 3; k++) {
        double[] moved = x.clone();
        moved[k] += 1e-6;
        double[] z = network.evaluate(moved);
        double direct = k == 1 ? 3 : 0;
        assertEquals((z[0] - y[0]) / 1e-6, tangent.jacobian().get(0).get(k), 1e-5);
        assertEquals(-2 * (z[0] - y[0]) / 1e-6 + direct, tangent.jacobian().get(1).get(k), 1e-5);
      }
    }
  }

  /** y = x + relu(x) reads the input once more. */
  @Test
  void residualNetworksHaveTheInputsPart() {
    AffineLayer sum = AffineLayer.of(new double[][] {{1, 1}}, new double[1]);
    Network relu = Networks.relu();
    List<Gate> gates = new ArrayList<>(relu.gates());
    gates.add(Gate.of(sum, Wires.of(0, relu.output().at(0))));
    Network network = new Network(1, gates, Wires.of(relu.wires()));
    LinearisedNetwork found = linearised(network, law("normal(1, 1/10)"), FIRST);
    assertEquals(2, found.mean(0), 1e-15);
    assertEquals(0.2, found.deviation(0), 1e-15);
  }

  /** Scalars, h_n just below 0: the tangent has the slope alpha^L, and the network 1 above. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void scalarChains(int depth) {
    List<Layer> layers = new ArrayList<>();
    for (int n = 0; n < depth; n++) {
      layers.add(AffineLayer.of(new double[][] {{1}}, new double[] {-1e-9}));
      layers.add(ActivationLayer.uniform(1, PiecewiseLinear.leakyRelu(0.5)));
    }
    Network network = Network.chain(1, layers);
    LinearisedNetwork found = linearised(network, law("uniform(-1, 1)"), FIRST);
    double slope = Math.pow(0.5, depth);
    assertEquals(slope / Math.sqrt(3), found.deviation(0), 1e-9);
    double error = network.evaluate(new double[] {1})[0] - (found.mean(0) + slope);
    assertEquals(1 - slope, error, 1e-8);
    double claimed = 1 - 0.5; // the paper's bound of the error, for any depth
    assertTrue(depth == 1 ? error <= claimed + 1e-8 : error > claimed + 0.2);
  }

  @Test
  void uniformInputsMakeUniformSums() {
    LinearisedNetwork found =
        linearised(Networks.linear(1, 2, -3), law("uniform(0, 1)", "uniform(-1, 1)"), FIRST);
    assertEquals(2, found.mean(0), 1e-15);
    assertTrue(found.law(0) instanceof UniformSum);
    assertEquals(new UniformSum(2, 1, 3).cdf(0.3), found.law(0).cdf(0.3), 1e-15);
  }

  @Test
  void otherInputsAreConvolved() {
    ScalarLaw beta = linearised(Networks.linear(0, -2), law("beta(2, 5)"), FIRST).law(0);
    for (double t = -1.9; t < 0; t += 0.1) {
      double expected = 1 - new BetaDistribution(2, 5).cumulativeProbability(-t / 2);
      assertEquals(expected, beta.cdf(t), 1e-4);
    }
    String[] four = Collections.nCopies(4, "exponential(1)").toArray(new String[0]);
    ScalarLaw gamma = linearised(Networks.linear(0, 1, 1, 1, 1), law(four), FIRST).law(0);
    GammaDistribution expected = new GammaDistribution(4, 1);
    for (double t = 0.5; t < 20; t += 0.5) {
      assertEquals(expected.cumulativeProbability(t), gamma.cdf(t), 2e-5);
      assertEquals(expected.density(t), gamma.density(t), 1e-4);
    }
    assertEquals(4, gamma.mean(), 1e-13);
    assertEquals(2, gamma.deviation(), 1e-13);
  }

  /** A uniform and a normal number, by the integral of the normal cdf. */
  @Test
  void normalsMayBeAmongOthers() {
    ScalarLaw found =
        linearised(Networks.linear(0, 1, 0.5), law("uniform(-1, 1)", "normal(0, 1)"), FIRST).law(0);
    for (double t = -2; t <= 2; t += 0.25) {
      double expected = 0;
      for (int k = 0; k < 1_000; k++) {
        expected += NormalLaw.phi((t - (2 * (k + 0.5) / 1_000 - 1)) / 0.5) / 1_000;
      }
      assertEquals(expected, found.cdf(t), 1e-5);
    }
  }

  @Test
  void manyNarrowInputsCountWithTheirVariance() {
    String[] many = Collections.nCopies(3_000, "triangular(-1, 0, 1)").toArray(new String[0]);
    double[] ones = new double[many.length];
    Arrays.fill(ones, 1);
    LinearisedNetwork found = linearised(Networks.linear(0, ones), law(many), FIRST);
    assertEquals(Math.sqrt(500), found.deviation(0), 1e-9);
    assertEquals(NormalLaw.phi(1), found.law(0).cdf(found.deviation(0)), 1e-4);
  }

  @Test
  void eachComponentHasItsTangent() {
    Law.Summand low =
        new Law.Summand(Rational.of(1, 4), List.of(Distribution.parse("uniform(-3, -1)")));
    Law.Summand high =
        new Law.Summand(Rational.of(3, 4), List.of(Distribution.parse("uniform(1, 3)")));
    Law.Branch branch = new Law.Branch(List.of(Law.InputMap.coordinate(0)), List.of(low, high));
    Law law = new Law(1, List.of(branch), Rational.ZERO);
    LinearisedNetwork found = linearised(Networks.relu(), law, FIRST);
    assertEquals(2, found.tangents().size());
    assertEquals(1.5, found.mean(0), 1e-15);
    assertEquals(0.75 * (4 + 1.0 / 3) - 2.25, found.covariance(0, 0), 1e-14);
    assertEquals(0.25, found.law(0).cdf(0), 1e-15);
    assertEquals(0.25 + 0.75 / 4, found.law(0).cdf(1.5), 1e-15);
  }

  /** A restricted density is what it is on the condition that it holds. */
  @Test
  void restrictedDensitiesCountWithTheirMass() {
    Distribution part =
        new Restricted(
            Distribution.parse("uniform(0, 4)"),
            Optional.of(Rational.ONE),
            Optional.of(Rational.of(3)));
    Law.Summand first = new Law.Summand(Rational.ONE, List.of(part));
    Law.Summand second =
        new Law.Summand(Rational.of(1, 2), List.of(Distribution.parse("normal(10, 1)")));
    Law.Branch branch = new Law.Branch(List.of(Law.InputMap.coordinate(0)), List.of(first, second));
    LinearisedNetwork found =
        linearised(Networks.linear(0, 1), new Law(1, List.of(branch), Rational.ZERO), FIRST);
    assertEquals(0.5 * 2 + 0.5 * 10, found.mean(0), 1e-9);
    assertEquals(0.25, found.law(0).cdf(2), 1e-9);
  }

  @Test
  void refusesWhatHasNoTangent() {
    EstimateException e =
        assertThrows(
            EstimateException.class,
            () -> linearised(Networks.scalar(Activation.LOG), law("normal(-1, 1)"), FIRST));
    assertTrue(e.getMessage().contains("sampling"), e.getMessage());
    e =
        assertThrows(
            EstimateException.class,
            () -> linearised(Networks.relu(), law("studentt(3/2, 0, 1)"), FIRST));
    assertTrue(e.getMessage().startsWith("studentt(3/2, 0, 1) has no variance"), e.getMessage());
    e =
        assertThrows(
            EstimateException.class,
            () -> linearised(Networks.relu(), law("studentt(1, 0, 1)"), FIRST));
    assertTrue(e.getMessage().contains("has no mean"), e.getMessage());
  }
}
