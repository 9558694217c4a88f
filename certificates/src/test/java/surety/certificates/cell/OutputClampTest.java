package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Clip;
import surety.certificates.activation.LeakyRelu;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;

class OutputClampTest {
  private static final AffineForm ONLY = AffineForm.ofOutput(0, 1);

  private static Network scalar(Activation activation) {
    return Network.chain(1, List.of(ActivationLayer.uniform(1, activation)));
  }

  /** y = factor f(x) + bias. */
  private static Network scaled(Activation activation, double factor, double bias) {
    return Network.chain(
        1,
        List.of(
            ActivationLayer.uniform(1, activation),
            AffineLayer.of(new double[][] {{factor}}, new double[] {bias})));
  }

  private static boolean happens(Threshold threshold, Rational g) {
    if (threshold.equals(Threshold.ALWAYS) || threshold.equals(Threshold.NEVER)) {
      return threshold.equals(Threshold.ALWAYS);
    }
    double value = g.doubleFloor();
    assertEquals(Rational.ofDouble(value), g, "the test's numbers are doubles");
    return threshold.includes(value);
  }

  /** The event of the function is the event of the function without its clamp, at every point. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theEventsAreTheSame(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Activation[] activations = {
      Activation.RELU,
      new Clip(-1, 2),
      new Clip(Double.NEGATIVE_INFINITY, 1),
      new Clip(0.5, Double.POSITIVE_INFINITY),
      new Clip(1, 1)
    };
    double[] factors = {1, -1, 2, -0.5};
    for (Activation activation : activations) {
      for (double factor : factors) {
        double bias = (random.nextInt(9) - 4) / 2.0;
        Network network = scaled(activation, factor, bias);
        boolean negated = random.nextBoolean();
        OutputClamp clamp = OutputClamp.of(network, ONLY, negated);
        for (int k = 0; k < 400; k++) {
          Rational x = Rational.of(random.nextInt(49) - 24, 8);
          Rational t = Rational.of(random.nextInt(49) - 24, 4);
          boolean inclusive = random.nextBoolean();
          Rational sign = Rational.of(negated ? -1 : 1);
          Rational g = sign.times(network.evaluateExactly(new Rational[] {x})[0]);
          Rational h = sign.times(clamp.network().evaluateExactly(new Rational[] {x})[0]);
          boolean wanted = inclusive ? g.compareTo(t) <= 0 : g.compareTo(t) < 0;
          assertEquals(
              wanted,
              happens(clamp.threshold(t, inclusive), h),
              () -> network + " at " + x + ", " + g + " against " + t + ", " + inclusive);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, false, false",
    "0, false, true, false",
    "-1, true, true, false",
    "-1e-400, true, true, false",
    "1e-400, false, false, false"
  })
  void aReluIsNeverBelowZero(String t, boolean inclusive, boolean never, boolean always) {
    Threshold threshold =
        OutputClamp.of(scalar(Activation.RELU), ONLY, false)
            .threshold(Rational.parse(t), inclusive);
    assertEquals(never, threshold.equals(Threshold.NEVER));
    assertEquals(always, threshold.equals(Threshold.ALWAYS));
  }

  @Test
  void whatAlwaysOrNeverHappensIsDecidedOnAnyBounds() {
    assertTrue(Threshold.ALWAYS.includes(Double.POSITIVE_INFINITY));
    assertTrue(Threshold.NEVER.excludes(Double.NEGATIVE_INFINITY));
  }

  @Test
  void oneNeuronOfSeveralIsFoundByTheForm() {
    Network two =
        Network.chain(2, List.of(new ActivationLayer(List.of(Activation.TANH, Activation.RELU))));
    OutputClamp clamp = OutputClamp.of(two, AffineForm.ofOutput(1, 2), false);
    ActivationLayer left = clamp.network().activations().findFirst().orElseThrow();
    assertEquals(List.of(Activation.TANH, Activation.IDENTITY), left.activations());
    assertEquals(Rational.ZERO, clamp.least().orElseThrow());
  }

  @Test
  void whatIsNoClampAtTheEndStaysAsItIs() {
    AffineLayer sum = AffineLayer.of(new double[][] {{1, 1}}, new double[1]);
    ActivationLayer relus = ActivationLayer.uniform(2, Activation.RELU);
    AffineLayer cancelled = AffineLayer.of(new double[][] {{0, 0}}, new double[] {1});
    for (Network network :
        List.of(
            Network.chain(1, List.of()),
            Network.chain(2, List.of(relus, sum)), // two neurons
            Network.chain(2, List.of(relus, cancelled)), // none
            Network.chain(2, List.of(sum)),
            scalar(Activation.TANH),
            scalar(new LeakyRelu(0.5)),
            Network.chain(
                1,
                List.of(
                    ActivationLayer.uniform(1, Activation.RELU),
                    ActivationLayer.uniform(1, Activation.TANH))))) {
      OutputClamp clamp = OutputClamp.of(network, ONLY, true);
      assertSame(network, clamp.network());
      assertTrue(clamp.least().isEmpty() && clamp.greatest().isEmpty());
      assertEquals(Threshold.of(Rational.ZERO, true), clamp.threshold(Rational.ZERO, true));
    }
  }
}
