package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class AffineLayerTest {

  private static AffineLayer random(SplittableRandom random, int rows, int columns) {
    double[] weights = random.doubles((long) rows * columns, -2, 2).toArray();
    for (int i = 0; i < weights.length; i += 3) {
      weights[i] = 0;
    }
    return AffineLayer.dense(rows, columns, weights, random.doubles(rows, -2, 2).toArray());
  }

  @Test
  void givesBackItsNumbers() {
    AffineLayer layer =
        AffineLayer.of(new double[][] {{1, -2, 0}, {0, 0, 0.5}}, new double[] {3, -4});
    assertEquals(2, layer.rows());
    assertEquals(3, layer.columns());
    assertEquals(2, layer.outputs());
    assertEquals(3, layer.inputs());
    assertEquals(-2, layer.weight(0, 1));
    assertEquals(0.5, layer.weight(1, 2));
    assertEquals(-4, layer.bias(1));
    assertEquals(3, layer.operator().rowNorm(0));
    assertEquals(2, layer.operator().nonzeros(0).length);
    assertEquals(1, layer.operator().nonzeros(1).length);
    assertArrayEquals(new double[] {0, 0, 0.5}, layer.operator().row(1));
    assertFalse(layer.operator() instanceof Selection);
  }

  @Test
  void biasesAreReplaced() {
    double[] biases = {7, -0.0};
    AffineLayer dense = AffineLayer.of(new double[][] {{1, -2}, {0, 3}}, new double[2]);
    AffineLayer selection = AffineLayer.diagonal(new double[] {4, 5}, new double[] {6, 7});
    assertEquals(
        AffineLayer.of(new double[][] {{1, -2}, {0, 3}}, new double[] {7, 0}),
        dense.withBiases(biases));
    assertEquals(
        AffineLayer.diagonal(new double[] {4, 5}, new double[] {7, 0}),
        selection.withBiases(biases));
    assertTrue(dense.isLinear() && !dense.withBiases(biases).isLinear());
    double[] infinite = {0, Double.POSITIVE_INFINITY};
    assertThrows(IllegalArgumentException.class, () -> dense.withBiases(infinite));
    assertThrows(IllegalArgumentException.class, () -> dense.withBiases(new double[3]));
  }

  @Test
  void shiftsAreSeen() {
    double[] ones = {1, 1};
    double[] zeros = new double[2];
    assertTrue(AffineLayer.diagonal(ones, zeros).isShift());
    assertTrue(AffineLayer.diagonal(ones, ones).isShift());
    assertFalse(AffineLayer.diagonal(new double[] {1, -1}, ones).isShift());
    assertFalse(AffineLayer.selection(2, new int[] {1, 0}, ones, zeros).isShift());
    assertFalse(AffineLayer.selection(3, new int[] {0, 1}, ones, zeros).isShift());
    assertFalse(AffineLayer.selection(2, new int[1], new double[] {1}, new double[1]).isShift());
  }

  @Test
  void laterChangesOfTheArraysDoNotReachIt() {
    double[] weights = {1, 2};
    double[] biases = {3};
    int[] sources = {0};
    AffineLayer dense = AffineLayer.dense(1, 2, weights, biases);
    AffineLayer selection = AffineLayer.selection(2, sources, biases, biases);
    weights[0] = 9;
    biases[0] = 9;
    sources[0] = 1;
    dense.operator().row(0)[1] = 9;
    assertEquals(AffineLayer.dense(1, 2, new double[] {1, 2}, new double[] {3}), dense);
    assertEquals(3, selection.weight(0, 0));
  }

  @Test
  void aSelectionIsWorthTheSameDenseLayer() {
    AffineLayer selection =
        AffineLayer.selection(
            3, new int[] {2, 0, 2, 1}, new double[] {2, -1, 0, 5}, new double[] {1, 2, 3, 4});
    double[][] rows = new double[4][];
    Arrays.setAll(rows, selection.operator()::row);
    AffineLayer dense = AffineLayer.of(rows, new double[] {1, 2, 3, 4});
    assertArrayEquals(new double[] {0, 0, 2}, rows[0]);
    assertEquals(dense, selection);
    assertEquals(selection, dense);
    assertEquals(dense.hashCode(), selection.hashCode());
    assertTrue(selection.operator() instanceof Selection);
    double[] x = {0.5, 7, -3};
    assertArrayEquals(dense.evaluate(x), selection.evaluate(x));
    for (int row = 0; row < 4; row++) {
      assertEquals(dense.operator().rowNorm(row), selection.operator().rowNorm(row));
      assertArrayEquals(dense.operator().row(row), selection.operator().row(row));
    }
  }

  @Test
  void unequalLayersDiffer() {
    AffineLayer one = AffineLayer.diagonal(new double[] {1, 2}, new double[] {0, 0});
    assertNotEquals(one, AffineLayer.diagonal(new double[] {1, 3}, new double[] {0, 0}));
    assertNotEquals(one, AffineLayer.diagonal(new double[] {1, 2}, new double[] {0, 1}));
    assertNotEquals(
        one, AffineLayer.selection(2, new int[] {1, 0}, new double[] {1, 2}, new double[] {0, 0}));
    assertNotEquals(one, AffineLayer.of(new double[][] {{1, 1}, {0, 2}}, new double[2]));
    assertNotEquals(one, "AffineLayer");
    assertEquals(
        AffineLayer.selection(2, new int[] {0}, new double[1], new double[1]),
        AffineLayer.selection(2, new int[] {1}, new double[1], new double[1]));
  }

  @Test
  void rowNormsAreRoundedUpAndExactWhereTheyCanBe() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 500; i++) {
      AffineLayer layer = random(random, 2, 1 + i % 9);
      for (int row = 0; row < 2; row++) {
        Rational exact = Rational.ZERO;
        for (double weight : layer.operator().row(row)) {
          exact = exact.plus(Rational.ofDouble(weight).abs());
        }
        Rational norm = Rational.ofDouble(layer.operator().rowNorm(row));
        assertTrue(norm.compareTo(exact) >= 0);
        double slack = norm.minus(exact).doubleCeiling();
        assertTrue(slack <= layer.columns() * Math.ulp(layer.operator().rowNorm(row)));
      }
    }
    AffineLayer huge =
        AffineLayer.of(new double[][] {{Double.MAX_VALUE, Double.MAX_VALUE}}, new double[1]);
    assertEquals(Double.POSITIVE_INFINITY, huge.operator().rowNorm(0));
  }

  @Test
  void exactEvaluationIsTheDefinition() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200; i++) {
      AffineLayer layer = random(random, 3, 4);
      Rational[] x = new Rational[4];
      Arrays.setAll(x, k -> Rational.of(random.nextInt(-99, 100), random.nextInt(1, 50)));
      Rational[] y = RandomNetworks.alone(layer).evaluateExactly(x);
      for (int row = 0; row < 3; row++) {
        Rational expected = Rational.ofDouble(layer.bias(row));
        for (int k = 0; k < 4; k++) {
          expected = expected.plus(x[k].times(Rational.ofDouble(layer.weight(row, k))));
        }
        assertEquals(expected, y[row]);
      }
    }
  }

  @Test
  void absorptionIsOnlySeenByExactEvaluation() {
    AffineLayer layer = AffineLayer.of(new double[][] {{0x1p53, 1, -0x1p53}}, new double[1]);
    Rational one = Rational.ONE;
    assertEquals(
        one, RandomNetworks.alone(layer).evaluateExactly(new Rational[] {one, one, one})[0]);
    assertEquals(0, layer.evaluate(new double[] {1, 1, 1})[0]);
  }

  @Test
  void negativeZeroIsZero() {
    AffineLayer layer = AffineLayer.of(new double[][] {{-0.0}}, new double[] {-0.0});
    assertEquals(0, Double.compare(0.0, layer.weight(0, 0)));
    assertEquals(0, Double.compare(0.0, layer.bias(0)));
    assertEquals(0, layer.operator().nonzeros(0).length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesNumbersThatAreNotFinite(double bad) {
    double[] good = {1};
    double[] wrong = {bad};
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.dense(1, 1, wrong, good));
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.dense(1, 1, good, wrong));
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.diagonal(wrong, good));
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.diagonal(good, wrong));
  }

  @Test
  void refusesWrongCounts() {
    double[] one = {1};
    double[] two = {1, 2};
    assertThrows(
        IllegalArgumentException.class, () -> AffineLayer.of(new double[0][0], new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> AffineLayer.of(new double[][] {one, two}, two));
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.dense(1, 0, new double[0], one));
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.dense(1, 1, two, one));
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.dense(1, 1, one, two));
    assertThrows(IllegalArgumentException.class, () -> AffineLayer.diagonal(one, two));
    for (int source : new int[] {-1, 1}) {
      int[] sources = {source};
      assertThrows(
          IllegalArgumentException.class, () -> AffineLayer.selection(1, sources, one, one));
    }
    AffineLayer layer = AffineLayer.diagonal(one, one);
    assertThrows(IllegalArgumentException.class, () -> layer.evaluate(two));
    Rational[] none = {};
    assertThrows(
        IllegalArgumentException.class, () -> RandomNetworks.alone(layer).evaluateExactly(none));
  }

  @Test
  void enclosesItsExactValues() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 200; i++) {
      AffineLayer layer = random(random, 3, 4);
      double[] x = random.doubles(4, -3, 3).toArray();
      Interval[] box = new Interval[4];
      Arrays.setAll(box, j -> Interval.of(x[j] - 0.25, x[j]));
      Interval[] values = RandomNetworks.alone(layer).enclose(box);
      Rational[] corner = Arrays.stream(x).mapToObj(Rational::ofDouble).toArray(Rational[]::new);
      Rational[] exact = RandomNetworks.alone(layer).evaluateExactly(corner);
      for (int row = 0; row < 3; row++) {
        assertTrue(values[row].contains(exact[row]));
        assertTrue(values[row].width() <= layer.operator().rowNorm(row) * 0.25 + 1e-13);
      }
    }
  }

  @Test
  void aWeightOfZeroIgnoresItsInput() {
    Interval[] box = {Interval.WHOLE, Interval.of(1, 2)};
    AffineLayer dense = AffineLayer.of(new double[][] {{0, -2}}, new double[] {1});
    assertArrayEquals(
        new Interval[] {Interval.of(-3, -1)}, RandomNetworks.alone(dense).enclose(box));
    AffineLayer selection =
        AffineLayer.selection(2, new int[] {0}, new double[] {0}, new double[] {7});
    assertArrayEquals(
        new Interval[] {Interval.of(7)}, RandomNetworks.alone(selection).enclose(box));
    assertThrows(
        IllegalArgumentException.class, () -> RandomNetworks.alone(dense).enclose(new Interval[1]));
  }
}
