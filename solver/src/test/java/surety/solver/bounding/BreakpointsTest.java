package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class BreakpointsTest {

  private static double[] of(Activation activation, double lower, double upper, int segments)
      throws BoundingException {
    Network network = Network.chain(1, List.of(ActivationLayer.uniform(1, activation)));
    return Breakpoints.of(network, List.of(Interval.of(lower, upper)), segments).of(0, 0);
  }

  @Test
  void curvedSectionsAreCutEvenlyBetweenKinksAndInflections() throws BoundingException {
    assertArrayEquals(
        new double[] {-3, -2, -1, 0, 0.5, 1, 1.5}, of(Activation.TANH, -4, 2, 4), 1e-2);
    assertArrayEquals(new double[] {-1, 0, 1}, of(Activation.SOFTPLUS, -2, 2, 4));
    assertArrayEquals(new double[] {2}, of(Activation.SIGMOID, 1, 3, 2), 1e-3);
    assertArrayEquals(new double[0], of(Activation.SIGMOID, 1, 3, 1));
  }

  @Test
  void straightOnesOnlyAtTheirKinks() throws BoundingException {
    assertArrayEquals(new double[] {0}, of(Activation.RELU, -4, 2, 10));
    assertArrayEquals(new double[] {0}, of(PiecewiseLinear.leakyRelu(0.1), -4, 2, 10));
    assertArrayEquals(new double[] {-1, 1}, of(PiecewiseLinear.clip(-1, 1), -4, 2, 10));
    assertArrayEquals(new double[] {1}, of(PiecewiseLinear.clip(-1, 1), -1, 2, 10));
    assertArrayEquals(new double[0], of(Activation.IDENTITY, -4, 2, 10));
    assertArrayEquals(new double[0], of(Activation.RELU, 0, 2, 10));
  }

  @Test
  void whatTurnsIsCutThereToo() throws BoundingException {
    assertArrayEquals(new double[] {0}, of(Activation.ABS, -4, 2, 10));
    assertArrayEquals(new double[] {-2, 0, 1}, of(Activation.SQUARE, -4, 2, 2), 1e-2);
    double[] sine = of(Activation.SIN, -2, 2, 1);
    assertTrue(
        Arrays.stream(sine)
            .allMatch(
                x ->
                    Math.abs(x) % (Math.PI / 2) < 1e-3
                        || Math.abs(x) % (Math.PI / 2) > Math.PI / 2 - 1e-3));
    assertTrue(sine.length >= 3 && sine.length <= 9);
    double[] silu = of(Activation.SILU, -2, 2, 1);
    assertTrue(Arrays.stream(silu).allMatch(x -> Math.abs(x + 1.2785) < 1e-3));
    assertTrue(silu.length >= 1 && silu.length <= 4);
  }

  @Test
  void doublingKeepsThem() throws BoundingException {
    for (int segments : new int[] {1, 5, 12}) {
      double[] fine = of(Activation.SOFTSIGN, -1.7, 5.3, 2 * segments);
      for (double x : of(Activation.SOFTSIGN, -1.7, 5.3, segments)) {
        assertTrue(IntStream.range(0, fine.length).anyMatch(i -> fine[i] == x));
      }
    }
  }

  @Test
  void thereAreSomeForEachNeuron() throws BoundingException {
    Network network = Samples.network(2, Activation.TANH, 2, 4, 3);
    Breakpoints breakpoints = Breakpoints.of(network, Samples.box(2, -3, 3), 10);
    assertEquals(2, breakpoints.layers());
    for (int neuron = 0; neuron < 3; neuron++) {
      double[] x = breakpoints.of(1, neuron);
      assertEquals(19, x.length, "10 on each side of 0, without the range's ends");
      for (int i = 1; i < x.length; i++) {
        assertTrue(x[i - 1] < x[i]);
      }
    }
  }

  @Test
  void areSafeFromTheirReaders() throws BoundingException {
    Network network = Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.RELU)));
    Breakpoints breakpoints = Breakpoints.of(network, Samples.box(1, -1, 1), 10);
    breakpoints.of(0, 0)[0] = 7;
    assertArrayEquals(new double[] {0}, breakpoints.of(0, 0));
  }

  @Test
  void wrongQuestionsAreRefused() {
    Network network = Samples.network(2, Activation.TANH, 2, 3);
    Network log =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}}, new double[1]),
                ActivationLayer.uniform(1, Activation.LOG)));
    assertThrows(
        IllegalArgumentException.class, () -> Breakpoints.of(network, Samples.box(2, 0, 1), 0));
    assertThrows(
        IllegalArgumentException.class, () -> Breakpoints.of(network, Samples.box(1, 0, 1), 10));
    assertThrows(
        IllegalArgumentException.class,
        () -> Breakpoints.of(network, List.of(Interval.ONE, Interval.WHOLE), 10));
    assertThrows(BoundingException.class, () -> Breakpoints.of(log, Samples.box(1, 0, 1), 10));
  }
}
