package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class ActivationLayerTest {

  private static final ActivationLayer MIXED =
      new ActivationLayer(List.of(Activation.RELU, Activation.IDENTITY, Activation.RELU));

  @Test
  void appliesEachActivationToItsNeuron() {
    assertArrayEquals(new double[] {0, -1, 2}, MIXED.evaluate(new double[] {-1, -1, 2}));
    Rational minus = Rational.of(-1, 3);
    Rational plus = Rational.of(1, 3);
    assertArrayEquals(
        new Rational[] {Rational.ZERO, minus, plus},
        RandomNetworks.alone(MIXED).evaluateExactly(new Rational[] {minus, minus, plus}));
    assertEquals(Activation.IDENTITY, MIXED.activation(1));
    assertEquals(3, MIXED.inputs());
    assertEquals(3, MIXED.outputs());
  }

  @Test
  void atZeroBothActivationsAreZero() {
    for (Activation activation : List.of(Activation.IDENTITY, Activation.RELU)) {
      assertEquals(0, activation.apply(0));
      assertEquals(Rational.ZERO, activation.applyExactly(Rational.ZERO));
    }
  }

  @Test
  void refusesNoNeuronsAndOtherLengths() {
    assertThrows(IllegalArgumentException.class, () -> new ActivationLayer(List.of()));
    assertThrows(IllegalArgumentException.class, () -> MIXED.evaluate(new double[2]));
    assertThrows(
        IllegalArgumentException.class,
        () -> RandomNetworks.alone(MIXED).evaluateExactly(new Rational[4]));
  }

  @Test
  void isPiecewiseLinearIfAllNeuronsAre() {
    List<Activation> linear = List.of(Activation.RELU, PiecewiseLinear.clip(-1, 1), new Elu(0));
    assertTrue(RandomNetworks.alone(new ActivationLayer(linear)).isPiecewiseLinear());
    ActivationLayer smooth = new ActivationLayer(List.of(Activation.RELU, Activation.TANH));
    assertFalse(RandomNetworks.alone(smooth).isPiecewiseLinear());
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            RandomNetworks.alone(smooth)
                .evaluateExactly(new Rational[] {Rational.ZERO, Rational.ZERO}));
  }

  @Test
  void enclosesNeuronByNeuron() {
    Interval range = Interval.of(-2, 3);
    assertArrayEquals(
        new Interval[] {Interval.of(0, 3), range, Interval.of(0, 3)},
        RandomNetworks.alone(MIXED).enclose(new Interval[] {range, range, range}));
    assertThrows(
        IllegalArgumentException.class,
        () -> RandomNetworks.alone(MIXED).enclose(new Interval[] {range}));
  }
}
