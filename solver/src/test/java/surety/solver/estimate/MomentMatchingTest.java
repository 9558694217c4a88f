package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.solver.Networks;
import surety.solver.Statements;

class MomentMatchingTest {
  private static final AffineForm FIRST = new AffineForm(List.of(Rational.ONE));

  private static MomentMatching matched(Network network, Law law, AffineForm... forms) {
    return MomentMatching.of(network, law, List.of(forms), Stop.NEVER);
  }

  private static Law normals(int count) {
    String[] all = new String[count];
    Arrays.fill(all, "normal(0, 1)");
    return Law.independent(Statements.inputs(all));
  }

  /** Two normal inputs with the variances 9/100 and 5/100 and the covariance 3/100. */
  private static Law correlated() {
    Law.InputMap first =
        new Law.InputMap(List.of(new Law.Term(0, Rational.ONE)), Rational.parse("0.2"));
    Law.InputMap second =
        new Law.InputMap(
            List.of(new Law.Term(0, Rational.of(1, 3)), new Law.Term(1, Rational.ONE)),
            Rational.parse("-0.4"));
    List<Distribution> coordinates =
        List.of(Distribution.parse("normal(0, 3/10)"), Distribution.parse("normal(0, 1/5)"));
    Law.Summand only = new Law.Summand(Rational.ONE, coordinates);
    return new Law(
        2, List.of(new Law.Branch(List.of(first, second), List.of(only))), Rational.ZERO);
  }

