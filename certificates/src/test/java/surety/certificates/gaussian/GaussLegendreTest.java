package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class GaussLegendreTest {
  private static final int N = GaussLegendre.NODES;

  /** The Legendre polynomial of degree n, by its recurrence. */
  private static Rational legendre(int n, Rational x) {
    Rational before = Rational.ONE;
    Rational now = x;
    for (int k = 2; k <= n; k++) {
      Rational next =
          Rational.of(2 * k - 1)
              .times(x)
              .times(now)
              .minus(Rational.of(k - 1).times(before))
              .dividedBy(Rational.of(k));
      before = now;
      now = next;
    }
    return now;
  }

  private static Rational of(double x) {
    return Rational.ofDouble(x);
  }

  /** So the exact node is within half a unit in the last place. */
  @Test
  void nodesAreTheNearestDoublesOfZeros() {
    for (int i = 0; i < N; i++) {
      double node = GaussLegendre.node(i);
      Rational below = of(node).plus(of(Math.nextDown(node))).times(Rational.of(1, 2));
      Rational above = of(node).plus(of(Math.nextUp(node))).times(Rational.of(1, 2));
      assertTrue(legendre(N, below).signum() * legendre(N, above).signum() < 0, "node " + node);
    }
  }

  /** With {@code w = 2 (1 - x^2) / (N P_(N-1)(x))^2} for an exact node x, which is close. */
  @Test
  void weightsAreTheNearestDoubles() {
    for (int i = 0; i < N; i++) {
      Rational x = zero(GaussLegendre.node(i));
      Rational p = Rational.of(N).times(legendre(N - 1, x));
      Rational exact = Rational.of(2).times(Rational.ONE.minus(x.times(x))).dividedBy(p.times(p));
      Rational off = exact.minus(of(GaussLegendre.weight(i))).abs();
      Rational half = of(Math.ulp(GaussLegendre.weight(i))).times(Rational.of(1, 2));
      assertTrue(off.compareTo(half) <= 0, "weight " + GaussLegendre.weight(i));
    }
  }

  /** By bisection, to 2^-100. */
  private static Rational zero(double near) {
    Rational a = of(Math.nextDown(near));
    Rational b = of(Math.nextUp(near));
    for (int k = 0; k < 48; k++) {
      Rational middle = a.plus(b).times(Rational.of(1, 2));
      if (legendre(N, a).signum() * legendre(N, middle).signum() <= 0) {
        b = middle;
      } else {
        a = middle;
      }
    }
    return a;
  }

  @Test
  void nodesAreSymmetricAndWeightsAddUpToTheLength() {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += GaussLegendre.weight(i);
    }
    assertEquals(2, sum, 1e-15);
    assertEquals(-GaussLegendre.node(0), GaussLegendre.node(1));
  }

  /** The error of 1/(p - x), whose ellipse of analyticity is known, never exceeds the bound. */
  @Test
  void errorsAreBelowTheirBound() {
    for (double p : new double[] {1.05, 1.2, 1.5, 2, 3, 5}) {
      double pole = p + Math.sqrt(p * p - 1);
      for (double share : new double[] {0.5, 0.8, 0.95}) {
        double radius = 1 + share * (pole - 1);
        double most = 1 / (p - (radius + 1 / radius) / 2);
        Rational sum = Rational.ZERO;
        for (int i = 0; i < N; i++) {
          sum =
              sum.plus(
                  of(GaussLegendre.weight(i)).dividedBy(of(p).minus(of(GaussLegendre.node(i)))));
        }
        double exact = Math.log1p(2 / (p - 1));
        double error = Math.abs(sum.minus(of(exact)).doubleCeiling());
        double inverse = 1 / (radius * radius);
        if (inverse < 0.5) {
          double bound = most * GaussLegendre.error(inverse) + 1e-14;
          assertTrue(error <= bound, p + " " + radius + ": " + error + " > " + bound);
        }
      }
    }
  }

  /** The first even polynomial for which the quadrature is wrong comes close to its bound. */
  @Test
  void theErrorOfAChebyshevPolynomialIsCloseToItsBound() {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += GaussLegendre.weight(i) * Math.cos(2 * N * Math.acos(GaussLegendre.node(i)));
    }
    double error = Math.abs(sum - 2 / (1 - 4.0 * N * N));
    assertTrue(error > 1.5, () -> "about pi / 2: " + error);
    for (double inverse : new double[] {1e-3, 0.1, 0.25, 0.35, 0.45}) {
      double most = (Math.pow(inverse, -N) + Math.pow(inverse, N)) / 2;
      double bound = most * GaussLegendre.error(inverse);
      assertTrue(error <= bound && bound <= 3 * error, inverse + ": " + bound);
    }
    assertTrue(GaussLegendre.error(1e-30) > 0, "nothing but the least powers may underflow");
  }
}
