package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class BoxFractionTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /**
   * Inclusion and exclusion over the corners: the share of {@code sum |a_q| (1 + xi_q) <= s} in the
   * box is {@code sum over corners (-1)^k (s - corner)_+^m / (m! prod 2 |a_q|)}, over the m
   * coordinates with a coefficient.
   */
  private static Rational share(double[] form, Rational t) {
    double[] a = Arrays.stream(form).skip(1).map(Math::abs).filter(x -> x > 0).toArray();
    int m = a.length;
    Rational s = t.minus(exact(form[0]));
    Rational denominator = Rational.ONE;
    for (int q = 0; q < m; q++) {
      s = s.plus(exact(a[q]));
      denominator = denominator.times(exact(a[q])).times(Rational.of(2L * (q + 1)));
    }
    Rational sum = Rational.ZERO;
    for (int corner = 0; corner < 1 << m; corner++) {
      Rational rest = s;
      for (int q = 0; q < m; q++) {
        rest = (corner >> q & 1) == 1 ? rest.minus(exact(2 * a[q])) : rest;
      }
      if (rest.signum() > 0) {
        Rational power = Rational.of(BigInteger.ONE, BigInteger.ONE);
        for (int k = 0; k < m; k++) {
          power = power.times(rest);
        }
        sum = Integer.bitCount(corner) % 2 == 0 ? sum.plus(power) : sum.minus(power);
      }
    }
    return sum.dividedBy(denominator);
  }

  @Test
  void boundsContainTheExactShare() {
    SplittableRandom random = new SplittableRandom(34);
    for (int i = 0; i < 400; i++) {
      int n = random.nextInt(1, i % 20 == 0 ? 10 : 5);
      double[] form = new double[n + 1];
      int kind = random.nextInt(4);
      for (int q = 0; q <= n; q++) {
        form[q] =
            switch (kind) {
              case 0 -> random.nextInt(-4, 5) * 0.25;
              case 1 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-40, 1));
              case 2 -> random.nextInt(-5, 6) * Double.MIN_VALUE;
              default -> random.nextDouble(-1, 1);
            };
      }
      form[n] = form[n] == 0 ? Double.MIN_VALUE : form[n];
      double size = Arrays.stream(form).map(Math::abs).sum();
      double t = kind == 0 ? random.nextInt(-8, 9) * 0.25 : size * random.nextDouble(-1, 1);
      Rational share = share(form, exact(t));
      double lower = BoxFraction.lower(form, t);
      double upper = BoxFraction.upper(form, t);
      String what = Arrays.toString(form) + " <= " + t;
      assertTrue(exact(lower).compareTo(share) <= 0, what);
      assertTrue(exact(upper).compareTo(share) >= 0, what);
      if (kind == 1 && n > 6) { // tiny coefficients are replaced
        assertTrue(upper - lower < 1e-3 * upper, () -> what + ": " + lower + " to " + upper);
      } else if (kind != 2) {
        assertTrue(upper - lower < 1e-9, () -> what + ": " + lower + " to " + upper);
      }
    }
  }

  @Test
  void decidedForms() {
    double[] form = {0, 1, -0.5};
    assertEquals(1, BoxFraction.lower(form, 1.5));
    assertEquals(1, BoxFraction.lower(form, 2));
    assertEquals(0, BoxFraction.upper(form, -1.5));
    assertEquals(0, BoxFraction.upper(form, -7));
    assertEquals(1, BoxFraction.upper(form, Double.POSITIVE_INFINITY));
    assertEquals(0, BoxFraction.lower(form, Double.NEGATIVE_INFINITY));
  }

  @Test
  void constantsAreBelowOrNot() {
    assertEquals(1, BoxFraction.lower(new double[] {3}, 4));
    assertEquals(0, BoxFraction.lower(new double[] {3}, 3)); // whether it counts is not asked here
    assertEquals(0, BoxFraction.upper(new double[] {3, 0, 0}, 3));
    assertEquals(0, BoxFraction.upper(new double[] {3, 0, 0}, 2));
    assertEquals(1, BoxFraction.lower(new double[] {3, 0, 0}, 4));
  }

  @Test
  void unknownFormsAreUnknown() {
    double infinity = Double.POSITIVE_INFINITY;
    for (double[] form :
        new double[][] {
          {-infinity, 0, 0}, {0, infinity, 0}, {0, -infinity, 1}, {-infinity, infinity, infinity}
        }) {
      assertEquals(1, BoxFraction.upper(form, 0));
    }
    for (double[] form :
        new double[][] {
          {infinity, 0, 0}, {0, infinity, 0}, {0, -infinity, 1}, {infinity, -infinity, infinity}
        }) {
      assertEquals(0, BoxFraction.lower(form, 0));
    }
    double[] huge = {0, Double.MAX_VALUE, Double.MAX_VALUE};
    assertEquals(0, BoxFraction.lower(huge, 0));
    assertEquals(1, BoxFraction.upper(huge, 0));
  }

  /** Both ends are the largest doubles there are, and seven coordinates are not triangulated. */
  @Test
  void sumsMayBeTheLargestDouble() {
    double[] form = new double[8];
    double rest = 0.5 * Double.MAX_VALUE;
    for (int q = 1; q < 7; q++) {
      form[q] = Math.scalb(1.0, 1023 - q);
      rest -= form[q];
    }
    form[7] = rest;
    assertEquals(0.5, BoxFraction.lower(form, 0), 1e-9);
    assertEquals(0.5, BoxFraction.upper(form, 0), 1e-9);
  }
}
