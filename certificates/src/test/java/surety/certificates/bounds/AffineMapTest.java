package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.RandomNetworks;

class AffineMapTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** Numbers of one kind for a whole layer: everyday, huge, subnormal, cancelling, anything. */
  private static double number(SplittableRandom random, int kind) {
    return switch (kind) {
      case 0 -> random.nextDouble(-1, 1);
      case 1 -> random.nextInt(-8, 9) * 0.125;
      case 2 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-30, 31));
      case 3 -> random.nextInt(-20, 21) * Double.MIN_VALUE;
      case 4 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-560, -500));
      case 5 -> random.nextBoolean() ? 0x1p53 : random.nextInt(-3, 4);
      case 6 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(400, 512));
      default -> Doubles.any(random);
    };
  }

  private static AffineLayer layer(SplittableRandom random, int kind) {
    int columns = random.nextInt(1, 12);
    int rows = random.nextInt(1, 7);
    double[] biases = new double[rows];
    Arrays.setAll(biases, i -> random.nextInt(3) == 0 ? 0 : number(random, kind));
    if (random.nextInt(4) == 0) {
      int[] sources = new int[rows];
      double[] factors = new double[rows];
      Arrays.setAll(sources, i -> random.nextInt(columns));
      Arrays.setAll(factors, i -> number(random, kind));
      return AffineLayer.selection(columns, sources, factors, biases);
    }
    int zeros = random.nextInt(1, 5);
    double[][] weights = new double[rows][columns];
    for (double[] row : weights) {
      Arrays.setAll(row, j -> random.nextInt(4) >= zeros ? 0 : number(random, kind));
    }
    return AffineLayer.of(weights, biases);
  }

  private static double[] vector(SplittableRandom random, int length, int kind) {
    double[] vector = new double[length];
    Arrays.setAll(vector, j -> random.nextInt(5) == 0 ? 0 : number(random, kind));
    return vector;
  }

  private static double[] radii(SplittableRandom random, double[] centre) {
    double[] radius = new double[centre.length];
    if (random.nextBoolean()) {
      Arrays.setAll(
          radius,
          j -> random.nextInt(3) == 0 ? 0 : Math.abs(centre[j]) * random.nextDouble(0, 1e-3));
    }
    return radius;
  }

  /** A point of the box: often a corner. */
  private static Rational[] point(SplittableRandom random, double[] centre, double[] radius) {
    Rational[] point = new Rational[centre.length];
    for (int j = 0; j < point.length; j++) {
      Rational share = Rational.of(random.nextInt(3) - 1L);
      point[j] = exact(centre[j]).plus(exact(radius[j]).times(share));
    }
    return point;
  }

  private static void requireWithin(double centre, double radius, Rational value, String what) {
    Rational off = value.minus(exact(centre)).abs();
    assertTrue(off.compareTo(exact(radius)) <= 0, () -> what + ": " + centre + " +- " + radius);
  }

  @Test
  void resultsContainTheExactOnes() {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 2000; i++) {
      int kind = random.nextInt(8);
      AffineLayer layer = layer(random, kind);
      double[] centre = vector(random, layer.columns(), random.nextInt(8));
      double[] radius = radii(random, centre);
      double[] outCentre = new double[layer.rows()];
      double[] outRadius = new double[layer.rows()];
      boolean sharp = random.nextBoolean();
      if (!AffineMap.of(layer).map(centre, radius, true, sharp, outCentre, outRadius)) {
        continue;
      }
      Rational[] value = RandomNetworks.alone(layer).evaluateExactly(point(random, centre, radius));
      for (int row = 0; row < value.length; row++) {
        requireWithin(outCentre[row], outRadius[row], value[row], i + " row " + row);
      }
    }
  }

  @Test
  void directionsLeaveOutTheBias() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 600; i++) {
      AffineLayer layer = layer(random, random.nextInt(8));
      double[] centre = vector(random, layer.columns(), random.nextInt(8));
      double[] zero = new double[layer.columns()];
      double[] outCentre = new double[layer.rows()];
      double[] outRadius = new double[layer.rows()];
      if (!AffineMap.of(layer).map(centre, zero, false, false, outCentre, outRadius)) {
        continue;
      }
      Rational[] value = RandomNetworks.alone(layer).evaluateExactly(point(random, centre, zero));
      for (int row = 0; row < value.length; row++) {
        Rational linear = value[row].minus(exact(layer.bias(row)));
        requireWithin(outCentre[row], outRadius[row], linear, i + " row " + row);
      }
    }
  }

  @Test
  void absoluteWeightsMapRadiusForms() {
    SplittableRandom random = new SplittableRandom(43);
    for (int i = 0; i < 800; i++) {
      AffineLayer layer = layer(random, random.nextInt(5));
      double[] signed = vector(random, layer.columns(), random.nextInt(5));
      double[] out = new double[layer.rows()];
      double[] error = new double[layer.rows()];
      AffineMap.of(layer).mapAbsolute(signed, out, error);
      for (int row = 0; row < out.length; row++) {
        Rational sum = Rational.ZERO;
        for (int j = 0; j < signed.length; j++) {
          sum = sum.plus(exact(layer.weight(row, j)).abs().times(exact(signed[j])));
        }
        requireWithin(out[row], error[row], sum, i + " row " + row);
      }
    }
  }

  private static double[] errors(SplittableRandom random, int rows) {
    double[] errors = new double[rows];
    Arrays.setAll(errors, i -> Math.scalb(1.0, random.nextInt(-50, -5)));
    return errors;
  }

  @Test
  void uncertainWeightsAreCovered() {
    SplittableRandom random = new SplittableRandom(44);
    for (int i = 0; i < 600; i++) {
      AffineLayer stored = layer(random, random.nextInt(3));
      double[] weightError = errors(random, stored.rows());
      double[] biasError = errors(random, stored.rows());
      double[] centre = vector(random, stored.columns(), random.nextInt(3));
      double[] radius = radii(random, centre);
      double[] outCentre = new double[stored.rows()];
      double[] outRadius = new double[stored.rows()];
      AffineMap map = AffineMap.of(stored, weightError, biasError);
      assertTrue(map.map(centre, radius, true, true, outCentre, outRadius));
      Rational[] x = point(random, centre, radius);
      Rational[] value = RandomNetworks.alone(stored).evaluateExactly(x);
      int moved = random.nextInt(x.length);
      for (int row = 0; row < value.length; row++) {
        // the true row has one weight and the bias off by all that is allowed
        Rational off = x[moved].times(exact(weightError[row])).plus(exact(biasError[row]));
        requireWithin(outCentre[row], outRadius[row], value[row].plus(off), i + " row " + row);
        double norm = stored.operator().rowNorm(row) + weightError[row];
        assertTrue(map.largestNorm() >= norm * (1 - 1e-15));
      }
    }
  }

  @Test
  void exactResultsOfShortRowsHaveNoError() {
    SplittableRandom random = new SplittableRandom(45);
    for (int i = 0; i < 500; i++) {
      int columns = random.nextInt(5, 20);
      double[][] weights = new double[3][columns];
      for (double[] row : weights) {
        for (int k = 0; k < 4; k++) {
          row[random.nextInt(columns)] = random.nextInt(-8, 9) * 0.25;
        }
      }
      AffineLayer layer = AffineLayer.of(weights, new double[] {0.5, 0, -3});
      double[] centre = new double[columns];
      Arrays.setAll(centre, j -> random.nextInt(-100, 101) * 0.125);
      double[] outCentre = new double[3];
      double[] outRadius = new double[3];
      assertTrue(
          AffineMap.of(layer).map(centre, new double[columns], true, true, outCentre, outRadius));
      assertEquals(0, Arrays.stream(outRadius).sum());
      Rational[] value =
          RandomNetworks.alone(layer).evaluateExactly(point(random, centre, new double[columns]));
      for (int row = 0; row < 3; row++) {
        assertEquals(value[row], exact(outCentre[row]));
      }
    }
  }

  @Test
  void absorptionIsNotForgotten() {
    for (double w : new double[] {0x1p24, 0x1p53, 0x1p54, 0x1p200}) {
      AffineLayer short3 = AffineLayer.of(new double[][] {{1, 1, -1}}, new double[1]);
      double[] out = new double[1];
      double[] radius = new double[1];
      double[] x = {1, w, w};
      assertTrue(AffineMap.of(short3).map(x, new double[3], true, true, out, radius));
      requireWithin(out[0], radius[0], Rational.ONE, "w " + w);
      AffineLayer long7 = AffineLayer.of(new double[][] {{1, 1, -1, 1, -1, 1, -1}}, new double[1]);
      double[] y = {1, w, w, w, w, w, w};
      assertTrue(AffineMap.of(long7).map(y, new double[7], true, true, out, radius));
      requireWithin(out[0], radius[0], Rational.ONE, "w " + w);
    }
  }

  @Test
  void overflowIsReported() {
    double huge = Double.MAX_VALUE;
    double[] out = new double[1];
    double[] radius = new double[1];
    AffineLayer two = AffineLayer.of(new double[][] {{2}}, new double[1]);
    assertFalse(AffineMap.of(two).map(new double[] {huge}, new double[1], true, true, out, radius));
    AffineLayer sum = AffineLayer.of(new double[][] {{1, 1, 1, 1, 1}}, new double[1]);
    double[] x = {huge, huge, -huge, -huge, 1};
    assertFalse(AffineMap.of(sum).map(x, new double[5], true, true, out, radius));
    assertFalse(
        AffineMap.of(two).map(new double[] {0}, new double[] {huge}, true, true, out, radius));
    assertFalse(
        AffineMap.of(two)
            .map(
                new double[] {Double.NaN},
                new double[] {Double.POSITIVE_INFINITY},
                true,
                false,
                out,
                radius));
    // weights of zero do not care
    AffineLayer constant = AffineLayer.of(new double[][] {{0}}, new double[] {3});
    assertTrue(
        AffineMap.of(constant)
            .map(
                new double[] {1},
                new double[] {Double.POSITIVE_INFINITY},
                true,
                false,
                out,
                radius));
    assertEquals(3, out[0]);
    assertEquals(0, radius[0]);
  }
}
