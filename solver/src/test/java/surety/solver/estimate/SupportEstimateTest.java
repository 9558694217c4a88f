package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.solver.Networks;
import surety.solver.Statements;

class SupportEstimateTest {
  private static final Sampling.Options SAMPLES = Sampling.Options.of(4_000, 5);

  private static Law law(String... inputs) {
    return Law.independent(Statements.inputs(inputs));
  }

  private static SupportEstimate support(Network network, Law law, double tau) {
    return SupportEstimate.of(network, law, tau, 10_000, SAMPLES, k -> {}, Stop.NEVER);
  }

  /** Neurons that are never near their kink are fixed. */
  @Test
  void certainNeuronsAreFixed() {
    Network network =
        Networks.oneLayer(new double[][] {{1}, {-1}, {0}}, new double[] {5, -5, 1}, 1, 1, 1);
    SupportEstimate found = support(network, law("normal(0, 1)"), 0.49);
    assertEquals(List.of("101"), found.patterns());
    assertEquals(1, found.share());
    assertEquals(Sampling.band(4_000, 0.999), found.band());
  }

  @Test
  void halvesAreFree() {
    SupportEstimate found = support(Networks.absolute(), law("normal(0, 1)"), 0.1);
    assertEquals(List.of("00", "01", "10", "11"), found.patterns());
    assertEquals(1, found.share());
  }

  /** P(x + 1 > 0) = 0.841: fixed for tau = 0.3, free for 0.4. */
  @Test
  void tauSaysWhatIsFixed() {
    Network network = Networks.oneLayer(new double[][] {{1}}, new double[] {1}, 1);
    SupportEstimate narrow = support(network, law("normal(0, 1)"), 0.3);
    assertEquals(List.of("1"), narrow.patterns());
    assertEquals(NormalLaw.phi(1), narrow.share(), narrow.band());
    assertEquals(List.of("0", "1"), support(network, law("normal(0, 1)"), 0.4).patterns());
  }

  /**
   * As printed: h1 is standard normal and h2 = relu(h1) - 1/2. On the prefix 1 it counts h2 > 0
   * with 0.309 and not with the conditional 0.617, so for tau = 0.15 it fixes h2 to the wrong side;
   * and on the prefix 0 h2 is a constant.
   */
  @Test
  void prefixesAreNoConditions() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}}, new double[1]),
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{1}}, new double[] {-0.5}),
                ActivationLayer.uniform(1, Activation.RELU)));
    SupportEstimate found = support(network, law("normal(0, 1)"), 0.15);
    assertEquals(List.of("00", "10"), found.patterns());
    assertEquals(NormalLaw.phi(0.5), found.share(), found.band());
    assertEquals(List.of("00", "10", "11"), support(network, law("normal(0, 1)"), 0.2).patterns());
  }

  @Test
  void moreTauListsMore() {
    for (int seed = 0; seed < 5; seed++) {
      Network network = Networks.random(seed, 2, 4, 4, 4);
      Law law = law("normal(0, 1/2)", "uniform(-1, 1)");
      double before = 0;
      int count = 0;
      for (double tau : new double[] {0.1, 0.2, 0.4, 0.5}) {
        SupportEstimate found = support(network, law, tau);
        assertTrue(found.share() >= before && found.patterns().size() >= count);
        assertEquals(found.patterns().size(), new HashSet<>(found.patterns()).size());
        before = found.share();
        count = found.patterns().size();
      }
      assertEquals(1, before, 0.01);
    }
  }

  @Test
  void clipsHaveThreePieces() {
    Network network = Networks.scalar(PiecewiseLinear.clip(-1, 1));
    assertEquals(List.of("1"), support(network, law("normal(0, 1/2)"), 0.2).patterns());
    SupportEstimate all = support(network, law("normal(0, 10)"), 0.2);
    assertEquals(List.of("0", "1", "2"), all.patterns());
    assertEquals(1, all.share());
    assertEquals(List.of(""), support(Networks.linear(0, 1), law("normal(0, 1)"), 0).patterns());
  }

  @Test
  void atMostTenAreFree() {
    double[][] in = new double[12][1];
    double[] bias = new double[12];
    double[] out = new double[12];
    for (int k = 0; k < 12; k++) {
      in[k][0] = 1;
      bias[k] = k == 3 ? 0.3 : k == 5 ? -0.2 : 0;
    }
    SupportEstimate found = support(Networks.oneLayer(in, bias, out), law("normal(0, 1)"), 0.2);
    assertEquals(1_024, found.patterns().size());
    assertTrue(found.patterns().stream().allMatch(p -> p.charAt(3) == '1' && p.charAt(5) == '0'));
  }

  @Test
  void refusesTooManyPatterns() {
    Network network = Networks.random(1, 4, 8, 8);
    Law law = law(Collections.nCopies(4, "normal(0, 9)").toArray(new String[0]));
    EstimateException e =
        assertThrows(
            EstimateException.class,
            () -> SupportEstimate.of(network, law, 0.5, 100, SAMPLES, k -> {}, Stop.NEVER));
    assertTrue(e.getMessage().startsWith("there are more than 100 patterns"), e.getMessage());
    assertTrue(e.getMessage().contains("smaller tau"), e.getMessage());
    assertThrows(
        StoppedException.class,
        () -> SupportEstimate.of(network, law, 0.1, 100, SAMPLES, k -> {}, () -> true));
  }

  @Test
  void refusesWhatCannotBe() {
    for (double tau : new double[] {-0.1, 0.6, Double.NaN}) {
      assertThrows(
          EstimateException.class, () -> support(Networks.relu(), law("normal(0, 1)"), tau));
    }
    EstimateException e =
        assertThrows(
            EstimateException.class,
            () -> support(Networks.scalar(Activation.TANH), law("normal(0, 1)"), 0.1));
    assertTrue(e.getMessage().contains("tanh"), e.getMessage());
    assertThrows(EstimateException.class, () -> support(Networks.relu(), law("cauchy(0, 1)"), 0.1));
  }
}
