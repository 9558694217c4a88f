package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolutionTest {
  private static final WindowAxis PAIR = WindowAxis.moving(3, 2, 2, 1, 1, 0);

  @Test
  void aWindowMovesOverAGrid() {
    double[] kernel = {1, 2, 3, 4};
    Convolution operator = new Convolution(1, 1, 1, 1, List.of(PAIR, PAIR), kernel);
    assertArrayEquals(new double[] {1, 2, 0, 3, 4, 0, 0, 0, 0}, operator.row(0));
    assertArrayEquals(new double[] {0, 1, 2, 0, 3, 4, 0, 0, 0}, operator.row(1));
    assertArrayEquals(new double[] {0, 0, 0, 1, 2, 0, 3, 4, 0}, operator.row(2));
    assertEquals(16, operator.products());
    assertEquals(10, operator.rowNorm(3));
  }

  @Test
  void groupsHaveTheirOwnWeightsAndBatchesShareThem() {
    Convolution operator = new Convolution(2, 2, 1, 1, List.of(), new double[] {5, 7});
    double[] result = new double[4];
    operator.apply(new double[] {1, 2, 3, 4}, result);
    assertArrayEquals(new double[] {5, 14, 15, 28}, result);
  }

  @Test
  void aRowMayHaveNoWeights() {
    WindowAxis padded = WindowAxis.moving(1, 3, 1, 1, 1, 1);
    Convolution operator = new Convolution(1, 1, 2, 1, List.of(padded), new double[] {1, 2});
    assertEquals(0, operator.entries(0));
    assertEquals(0, operator.nonzeros(0).length);
    assertEquals(0, operator.rowNorm(0));
    assertEquals(0, operator.between(0, 0));
    assertArrayEquals(new double[] {1, 2}, operator.row(1));
    double[] result = {9, 9, 9};
    operator.apply(new double[] {3, 4}, result);
    assertArrayEquals(new double[] {0, 11, 0}, result);
  }

  @Test
  void layersAreEqualInAnyForm() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100; i++) {
      RandomConvolution convolution = RandomConvolution.of(random);
      double[] biases = random.doubles(convolution.weights().length).toArray();
      AffineLayer layer = new AffineLayer(convolution.operator(), biases);
      assertEquals(AffineLayer.of(convolution.weights(), biases), layer);
    }
  }

  /** As a matrix it would have 2^43 weights. */
  @Test
  void onlyTheWindowIsStored() {
    WindowAxis side = WindowAxis.moving(512, 512, 3, 1, 1, 1);
    double[] kernel = new double[8 * 8 * 9];
    Arrays.fill(kernel, 1);
    Convolution operator = new Convolution(1, 1, 8, 8, List.of(side, side), kernel);
    assertEquals(8 << 18, operator.rows());
    assertEquals(8 << 18, operator.columns());
    assertEquals(8 * 8 * 9, operator.weights());
    assertEquals(8, operator.resultChannels());
    assertEquals(8 * 8 * (3 * 512L - 2) * (3 * 512 - 2), operator.products());
    assertEquals(8 * 4, operator.nonzeros(0).length);
    assertEquals(8 * 9, operator.rowNorm(513));
    double[] x = new double[operator.columns()];
    x[512 * 100 + 100] = 1;
    double[] y = new double[operator.rows()];
    operator.absolute().apply(x, y);
    assertEquals(8 * 9, Arrays.stream(y).sum());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1",
    "1, 0, 1, 1",
    "1, 1, 0, 1",
    "1, 1, 1, 0",
    "-1, 1, 1, 1",
    "1, -1, 1, 1",
    "1, 2, 1, 1",
    "1, 1, 2, 1",
    "1, 1, 1, 2",
    "65536, 32768, 1, 1",
    "65536, 1, 1, 32768"
  })
  void countsAreChecked(int batches, int groups, int channels, int results) {
    double[] kernel = {1, 2};
    assertThrows(
        RuntimeException.class,
        () -> new Convolution(batches, groups, channels, results, List.of(PAIR), kernel));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void weightsAreFinite(double bad) {
    double[] kernel = {1, bad};
    assertThrows(
        IllegalArgumentException.class, () -> new Convolution(1, 1, 1, 1, List.of(PAIR), kernel));
  }

  @Test
  void weightsAreCopiedAndNeverMinusZero() {
    double[] kernel = {3, -0.0};
    Convolution operator = new Convolution(1, 1, 1, 1, List.of(PAIR), kernel);
    kernel[0] = 9;
    assertEquals(3, operator.weight(0, 0));
    assertEquals(0, Double.compare(0.0, operator.weight(0, 1)));
    assertArrayEquals(new int[] {0}, operator.nonzeros(1));
  }

  @Test
  void theGridIsNotTooLarge() {
    WindowAxis long1 = WindowAxis.moving(1 << 16, 1, 1, 1, 1, 0);
    double[] kernel = {1};
    assertThrows(
        ArithmeticException.class,
        () -> new Convolution(1, 1, 1, 1, List.of(long1, long1), kernel));
  }
}
