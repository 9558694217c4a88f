package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class FloatLayersTest {

  /** How many layers there are, after a look at their numbers and at the function. */
  private static int layers(AffineLayer layer) throws BoundingException {
    List<AffineLayer> layers = FloatLayers.of(layer);
    for (AffineLayer part : layers) {
      for (int row = 0; row < part.rows(); row++) {
        assertTrue(Floats.isFloat(part.bias(row)));
        for (int column = 0; column < part.columns(); column++) {
          assertTrue(Floats.isFloat(part.weight(row, column)));
        }
      }
    }
    Network network = Network.chain(layer.columns(), List.copyOf(layers));
    SplittableRandom random = new SplittableRandom(71);
    for (int k = 0; k < 10; k++) {
      Rational[] x = Samples.exact(Samples.point(random, Samples.box(layer.columns(), -2, 2)));
      assertArrayEquals(
          Network.chain(layer.inputs(), List.of(layer)).evaluateExactly(x),
          network.evaluateExactly(x));
    }
    return layers.size();
  }

  @Test
  void floatsStayAsTheyAre() throws BoundingException {
    AffineLayer dense =
        AffineLayer.of(new double[][] {{0.5, -3}, {0, 0x1p100}}, new double[] {1, 0});
    assertEquals(List.of(dense), FloatLayers.of(dense));
    AffineLayer selection =
        AffineLayer.selection(3, new int[] {2}, new double[] {-1}, new double[1]);
    assertEquals(List.of(selection), FloatLayers.of(selection));
  }

  @Test
  void doublesBecomeSumsOfFloats() throws BoundingException {
    double[][] weights = {{0.1, -1 / 3.0, 0}, {1, Math.PI, 1e20 / 3}};
    assertEquals(2, layers(AffineLayer.of(weights, new double[] {0.5, 0})));
    assertEquals(4, layers(AffineLayer.of(weights, new double[] {0.1, 1e-9 / 7})));
    assertEquals(3, layers(AffineLayer.of(new double[][] {{1}, {2}}, new double[] {0.1, Math.E})));
    assertEquals(2, layers(AffineLayer.of(new double[][] {{1}}, new double[] {1 + 0x1p-40})));
    assertEquals(
        2,
        layers(
            AffineLayer.selection(
                3, new int[] {2, 0}, new double[] {0.1, -7}, new double[] {0, 1})));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e39, -1e300, 1e-46, Double.MIN_VALUE, 1e-30 / 3, 3.5e38})
  void numbersBeyondFloatsAreRefused(double x) {
    AffineLayer weight = AffineLayer.of(new double[][] {{x}}, new double[1]);
    AffineLayer bias = AffineLayer.of(new double[][] {{1}}, new double[] {x});
    for (AffineLayer layer : List.of(weight, bias)) {
      BoundingException e = assertThrows(BoundingException.class, () -> FloatLayers.of(layer));
      assertTrue(e.getMessage().contains(x + " is beyond"), e.getMessage());
    }
  }
}
