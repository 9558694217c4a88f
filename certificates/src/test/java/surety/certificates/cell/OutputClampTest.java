package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

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

  private static OutputClamp clamp(Network network, AffineForm form) {
    WireForm row = WireForm.of(form, network).throughAffine(network, Stop.NEVER);
    return OutputClamp.of(network, row, Stop.NEVER);
  }

  /** The exact value of a form of wires for inputs. */
  private static Rational value(WireForm form, Network network, Rational... x) {
    Wires all = Wires.range(0, network.wires());
    Rational[] wires = new Network(network.inputs(), network.gates(), all).evaluateExactly(x);
    Rational sum = form.bias();
    for (int wire : form.weights().keySet()) {
      sum = sum.plus(form.weight(wire).times(wires[wire]));
    }
    return sum;
  }

  private static boolean happens(OutputClamp clamp, Rational t, boolean inclusive, Rational h) {
    return clamp.decided(t, inclusive).orElseGet(() -> Threshold.of(t, inclusive).holds(h));
  }

  /** The event of the function is the event of the function without its clamp, at every point. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theEventsAreTheSame(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Activation[] activations = {
      Activation.RELU,
      PiecewiseLinear.clip(-1, 2),
      PiecewiseLinear.clip(Double.NEGATIVE_INFINITY, 1),
      PiecewiseLinear.clip(0.5, Double.POSITIVE_INFINITY),
      PiecewiseLinear.clip(1, 1)
    };
    double[] factors = {1, -1, 2, -0.5};
    for (Activation activation : activations) {
      for (double factor : factors) {
        double bias = (random.nextInt(9) - 4) / 2.0;
        Network network = scaled(activation, factor, bias);
        Rational sign = Rational.of(random.nextBoolean() ? -1 : 1);
        OutputClamp clamp = clamp(network, new AffineForm(List.of(sign)));
        for (int k = 0; k < 400; k++) {
          Rational x = Rational.of(random.nextInt(49) - 24, 8);
          Rational t = Rational.of(random.nextInt(49) - 24, 4);
          boolean inclusive = random.nextBoolean();
          Rational g = sign.times(network.evaluateExactly(new Rational[] {x})[0]);
          Rational h = value(clamp.form(), network, x);
          boolean wanted = inclusive ? g.compareTo(t) <= 0 : g.compareTo(t) < 0;
          assertEquals(
              wanted,
              happens(clamp, t, inclusive, h),
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
    Optional<Boolean> decided =
        clamp(scalar(Activation.RELU), ONLY).decided(Rational.parse(t), inclusive);
    assertEquals(never, decided.equals(Optional.of(false)));
    assertEquals(always, decided.equals(Optional.of(true)));
  }

  @ParameterizedTest
  @CsvSource({
    "2, true, true",
    "2, false, ",
    "3, true, true",
    "1, false, ",
    "-1, true, ",
    "-1, false, false"
  })
  void aClipIsBetweenItsEnds(String t, boolean inclusive, Boolean expected) {
    OutputClamp clamp = clamp(scalar(PiecewiseLinear.clip(-1, 2)), ONLY);
    assertEquals(Optional.ofNullable(expected), clamp.decided(Rational.parse(t), inclusive));
  }

  @Test
  void oneNeuronOfSeveralIsFoundByTheForm() {
    Network two =
        Network.chain(2, List.of(new ActivationLayer(List.of(Activation.TANH, Activation.RELU))));
    OutputClamp clamp = clamp(two, AffineForm.ofOutput(1, 2));
    assertEquals(OptionalInt.of(1), clamp.form().onlyWire());
    assertEquals(Rational.ONE, clamp.form().weight(1));
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
            scalar(PiecewiseLinear.leakyRelu(0.5)),
            Network.chain(
                1,
                List.of(
                    ActivationLayer.uniform(1, Activation.RELU),
                    ActivationLayer.uniform(1, Activation.TANH))))) {
      OutputClamp clamp = clamp(network, ONLY);
      assertEquals(WireForm.of(ONLY, network).throughAffine(network, Stop.NEVER), clamp.form());
      assertTrue(clamp.least().isEmpty() && clamp.greatest().isEmpty());
      assertTrue(clamp.decided(Rational.ZERO, true).isEmpty());
    }
  }

  /** Behind the clamp an affine gate is multiplied in, too. */
  @Test
  void whatIsClampedIsAFormOfWhatIsBeforeTheGate() {
    AffineLayer sum = AffineLayer.of(new double[][] {{3, 5}}, new double[] {0.5});
    AffineLayer last = AffineLayer.of(new double[][] {{-2}}, new double[] {1});
    Network network =
        Network.chain(2, List.of(sum, ActivationLayer.uniform(1, Activation.RELU), last));
    OutputClamp clamp = clamp(network, ONLY);
    assertEquals(Rational.of(-6), clamp.form().weight(0));
    assertEquals(Rational.of(-10), clamp.form().weight(1));
    assertEquals(Rational.ZERO, clamp.form().bias());
    assertEquals(Optional.of(Rational.ONE), clamp.greatest());
    assertEquals(Optional.empty(), clamp.least());
  }
}
