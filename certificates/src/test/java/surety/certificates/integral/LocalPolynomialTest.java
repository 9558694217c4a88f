package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class LocalPolynomialTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** By its coefficients, the last coordinate's exponent first. */
  private static Rational value(double[] tensor, int[] lengths, Rational[] z) {
    return value(tensor, lengths, z, 0, 0);
  }

  private static Rational value(double[] tensor, int[] lengths, Rational[] z, int q, int first) {
    if (q == lengths.length) {
      return exact(tensor[first]);
    }
    Rational sum = Rational.ZERO;
    for (int k = lengths[q] - 1; k >= 0; k--) {
      sum = sum.times(z[q]).plus(value(tensor, lengths, z, q + 1, first * lengths[q] + k));
    }
    return sum;
  }

  @Test
  void isWithinItsErrorOfTheExactPolynomial() {
    SplittableRandom random = new SplittableRandom(91);
    int kept = 0;
    for (int run = 0; run < 300; run++) {
      int n = random.nextInt(1, 4);
      int[] lengths = new int[n];
      Arrays.setAll(lengths, q -> random.nextInt(1, n == 1 ? 12 : 5));
      int size = Arrays.stream(lengths).reduce(1, (a, b) -> a * b);
      double scale = new double[] {1, 1e-300, 1e-318, 1e250}[random.nextInt(4)];
      double[] tensor = random.doubles(size, -scale, scale).toArray();
      double[] reach = new double[n];
      double[][] points = new double[n][n + 1];
      double[] off = new double[n];
      for (int q = 0; q < n; q++) {
        double length = Math.scalb(1.0, random.nextInt(-8, 4));
        reach[q] = length;
        double width = length * Math.scalb(1.0, -random.nextInt(6));
        double start = -length + random.nextDouble() * (2 * length - width);
        Arrays.setAll(points[q], i -> start + random.nextDouble() * width);
        off[q] = random.nextBoolean() ? 0 : width * 1e-9;
      }
      NestedPolynomial whole = NestedPolynomial.ofTensor(tensor, lengths);
      int most = random.nextInt(0, whole.degree() + 1);
      Optional<LocalPolynomial> local =
          LocalPolynomial.of(tensor, lengths, whole.majorant(reach), reach, points, off, most);
      if (local.isEmpty()) {
        continue;
      }
      kept++;
      double[] given = local.get().polynomial().tensor(lengths);
      for (int k = 0; k < 6; k++) {
        Rational[] z = new Rational[n];
        Rational[] u = new Rational[n];
        for (int q = 0; q < n; q++) {
          double low = Arrays.stream(points[q]).min().orElseThrow();
          double high = Arrays.stream(points[q]).max().orElseThrow();
          double inside = low + random.nextDouble() * (high - low);
          z[q] = exact(k == 0 ? low : k == 1 ? high : Math.max(low, Math.min(high, inside)));
          z[q] = z[q].plus(exact(off[q]).times(Rational.of(random.nextInt(3) - 1L)));
          u[q] = z[q].minus(exact(local.get().centre()[q]));
          assertTrue(u[q].abs().compareTo(exact(local.get().radius()[q])) <= 0);
        }
        Rational difference = value(tensor, lengths, z).minus(value(given, lengths, u)).abs();
        LocalPolynomial shown = local.get();
        assertTrue(
            shown.error() == Double.POSITIVE_INFINITY
                || difference.compareTo(exact(shown.error())) <= 0,
            () -> difference + " > " + shown.error());
      }
    }
    assertTrue(kept > 200, "kept " + kept);
  }

  @Test
  void keepsNothingAboveItsDegree() {
    double[] square = {1, 2, 3}; // 1 + 2 z + 3 z^2 = 6 + 8 u + 3 u^2 around 1
    int[] lengths = {3};
    NestedPolynomial.Majorant majorant =
        NestedPolynomial.ofTensor(square, lengths).majorant(new double[] {2});
    LocalPolynomial line =
        LocalPolynomial.of(
                square,
                lengths,
                majorant,
                new double[] {2},
                new double[][] {{0.5, 1.5}},
                new double[1],
                1)
            .orElseThrow();
    assertEquals(1, line.polynomial().degree());
    assertArrayEquals(new double[] {6, 8}, line.polynomial().tensor(new int[] {2}));
    assertEquals(0.75, line.error(), 1e-9); // 3 r^2
  }

  @Test
  void isNotThereWhereThePolynomialIsUnknown() {
    double[] line = {1, 1};
    NestedPolynomial.Majorant majorant =
        NestedPolynomial.ofTensor(line, new int[] {2}).majorant(new double[] {1});
    Optional<LocalPolynomial> beyond =
        LocalPolynomial.of(
            line,
            new int[] {2},
            majorant,
            new double[] {1},
            new double[][] {{0.5, 1.1}},
            new double[1],
            0);
    assertTrue(beyond.isEmpty());
  }
}
