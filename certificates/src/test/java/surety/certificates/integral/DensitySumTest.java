package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.DensityPolynomial;

/** Sums of products against fractions. */
class DensitySumTest {
  /** A density is exactly one of these numbers times the products of the polynomials. */
  private record Exact(List<DensityProduct> summands, List<Rational> weights) {
    Rational at(Rational[] z) {
      Rational sum = Rational.ZERO;
      for (int j = 0; j < weights.size(); j++) {
        Rational product = weights.get(j);
        for (int q = 0; q < z.length; q++) {
          DensityPolynomial p = summands.get(j).polynomials().get(q);
          product = product.times(value(p.coefficients(), z[q])).times(power(p.scale()));
        }
        sum = sum.plus(product);
      }
      return sum;
    }
  }

  private static Rational power(int scale) {
    Rational two = Rational.of(2);
    Rational power = Rational.ONE;
    for (int k = 0; k < Math.abs(scale); k++) {
      power = scale > 0 ? power.times(two) : power.dividedBy(two);
    }
    return power;
  }

  private static Rational value(double[] coefficients, Rational z) {
    Rational sum = Rational.ZERO;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum.times(z).plus(Rational.ofDouble(coefficients[k]));
    }
    return sum;
  }

  /**
   * The sum's polynomial at a point, exactly: each coefficient is read by itself. Of one product in
   * several coordinates that would be rounded.
   */
  private static Rational value(DensitySum sum, Rational[] z) {
    int[] lengths = sum.lengths();
    int size = Arrays.stream(lengths).reduce(1, Math::multiplyExact);
    Rational total = Rational.ZERO;
    for (int b = 0; b < size; b++) {
      double[] unit = new double[size];
      unit[b] = 1;
      Rational term = Rational.ofDouble(sum.polynomial().dot(unit, lengths));
      int rest = b;
      for (int q = lengths.length - 1; q >= 0; q--) {
        for (int k = rest % lengths[q]; k > 0; k--) {
          term = term.times(z[q]);
        }
        rest /= lengths[q];
      }
      total = total.plus(term);
    }
    return total;
  }

  private static void requireClose(Exact exact, DensitySum sum, double[] reach, int scale) {
    if (sum.remainder() == Double.POSITIVE_INFINITY) {
      return; // nothing is claimed
    }
    int corners = 1 << reach.length;
    for (int corner = 0; corner < corners; corner++) {
      Rational[] z = new Rational[reach.length];
      for (int q = 0; q < z.length; q++) {
        z[q] = Rational.ofDouble((corner >> q & 1) == 1 ? reach[q] : -reach[q]);
      }
      Rational off = exact.at(z).times(power(-scale)).minus(value(sum, z)).abs();
      assertTrue(
          off.compareTo(Rational.ofDouble(sum.remainder())) <= 0,
          () -> "off by " + off.doubleCeiling() + ", which is more than " + sum.remainder());
    }
  }

  private static Exact random(
      SplittableRandom random, int count, int n, int degree, double size, List<Rational> weights) {
    List<DensityProduct> summands = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      List<DensityPolynomial> polynomials = new ArrayList<>();
      for (int q = 0; q < n; q++) {
        double[] row = new double[random.nextInt(degree + 1) + 1];
        Arrays.setAll(row, k -> size * random.nextDouble(-1, 1));
        polynomials.add(new DensityPolynomial(0, row, 0, 0));
      }
      summands.add(new DensityProduct(ScaledInterval.of(weights.get(j)), polynomials));
    }
    return new Exact(summands, weights.subList(0, count));
  }

  /**
   * Weights that are powers of two and others; numbers of usual size, tiny and huge ones.
   *
   * @param size of the coefficients
   * @param reach of the coordinates
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "1, 1, false",
    "1e-3, 1e3, false",
    "1e-160, 1e40, true",
    "1e-110, 1e40, true",
    "1e-160, 1e40, false",
    "1e-310, 1e20, false",
    "1e60, 1e-60, false"
  })
  void allRoundingIsInTheRemainder(double size, double reach, boolean arePowers) {
    SplittableRandom random = new SplittableRandom(71);
    List<Rational> powers =
        List.of(Rational.of(1, 4), Rational.of(1, 2), Rational.ONE, Rational.of(1, 8));
    List<Rational> others =
        List.of(Rational.of(1, 3), Rational.of(2, 7), Rational.of(5, 9), Rational.of(1, 10));
    for (int run = 0; run < 40; run++) {
      int n = random.nextInt(1, 4);
      int count = random.nextInt(n == 1 ? 1 : 2, 5);
      List<Rational> weights = arePowers ? powers : others;
      Exact exact = random(random, count, n, 2, size, weights);
      double[] reaches = new double[n];
      Arrays.setAll(reaches, q -> reach * random.nextDouble(0.5, 1));
      DensitySum sum = DensitySum.of(exact.summands, reaches, 0);
      requireClose(exact, sum, reaches, 0);
    }
  }

  /** Each of many summands is lost, for it is less than half a unit of the first one. */
  @Test
  void manySummandsThatAreLostAreInTheRemainder() {
    int small = 200;
    DensityPolynomial one = new DensityPolynomial(0, new double[] {1, 1}, 0, 0);
    DensityPolynomial tiny = new DensityPolynomial(0, new double[] {0x1p-54, 0x1p-54}, 0, 0);
    for (int n = 1; n < 3; n++) {
      List<DensityProduct> summands = new ArrayList<>();
      summands.add(new DensityProduct(ScaledInterval.ONE, Collections.nCopies(n, one)));
      List<DensityPolynomial> lost = new ArrayList<>(Collections.nCopies(n - 1, one));
      lost.add(tiny);
      summands.addAll(
          Collections.nCopies(small, new DensityProduct(ScaledInterval.ONE, List.copyOf(lost))));
      double[] reach = new double[n];
      Arrays.fill(reach, 1);
      DensitySum sum = DensitySum.of(summands, reach, 0);
      requireClose(
          new Exact(summands, Collections.nCopies(small + 1, Rational.ONE)), sum, reach, 0);
      assertTrue(sum.remainder() < 1e-12, () -> "" + sum.remainder());
    }
  }

  /** With |f - p| <= e and |g - q| <= d: |f g - p q| <= |p| d + e (|q| + d), and so for sums. */
  @Test
  void remaindersMultiplyAndAddUp() {
    DensityPolynomial p = new DensityPolynomial(0, new double[] {1, 1}, 0.25, 0);
    DensityPolynomial q = new DensityPolynomial(0, new double[] {3}, 0.5, 0);
    DensityProduct product = new DensityProduct(ScaledInterval.ONE, List.of(p, q));
    double[] reach = {1, 1};
    double one = 2 * 0.5 + 0.25 * (3 + 0.5);
    assertEquals(one, DensitySum.of(List.of(product), reach, 0).remainder(), 1e-12);
    assertTrue(DensitySum.of(List.of(product), reach, 0).remainder() >= one);
    assertEquals(2 * one, DensitySum.of(List.of(product, product), reach, 0).remainder(), 1e-12);
    assertTrue(DensitySum.of(List.of(product, product), reach, 0).remainder() >= 2 * one);
  }

  /** Of an enclosure of a weight every number is meant. */
  @Test
  void weightsMayBeAnyOfTheirEnclosure() {
    DensityPolynomial p = new DensityPolynomial(0, new double[] {1, 1}, 0, 0);
    ScaledInterval weight = ScaledInterval.of(Interval.of(0.75, 1.25));
    double[] reach = {2};
    for (int count = 1; count < 3; count++) {
      List<DensityProduct> summands = new ArrayList<>();
      List<Rational> least = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        summands.add(new DensityProduct(weight, List.of(p)));
        least.add(Rational.of(3, 4));
      }
      requireClose(new Exact(summands, least), DensitySum.of(summands, reach, 0), reach, 0);
    }
  }

  @Test
  void scalesAreTakenOut() {
    DensityPolynomial tiny = new DensityPolynomial(0, new double[] {1, 1.0 / 3}, 0, -40);
    DensityPolynomial large = new DensityPolynomial(0, new double[] {1, 1.0 / 7}, 0, 30);
    Rational third = Rational.of(1, 3);
    List<DensityProduct> summands =
        List.of(
            new DensityProduct(ScaledInterval.of(third), List.of(tiny, large)),
            new DensityProduct(ScaledInterval.of(third), List.of(large, tiny)));
    double[] reach = {1, 2};
    DensitySum sum = DensitySum.of(summands, reach, -10);
    requireClose(new Exact(summands, List.of(third, third)), sum, reach, -10);
    assertTrue(sum.remainder() < 1e-13, () -> "" + sum.remainder());
  }
}
