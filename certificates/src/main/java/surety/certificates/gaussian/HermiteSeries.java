package surety.certificates.gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * A function g of a normal number X as a series in Hermite's polynomials, from the second one on.
 *
 * <p>With {@code Z = (X - h) / s} for the mean h and the deviation s, and {@code a_j = E g(X)
 * He_j(Z) / sqrt(j!)}, for jointly normal X and Y of the correlation rho
 *
 * <pre>
 * Cov(g(X), G(Y)) = sum over j >= 1 of rho^j a_j b_j        (Mehler 1866),
 * </pre>
 *
 * of which the first term is {@code Cov(X, Y) E g'(X) E G'(Y)}, and the sum of the squares of all
 * a_j is the variance of g(X).
 */
public final class HermiteSeries {
  /** What is left is not worth another term once it is that small a part of what there is. */
  private static final double ENOUGH = 0x1p-60;

  /** How many terms are computed of a function with kinks. */
  private static final int OF_KINKS = 100;

  /** a_2, a_3, ... */
  private final Interval[] terms;

  /** left[k] is at least the root of the sum of the squares from the k-th of the terms on. */
  private final double[] left;

  private HermiteSeries(List<Interval> terms, double rest) {
    double[] roots = new double[terms.size() + 1];
    double square = Rounding.multiplyUp(rest, rest);
    roots[terms.size()] = rest;
    for (int k = terms.size() - 1; k >= 0; k--) {
      square = Rounding.addUp(square, terms.get(k).square().upper());
      roots[k] = Rounding.sqrtUp(square);
    }
    int count = 0;
    while (count < terms.size() && roots[count] > ENOUGH * roots[0]) {
      count++;
    }
    this.terms = terms.subList(0, count).toArray(Interval[]::new);
    this.left = Arrays.copyOf(roots, count + 1);
  }

  /**
   * Of known terms.
   *
   * @param terms enclosures of a_2, a_3, ...
   * @param square at least the sum of the squares of all of them
   * @param rest at least the root of the sum of the squares of those behind the known ones
   */
  static HermiteSeries of(List<Interval> terms, double square, double rest) {
    double left = square;
    for (Interval term : terms) {
      left = Rounding.subtractUp(left, term.square().lower());
    }
    return new HermiteSeries(terms, Math.min(rest, Rounding.sqrtUp(Math.max(0, left))));
  }

  /**
   * Of a continuous piecewise linear function. By parts {@code a_j = s sum over r of c_r
   * k_(j-2)(x_r) / sqrt(j (j - 1))} with {@link HermiteFunctions} k.
   *
   * @param deviation encloses s
   * @param places enclose x_r, how many deviations each kink is above the mean
   * @param factors enclose c_r, by how much the slope rises there
   * @param square at least the sum of the squares of all a_j from a_2 on
   */
  static HermiteSeries ofKinks(
      Interval deviation, List<Interval> places, List<Interval> factors, double square) {
    EnclosedVector rises = new EnclosedVector(factors.size());
    List<EnclosedVector> functions =
        Stream.generate(() -> new EnclosedVector(factors.size())).limit(OF_KINKS).toList();
    for (int r = 0; r < places.size(); r++) {
      rises.set(r, factors.get(r));
      HermiteFunctions at = new HermiteFunctions(places.get(r), OF_KINKS);
      for (int m = 0; m < OF_KINKS; m++) {
        functions.get(m).set(r, at.value(m), at.error(m));
      }
    }
    List<Interval> terms = new ArrayList<>();
    for (int j = 2; j < OF_KINKS + 2; j++) {
      Interval root = Interval.of(j).times(j - 1).sqrt();
      terms.add(deviation.times(rises.dot(functions.get(j - 2))).dividedBy(root));
    }
    return of(terms, square, Double.POSITIVE_INFINITY);
  }

  /** At least the root of the sum of the squares of all a_j from a_2 on. */
  double norm() {
    return left[0];
  }

  /**
   * Encloses the sum over j >= 2 of rho^j a_j b_j.
   *
   * <p><em>Why it is sound.</em> Where it ends at a power of rho, what is left is at most this
   * power times the roots of the sums of the squares left (Cauchy and Schwarz), as |rho| <= 1.
   */
  Interval covariance(HermiteSeries other, Interval correlation) {
    Interval rho = correlation.intersect(new Interval(-1, 1));
    Interval power = rho;
    Interval sum = Interval.ZERO;
    double enough = ENOUGH * left[0] * other.left[0];
    int last = Math.min(terms.length, other.terms.length);
    for (int k = 0; ; k++) {
      power = power.times(rho);
      double both = Rounding.multiplyUp(left[k], other.left[k]);
      double rest = Rounding.multiplyUp(power.magnitude(), both);
      if (k == last || rest <= enough) {
        return sum.plus(new Interval(-rest, rest));
      }
      sum = sum.plus(power.times(terms[k]).times(other.terms[k]));
    }
  }
}
