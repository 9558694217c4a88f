package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;

class NetworkTest {

  /** |x| = relu(x) + relu(-x). */
  private static Network absolute() {
    return new Network(
        1,
        List.of(
            AffineLayer.of(new double[][] {{1}, {-1}}, new double[2]),
            ActivationLayer.uniform(2, Activation.RELU),
            AffineLayer.of(new double[][] {{1, 1}}, new double[1])));
  }

  @Test
  void composesItsLayers() {
    Network network = absolute();
    assertEquals(1, network.outputs());
    assertArrayEquals(new double[] {2.5}, network.evaluate(new double[] {-2.5}));
    Rational third = Rational.of(1, 3);
    assertArrayEquals(
        new Rational[] {third}, network.evaluateExactly(new Rational[] {third.negate()}));
  }

  @Test
  void withoutLayersItIsTheIdentityAndCopies() {
    Network network = new Network(2, List.of());
    double[] x = {1, 2};
    double[] y = network.evaluate(x);
    assertEquals(2, network.outputs());
    assertArrayEquals(x, y);
    y[0] = 9;
    assertEquals(1, x[0]);
    Rational[] exact = {Rational.ONE, Rational.ZERO};
    assertArrayEquals(exact, network.evaluateExactly(exact));
  }

  @Test
  void refusesLayersThatDoNotFit() {
    List<Layer> wrong = List.of(ActivationLayer.uniform(3, Activation.RELU));
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Network(2, wrong)).getMessage();
    assertTrue(message.contains("takes 3 values, but 2 come in"), message);
    assertThrows(IllegalArgumentException.class, () -> new Network(0, List.of()));
    List<Layer> layers = absolute().layers();
    List<Layer> reversed = new ArrayList<>(List.of(layers.get(2), layers.get(1), layers.get(0)));
    assertThrows(IllegalArgumentException.class, () -> new Network(1, reversed));
  }

  @Test
  void refusesInputsOfAnotherLength() {
    Network network = absolute();
    assertThrows(IllegalArgumentException.class, () -> network.evaluate(new double[2]));
    assertThrows(IllegalArgumentException.class, () -> network.evaluateExactly(new Rational[0]));
  }
}