  /** The mean and the variance were computed in high precision from the closed form. */
  @Test
  void oneHiddenLayerIsExact() {
    Network network =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(
                    new double[][] {{1, -0.5}, {0.25, 2}, {-1.5, 1}},
                    new double[] {0.1, -0.3, 0.2}),
                ActivationLayer.uniform(3, Activation.RELU),
                AffineLayer.of(new double[][] {{2, -1, 0.5}}, new double[] {0.7})));
    MomentMatching matching = matched(network, correlated(), FIRST);
    assertEquals(1.7144224413359483, matching.mean(0), 1e-14);
    assertEquals(0.2551452814025157, matching.covariance(0, 0), 1e-14);
  }

  /** Branches beside each other are levels of one network, and so one hidden layer. */
  @Test
  void networksSideBySideAreOneLayer() {
    Network a = Networks.oneLayer(new double[][] {{1, 2}, {-1, 1}}, new double[] {0.1, 0.3}, 1, 2);
    Network b = Networks.oneLayer(new double[][] {{2, 1}, {1, -1}}, new double[] {0, -0.2}, -1, 1);
    Network both = Network.sideBySide(List.of(a, b));
    AffineForm difference = new AffineForm(List.of(Rational.ONE, Rational.of(-1)));
    Network joined =
        Networks.oneLayer(
            new double[][] {{1, 2}, {-1, 1}, {2, 1}, {1, -1}},
            new double[] {0.1, 0.3, 0, -0.2},
            1,
            2,
            1,
            -1);
    MomentMatching apart = matched(both, normals(2), difference);
    MomentMatching together = matched(joined, normals(2), FIRST);
    assertEquals(together.mean(0), apart.mean(0), 1e-14);
    assertEquals(together.covariance(0, 0), apart.covariance(0, 0), 1e-14);
  }

  /** Cov(relu(x), x) = 1/2 for a standard normal x. */
  @Test
  void formsMayHaveInputs() {
    AffineForm input = new AffineForm(List.of(Rational.ZERO), List.of(Rational.ONE));
    AffineForm both = new AffineForm(List.of(Rational.ONE), List.of(Rational.of(2)));
    MomentMatching matching = matched(Networks.relu(), normals(1), FIRST, input, both);
    double variance = 0.5 - 1 / (2 * Math.PI);
    assertEquals(0.5, matching.covariance(0, 1), 1e-15);
    assertEquals(variance, matching.covariance(0, 0), 1e-15);
    assertEquals(variance + 4 * 0.5 + 4, matching.covariance(2, 2), 1e-14);
    assertEquals(0.5 / Math.sqrt(variance), matching.correlation(0, 1), 1e-14);
  }

  @Test
  void linearNetworksOfAnyInputsHaveTheirMoments() {
    Law law = Law.independent(Statements.inputs("beta(2, 3)", "exponential(2)"));
    MomentMatching matching = matched(Networks.linear(1, 5, -2), law, FIRST);
    assertEquals(1 + 2 - 1, matching.mean(0), 1e-14);
    assertEquals(25 * 0.04 + 4 * 0.25, matching.covariance(0, 0), 1e-14);
  }

  @Test
  void cdfsAreNormal() {
    Law law = Law.independent(Statements.inputs("normal(1, 2)"));
    ScalarLaw found = matched(Networks.linear(0, 3), law, FIRST).law(0);
    NormalDistribution expected = new NormalDistribution(3, 6);
    for (double t = -20; t < 20; t += 3) {
      assertEquals(expected.cumulativeProbability(t), found.cdf(t), 1e-15);
      assertEquals(expected.density(t), found.density(t), 1e-16);
    }
  }

  /** A mixture of two far apart has the moments of both and of their distance. */
  @Test
  void componentsAreMatchedOneByOne() {
    Law.Summand low =
        new Law.Summand(Rational.of(1, 4), List.of(Distribution.parse("normal(-10, 1)")));
    Law.Summand high =
        new Law.Summand(Rational.of(3, 4), List.of(Distribution.parse("normal(10, 1)")));
    Law.Branch branch = new Law.Branch(List.of(Law.InputMap.coordinate(0)), List.of(low, high));
    Law law = new Law(1, List.of(branch), Rational.ZERO);
    MomentMatching matching = matched(Networks.relu(), law, FIRST);
    assertEquals(7.5, matching.mean(0), 1e-9);
    assertEquals(0.75 * 101 - 7.5 * 7.5, matching.covariance(0, 0), 1e-9);
    assertEquals(0.25, matching.law(0).cdf(5), 1e-6);
    assertEquals(0.25 + 0.75 / 2, matching.law(0).cdf(10), 1e-9);
    assertEquals(matching.deviation(0), matching.law(0).deviation(), 1e-12);
  }

  @Test
  void refusesWhatItCannotDo() {
    Law cauchy = Law.independent(Statements.inputs("cauchy(0, 1)"));
    EstimateException e =
        assertThrows(EstimateException.class, () -> matched(Networks.relu(), cauchy, FIRST));
    assertTrue(e.getMessage().startsWith("cauchy(0, 1) has no mean"), e.getMessage());
    Law heavy = Law.independent(Statements.inputs("pareto(3/2, 1)"));
    e = assertThrows(EstimateException.class, () -> matched(Networks.relu(), heavy, FIRST));
    assertTrue(e.getMessage().startsWith("pareto(3/2, 1) has no variance"), e.getMessage());
    e = assertThrows(EstimateException.class, () -> matched(Networks.relu(), normals(1)));
    assertTrue(e.getMessage().contains("at least one form"), e.getMessage());
    AffineForm other = new AffineForm(List.of(Rational.ONE, Rational.ONE));
    e = assertThrows(EstimateException.class, () -> matched(Networks.relu(), normals(1), other));
    assertTrue(e.getMessage().contains("the network has 1 and 1"), e.getMessage());
    AffineForm constant = new AffineForm(List.of(Rational.ONE));
    MomentMatching dead = matched(Networks.linear(1, 0), normals(1), constant);
    e = assertThrows(EstimateException.class, () -> dead.correlation(0, 0));
    assertTrue(e.getMessage().contains("constant"), e.getMessage());
  }

  @Test
  void canBeStopped() {
    Network network = Networks.random(1, 3, 20, 20);
    assertThrows(
        StoppedException.class,
        () -> MomentMatching.of(network, normals(3), List.of(FIRST), () -> true));
  }
}
