package surety.certificates.density;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * Whether a polynomial is negative anywhere in [0, 1], decided in rationals.
 *
 * <p>In Bernstein form its values are weighted means of the coefficients, the weights not negative,
 * and the first and the last coefficient are its values at the ends. So if none is negative, it is
 * not negative; if one at an end is, it is. Else the interval is halved, by de Casteljau's
 * algorithm.
 *
 * @param isKnown whether that led to an answer
 * @param isNegative the answer
 * @param where it is negative, or nobody knows
 */
record BernsteinSign(boolean isKnown, boolean isNegative, Rational where) {
  private static final int MOST_PARTS = 500;
  private static final int MOST_HALVINGS = 30;
  private static final Rational HALF = Rational.of(1, 2);

  private record Part(Rational from, Rational width, int depth, List<Rational> coefficients) {}

  /** Of a polynomial by ascending powers. */
  static BernsteinSign of(List<Rational> powers) {
    Deque<Part> open = new ArrayDeque<>();
    open.add(new Part(Rational.ZERO, Rational.ONE, 0, bernstein(powers)));
    for (int parts = 0; !open.isEmpty(); parts++) {
      Part part = open.remove();
      List<Rational> c = part.coefficients;
      if (c.get(0).signum() < 0) {
        return new BernsteinSign(true, true, part.from);
      }
      if (c.get(c.size() - 1).signum() < 0) {
        return new BernsteinSign(true, true, part.from.plus(part.width));
      }
      if (c.stream().anyMatch(coefficient -> coefficient.signum() < 0)) {
        if (parts >= MOST_PARTS || part.depth >= MOST_HALVINGS) {
          return new BernsteinSign(false, false, part.from.plus(part.width.times(HALF)));
        }
        halve(part, open);
      }
    }
    return new BernsteinSign(true, false, Rational.ZERO);
  }

  /** Coefficient i is the sum over k up to i of binomial(i, k) / binomial(n, k) a_k. */
  private static List<Rational> bernstein(List<Rational> powers) {
    int n = powers.size() - 1;
    List<Rational> result = new ArrayList<>();
    for (int i = 0; i <= n; i++) {
      Rational sum = Rational.ZERO;
      Rational ratio = Rational.ONE;
      for (int k = 0; k <= i; k++) {
        sum = sum.plus(ratio.times(powers.get(k)));
        if (k < n) {
          ratio = ratio.times(Rational.of(i - k, n - k));
        }
      }
      result.add(sum);
    }
    return result;
  }

  private static void halve(Part part, Deque<Part> open) {
    List<Rational> row = new ArrayList<>(part.coefficients);
    List<Rational> left = new ArrayList<>();
    List<Rational> right = new ArrayList<>();
    while (!row.isEmpty()) {
      left.add(row.get(0));
      right.add(0, row.get(row.size() - 1));
      for (int i = 0; i + 1 < row.size(); i++) {
        row.set(i, row.get(i).plus(row.get(i + 1)).times(HALF));
      }
      row.remove(row.size() - 1);
    }
    Rational width = part.width.times(HALF);
    open.add(new Part(part.from, width, part.depth + 1, left));
    open.add(new Part(part.from.plus(width), width, part.depth + 1, right));
  }
}
