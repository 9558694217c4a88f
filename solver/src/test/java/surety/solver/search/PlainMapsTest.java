package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.DenseMatrix;
import surety.certificates.network.SparseMatrix;
import surety.certificates.network.WindowAxis;
import surety.certificates.stop.Stop;
import surety.solver.layers.LayersException;

class PlainMapsTest {
  private static AffineLayer random(SplittableRandom random, int rows, int columns) {
    double[][] weights = new double[rows][columns];
    for (double[] row : weights) {
      Arrays.setAll(row, k -> random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1));
    }
    return AffineLayer.of(weights, random.doubles(rows, -1, 1).toArray());
  }

  private static AffineLayer selection(SplittableRandom random, int rows, int columns) {
    return AffineLayer.selection(
        columns,
        random.ints(rows, 0, columns).toArray(),
        random.doubles(rows, -1, 1).toArray(),
        random.doubles(rows, -1, 1).toArray());
  }

  @Test
  void aCompositionIsOneMapAfterTheOther() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      int middle = random.nextInt(1, 6);
      int columns = random.nextInt(1, 6);
      AffineLayer inner =
          i % 2 == 0 ? random(random, middle, columns) : selection(random, middle, columns);
      AffineLayer outer = i % 3 == 0 ? selection(random, 4, middle) : random(random, 4, middle);
      double[] x = Cases.point(random, columns, 2);
      assertArrayEquals(
          outer.evaluate(inner.evaluate(x)),
          PlainMaps.compose(outer, inner, Stop.NEVER).evaluate(x),
          1e-13);
    }
  }

  /** A window of three weights that moves over a line. */
  private static AffineLayer convolution(int length) {
    WindowAxis axis = WindowAxis.moving(length, length, 3, 1, 1, 1);
    Convolution operator = new Convolution(1, 1, 1, 1, List.of(axis), new double[] {1, -2, 0.5});
    double[] biases = new double[length];
    Arrays.fill(biases, 0.25);
    return new AffineLayer(operator, biases);
  }

  @Test
  void whatIsMostlyZerosStaysSmall() {
    SplittableRandom random = new SplittableRandom(3);
    int length = 5_000;
    AffineLayer inner = convolution(length);
    for (AffineLayer outer : List.of(inner, selection(random, 2 * length, length))) {
      AffineLayer both = PlainMaps.compose(outer, inner, Stop.NEVER);
      assertInstanceOf(SparseMatrix.class, both.operator());
      double[] x = Cases.point(random, length, 2);
      assertArrayEquals(outer.evaluate(inner.evaluate(x)), both.evaluate(x), 1e-13);
    }
    AffineLayer few = PlainMaps.compose(inner, random(random, length, 2), Stop.NEVER);
    assertInstanceOf(DenseMatrix.class, few.operator());
  }

  @Test
  void behindTheIdentityAConvolutionIsItself() {
    AffineLayer layer = convolution(70);
    assertSame(layer, PlainMaps.compose(layer, PlainMaps.identity(70), Stop.NEVER));
    AffineLayer shift = PlainMaps.identity(70).withBiases(new double[70]);
    assertSame(layer, PlainMaps.compose(layer, shift, Stop.NEVER));
  }

  @Test
  void whatIsTooLargeIsRefused() {
    int most = 1 << 26;
    assertDoesNotThrow(() -> PlainMaps.requireModerate(most));
    String message =
        assertThrows(LayersException.class, () -> PlainMaps.requireModerate(most + 1)).getMessage();
    assertTrue(message.contains("more than 67108864 weights"), message);
  }

  @Test
  void convolutionsAreNotNarrow() {
    AffineLayer layer = convolution(400);
    assertFalse(PlainMaps.isNarrow(PlainMaps.identity(400), layer));
    assertFalse(PlainMaps.isNarrow(layer, PlainMaps.identity(400)));
    assertFalse(PlainMaps.isNarrow(layer, random(new SplittableRandom(4), 400, 2)));
    assertTrue(PlainMaps.isNarrow(layer, layer));
  }

  @Test
  void theIdentityChangesNothing() {
    double[] x = {1, -2.5, 1e300};
    assertArrayEquals(x, PlainMaps.identity(3).evaluate(x));
  }

  @Test
  void narrowMeansThatTheProductIsMuchLarger() {
    SplittableRandom random = new SplittableRandom(2);
    assertTrue(PlainMaps.isNarrow(random(random, 40, 2), random(random, 2, 40)));
    assertFalse(PlainMaps.isNarrow(random(random, 12, 12), random(random, 12, 12)));
    assertFalse(PlainMaps.isNarrow(random(random, 1, 12), random(random, 12, 40)));
  }
}
