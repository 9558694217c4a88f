package surety.solver.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Normal;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;

class SupportSearchTest {
  private static final SupportOptions FINE = new SupportOptions(1e-3, 10_000, 60);

  /** As for small pictures of digits, with biases that keep most neurons away from their kinks. */
  private static Network network(long seed) {
    Random random = new Random(seed);
    int[] sizes = {64, 16, 16, 16, 10};
    List<Layer> layers = new ArrayList<>();
    for (int k = 0; k + 1 < sizes.length; k++) {
      double[][] weights = new double[sizes[k + 1]][sizes[k]];
      double[] biases = new double[sizes[k + 1]];
      for (int i = 0; i < biases.length; i++) {
        biases[i] = (float) random.nextGaussian();
        for (int j = 0; j < sizes[k]; j++) {
          weights[i][j] = (float) (Math.sqrt(2.0 / sizes[k]) * random.nextGaussian());
        }
      }
      layers.add(AffineLayer.of(weights, biases));
      if (k + 2 < sizes.length) {
        layers.add(new ActivationLayer(Collections.nCopies(biases.length, Activation.RELU)));
      }
    }
    return Network.chain(64, layers);
  }

  private static SupportStatement statement(long seed, double deviation) {
    Random random = new Random(seed);
    List<Input> inputs = new ArrayList<>();
    for (int k = 0; k < 64; k++) {
      Rational mean = Rational.of(random.nextInt(17), 16);
      inputs.add(new RandomInput(new Normal(mean, Rational.ofDouble(deviation))));
    }
    return new SupportStatement("0".repeat(64), Law.independent(inputs));
  }

  private static SupportResult run(long seed, double deviation, SupportOptions options)
      throws RejectedException {
    return SupportSearch.run(
        statement(seed, deviation), network(seed), options, progress -> {}, Stop.NEVER);
  }

  @Test
  void isReachedInManyDimensions() throws RejectedException {
    for (long seed = 0; seed < 5; seed++) {
      SupportResult result = run(seed, 1 / 64.0, FINE);
      assertTrue(result.isReached(), seed + ": " + result.patterns().size());
      assertTrue(result.missing() <= 1e-3);
      Set<String> texts = new HashSet<>();
      double lower = 0;
      double upper = 0;
      for (SupportResult.Pattern pattern : result.patterns()) {
        assertTrue(texts.add(pattern.text()));
        assertEquals(48, pattern.text().length());
        lower += pattern.probability().lower();
        upper += pattern.probability().upper();
      }
      assertTrue(lower <= 1 && upper >= 1 - result.missing(), lower + " " + upper);
    }
  }

  @Test
  void theSameIsFoundAgain() throws RejectedException {
    assertArrayEquals(run(1, 0.02, FINE).certificate(), run(1, 0.02, FINE).certificate());
  }

  /** Of a thousand samples, all but a few have a pattern of the list. */
  @Test
  void samplesHaveListedPatterns() throws RejectedException {
    Network network = network(2);
    SupportResult result = run(2, 1 / 64.0, FINE);
    Set<String> texts = new HashSet<>();
    result.patterns().forEach(pattern -> texts.add(pattern.text()));
    Random random = new Random(7);
    int unlisted = 0;
    for (int n = 0; n < 1000; n++) {
      double[] x = new double[64];
      for (int k = 0; k < 64; k++) {
        Normal normal =
            (Normal) statement(2, 1 / 64.0).law().branches().get(0).distributions(k).get(0);
        x[k] = normal.mean().doubleFloor() + random.nextGaussian() / 64;
      }
      unlisted += texts.contains(pattern(network, x)) ? 0 : 1;
    }
    assertTrue(unlisted <= 6, unlisted + " of 1000");
  }

  private static String pattern(Network network, double[] x) {
    double[] wires = network.evaluateWires(x);
    StringBuilder pattern = new StringBuilder();
    int at = 64;
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < 16; i++) {
        pattern.append(wires[at + i] >= 0 ? '1' : '0');
      }
      at += 32;
    }
    return pattern.toString();
  }

  @Test
  void stopsAtLimits() throws RejectedException {
    SupportResult few = run(3, 0.5, new SupportOptions(1e-3, 3, 60));
    assertFalse(few.isReached());
    assertEquals(3, few.patterns().size());
    assertTrue(few.missing() > 1e-3 && few.missing() <= 1);
    SupportResult hasty = run(3, 0.5, new SupportOptions(1e-9, 100_000, 0.05));
    assertFalse(hasty.isReached());
  }

  @Test
  void stopsOnRequestWithWhatItHas() throws RejectedException {
    AtomicInteger seen = new AtomicInteger();
    SupportResult result =
        SupportSearch.run(
            statement(3, 0.5),
            network(3),
            FINE,
            progress -> seen.incrementAndGet(),
            () -> seen.get() >= 2);
    assertFalse(result.isReached());
    assertEquals(2, result.patterns().size());
  }

  /** Of components of very different size the likely one is worked out; a point is one pattern. */
  @Test
  void componentsAreTakenTogether() throws RejectedException {
    Law.Branch wide = branch(1, "normal(0, 1)", Rational.of(1, 100));
    Law.Branch narrow = branch(1, "normal(5, 1/10)", Rational.of(89, 100));
    Law.Branch point =
        new Law.Branch(
            List.of(Law.InputMap.constant(Rational.of(7))),
            List.of(new Law.Summand(Rational.of(1, 10), List.of())));
    Law law = new Law(1, List.of(wide, narrow, point), Rational.ZERO);
    Network relu =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}}, new double[] {0}),
                new ActivationLayer(List.of(Activation.RELU))));
    SupportStatement statement = new SupportStatement("0".repeat(64), law);
    SupportResult coarse =
        SupportSearch.run(
            statement, relu, new SupportOptions(0.02, 10, 60), progress -> {}, Stop.NEVER);
    assertEquals(1, coarse.patterns().size());
    assertEquals(0.01, coarse.missing(), 1e-9);
    assertEquals(0.99, coarse.patterns().get(0).probability().lower(), 1e-9);
    assertEquals(1, coarse.patterns().get(0).probability().upper(), 1e-9);
    SupportResult fine =
        SupportSearch.run(
            statement, relu, new SupportOptions(1e-6, 10, 60), progress -> {}, Stop.NEVER);
    assertEquals(
        List.of("1", "0"), fine.patterns().stream().map(SupportResult.Pattern::text).toList());
    assertEquals(0.995, fine.patterns().get(0).probability().middle(), 1e-9);
    assertEquals(0.005, fine.patterns().get(1).probability().middle(), 1e-9);
  }

  private static Law.Branch branch(int inputs, String distribution, Rational weight) {
    Law.Summand summand = new Law.Summand(weight, List.of(Distribution.parse(distribution)));
    return new Law.Branch(
        Collections.nCopies(inputs, Law.InputMap.coordinate(0)), List.of(summand));
  }

  @Test
  void whatCannotBeWorkedWithIsRefused() {
    SupportStatement one =
        new SupportStatement(
            "0".repeat(64),
            Law.independent(List.of(new RandomInput(Distribution.parse("uniform(0, 1)")))));
    Network line =
        Network.chain(1, List.of(AffineLayer.of(new double[][] {{1}}, new double[] {0})));
    assertThrows(
        RejectedException.class,
        () -> SupportSearch.run(one, line, FINE, progress -> {}, Stop.NEVER));
    assertThrows(IllegalArgumentException.class, () -> new SupportOptions(-1e-9, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new SupportOptions(Double.NaN, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new SupportOptions(0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new SupportOptions(0, 1, 0));
  }
}
