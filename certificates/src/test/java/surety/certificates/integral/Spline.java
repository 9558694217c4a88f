package surety.certificates.integral;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/** Oracles for the distribution function of a B-spline, by ways that the kernel does not use. */
final class Spline {
  private Spline() {}

  /**
   * The integral up to t of the B-spline with these knots, exactly: 1 less the divided difference
   * of {@code (x - t)_+^n}. Knots may be repeated, but not all be equal.
   */
  static Rational share(List<Rational> knots, Rational t) {
    List<Rational> sorted = new ArrayList<>(knots);
    Collections.sort(sorted);
    int n = sorted.size() - 1;
    Rational[] table = new Rational[n + 1];
    for (int i = 0; i <= n; i++) {
      table[i] = derivative(sorted.get(i), t, n, 0);
    }
    for (int order = 1; order <= n; order++) {
      for (int i = 0; i + order <= n; i++) {
        Rational left = sorted.get(i);
        Rational right = sorted.get(i + order);
        table[i] =
            left.equals(right)
                ? derivative(left, t, n, order)
                : table[i + 1].minus(table[i]).dividedBy(right.minus(left));
      }
    }
    return Rational.ONE.minus(table[0]);
  }

  /** The derivative of that order of {@code (x - t)_+^n}, over order!. */
  private static Rational derivative(Rational x, Rational t, int n, int order) {
    if (x.compareTo(t) <= 0) {
      return Rational.ZERO;
    }
    Rational value = Rational.of(binomial(n, order), BigInteger.ONE);
    for (int k = order; k < n; k++) {
      value = value.times(x.minus(t));
    }
    return value;
  }

  static BigInteger binomial(int n, int k) {
    BigInteger result = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      result = result.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return result;
  }

  /** The same number for distinct knots, by the sum of truncated powers. */
  static Rational truncatedPowers(List<Rational> knots, Rational t) {
    int n = knots.size() - 1;
    Rational sum = Rational.ONE;
    for (int i = 0; i <= n; i++) {
      Rational term = derivative(knots.get(i), t, n, 0);
      for (int j = 0; j <= n; j++) {
        if (j != i) {
          term = term.dividedBy(knots.get(i).minus(knots.get(j)));
        }
      }
      sum = sum.minus(term);
    }
    return sum;
  }

  /** The same number, nearly: the density by the recurrence of B-splines, summed by midpoints. */
  static double integrated(double[] sortedKnots, double t) {
    double first = sortedKnots[0];
    int panels = 20_000;
    double step = (t - first) / panels;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      sum += density(sortedKnots, 0, sortedKnots.length - 1, first + (i + 0.5) * step);
    }
    return sum * step;
  }

  /** Curry and Schoenberg's density with the knots {@code from..to}. */
  private static double density(double[] knots, int from, int to, double x) {
    double length = knots[to] - knots[from];
    if (length == 0 || x < knots[from] || x >= knots[to]) {
      return 0;
    }
    int k = to - from;
    if (k == 1) {
      return 1 / length;
    }
    return k
        / (k - 1.0)
        * ((x - knots[from]) * density(knots, from, to - 1, x)
            + (knots[to] - x) * density(knots, from + 1, to, x))
        / length;
  }
}
