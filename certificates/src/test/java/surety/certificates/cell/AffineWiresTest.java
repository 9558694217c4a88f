package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Abs;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Clip;
import surety.certificates.activation.LeakyRelu;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

class AffineWiresTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static AffineLayer layer(double[] bias, double[]... rows) {
    return AffineLayer.of(rows, bias);
  }

  /** relu(x) - relu(x - 1), which is 0 below 0 and 1 above 1. */
  private static Network step() {
    return Network.chain(
        1,
        List.of(
            layer(new double[] {0, -1}, new double[] {1}, new double[] {1}),
            ActivationLayer.uniform(2, Activation.RELU),
            layer(new double[] {0}, new double[] {1, -1})));
  }

  private static WireForm output(Network network, int k) {
    Rational[] weights = new Rational[network.outputs()];
    Arrays.fill(weights, Rational.ZERO);
    weights[k] = Rational.ONE;
    return WireForm.of(new AffineForm(List.of(weights)), network);
  }

  private static Optional<AffineWires.Function> output(Network network, int k, Interval... inputs) {
    List<Optional<Rational>> free = Collections.nCopies(inputs.length, Optional.empty());
    List<Interval> ranges = network.encloseWires(inputs, Stop.NEVER);
    return AffineWires.of(network, free, ranges, Stop.NEVER).function(output(network, k));
  }

  @Test
  void slopesCancelHoweverFarAnInputGoes() {
    AffineWires.Function above = output(step(), 0, new Interval(1, INFINITY)).orElseThrow();
    assertEquals(Optional.of(Rational.ONE), above.value());
    AffineWires.Function below = output(step(), 0, new Interval(-INFINITY, 0)).orElseThrow();
    assertEquals(Optional.of(Rational.ZERO), below.value());
    AffineWires.Function between = output(step(), 0, new Interval(0, 1)).orElseThrow();
    assertEquals(Optional.empty(), between.value());
    assertEquals(List.of(Rational.ONE), between.slopes());
    assertEquals(new Interval(0, 1), between.over(List.of(new Interval(0, 1))));
  }

  @Test
  void aKinkInsideLeavesItUnknown() {
    assertTrue(output(step(), 0, new Interval(0.5, INFINITY)).isEmpty());
    assertTrue(output(step(), 0, new Interval(Math.nextDown(1.0), 2)).isEmpty());
  }

  @Test
  void aDeadNeuronIsKnownThoughItsArgumentIsNot() {
    Network dead =
        Network.chain(
            1,
            List.of(
                ActivationLayer.uniform(1, Activation.ABS),
                layer(new double[] {-1}, new double[] {-1}),
                ActivationLayer.uniform(1, Activation.RELU)));
    AffineWires.Function zero = output(dead, 0, new Interval(-3, INFINITY)).orElseThrow();
    assertEquals(Optional.of(Rational.ZERO), zero.value());
    Network smooth = Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.TANH)));
    assertTrue(output(smooth, 0, new Interval(5, INFINITY)).isEmpty());
  }

  @Test
  void aFixedInputIsAConstant() {
    Network sum = Network.chain(2, List.of(layer(new double[] {0.5}, new double[] {2, 1})));
    List<Optional<Rational>> fixed = List.of(Optional.of(Rational.of(1, 3)), Optional.empty());
    Interval[] inputs = {Interval.of(Rational.of(1, 3)), new Interval(0, INFINITY)};
    AffineWires.Function function =
        AffineWires.of(sum, fixed, sum.encloseWires(inputs, Stop.NEVER), Stop.NEVER)
            .function(output(sum, 0))
            .orElseThrow();
    assertEquals(List.of(Rational.ZERO, Rational.ONE), function.slopes());
    assertEquals(Rational.of(7, 6), function.constant());
  }

  @Test
  void isTheNetworkAtEachPointOfTheBox() {
    List<Activation> kinds =
        List.of(Activation.RELU, new LeakyRelu(0.25), new Clip(-1, 2), new Abs());
    SplittableRandom random = new SplittableRandom(17);
    int found = 0;
    for (int run = 0; run < 1500; run++) {
      int n = random.nextInt(1, 4);
      Network network = RandomNetworks.of(random, n, 2, kinds);
      double[] lower = new double[n];
      Interval[] box = new Interval[n];
      for (int k = 0; k < n; k++) {
        lower[k] = random.nextDouble(-4, 4);
        double length = random.nextInt(3) == 0 ? INFINITY : random.nextDouble() * 0.5;
        box[k] = new Interval(lower[k], lower[k] + length);
      }
      for (int output = 0; output < 2; output++) {
        Optional<AffineWires.Function> function = output(network, output, box);
        for (int i = 0; i < 4 && function.isPresent(); i++) {
          found++;
          Rational[] x = new Rational[n];
          for (int k = 0; k < n; k++) {
            double reach = Double.isInfinite(box[k].upper()) ? 1000 : box[k].upper() - lower[k];
            double at = Math.min(box[k].upper(), lower[k] + reach * random.nextDouble());
            x[k] = Rational.ofDouble(at);
          }
          Rational value = function.get().constant();
          for (int k = 0; k < n; k++) {
            value = value.plus(function.get().slopes().get(k).times(x[k]));
          }
          assertEquals(network.evaluateExactly(x)[output], value);
          assertTrue(function.get().over(List.of(box)).contains(value));
        }
      }
    }
    assertTrue(found > 1000, "only " + found);
  }

  @Test
  void largeNetworksAreLeftToIntervals() {
    assertTrue(AffineWires.areCheap(step()));
    Network wide =
        Network.chain(1000, List.of(AffineLayer.of(new double[1000][1000], new double[1000])));
    assertFalse(AffineWires.areCheap(wide));
  }
}
