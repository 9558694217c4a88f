package surety.certificates.recurrence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.precise.Ball;

/**
 * Uniform and triangular draws: their densities are B-splines with two and three knots, and the
 * mean of the j-th power of one with knots t_0 to t_n is the complete homogeneous symmetric
 * polynomial {@code h_j(t_0, .., t_n)} over {@code binomial(j + n, n)} (Curry and Schoenberg 1966).
 */
final class SplineMoments extends BoundedMoments {
  private final List<Ball> knots;

  /** The last h of the first knot, of the first two, and so on. */
  private final List<Ball> last = new ArrayList<>();

  private BigInteger binomial = BigInteger.ONE;

  /** Knots ascending. */
  SplineMoments(List<Ball> knots) {
    super(bound(knots));
    this.knots = knots;
    int precision = knots.get(0).precision();
    knots.forEach(knot -> last.add(Ball.of(Rational.ONE, precision)));
  }

  private static Ball bound(List<Ball> knots) {
    Ball lower = knots.get(0);
    Ball upper = knots.get(knots.size() - 1);
    DrawMoments.requirePositive(upper.minus(lower), "the width of a uniform or triangular draw");
    return lower.farthest().compareTo(upper.farthest()) > 0 ? lower : upper;
  }

  @Override
  Ball next(List<Ball> known) {
    // h_j(t_0, .., t_k) = h_j(t_0, .., t_(k-1)) + t_k h_(j-1)(t_0, .., t_k)
    Ball sum = Ball.zero(knots.get(0).precision());
    for (int k = 0; k < knots.size(); k++) {
      sum = sum.plus(knots.get(k).times(last.get(k)));
      last.set(k, sum);
    }
    int j = known.size();
    int n = knots.size() - 1;
    binomial = binomial.multiply(BigInteger.valueOf((long) j + n)).divide(BigInteger.valueOf(j));
    return sum.over(binomial);
  }
}
