package surety.certificates.recurrence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.precise.Ball;

/**
 * Means of a draw that has no values beyond {@code -bound} and {@code bound}: {@code E d^a exp(z
 * d)} is the sum of {@code z^j / j! E d^(a + j)}.
 */
abstract class BoundedMoments implements DrawMoments {
  private final Ball bound;
  private final List<Ball> raw = new ArrayList<>();

  /**
   * Of a draw.
   *
   * @param bound all of its values lie within the farthest number of this and its negative
   */
  BoundedMoments(Ball bound) {
    this.bound = bound;
  }

  /** The next mean of a power, from those below. */
  abstract Ball next(List<Ball> known);

  @Override
  public final Ball raw(int power) {
    while (raw.size() <= power) {
      raw.add(raw.isEmpty() ? Ball.of(Rational.ONE, bound.precision()) : next(raw));
    }
    return raw.get(power);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The j-th term is at most {@code t_j = |z|^j bound^(a + j) / j!}, of which an upper bound is
   * carried along. From {@code j >= 2 |z| bound} on each is at most half of the one before, so all
   * that is left out is at most {@code 2 t_j}.
   *
   * <p>What multiplies the means is 2^(scale j) times as large, and the means as many times
   * smaller, so that none of both is large where the other is hardly known.
   */
  @Override
  public final Ball mixed(int power, Ball z) {
    int precision = bound.precision();
    Ball farthest = upper(bound);
    int scale = Math.max(0, farthest.re().bitLength() - precision);
    Ball scaled = z.shift(scale);
    Ball ratio = upper(upper(z).times(farthest));
    BigInteger term = farthest.power(power).farthest();
    Ball factor = Ball.of(Rational.ONE, precision); // (2^scale z)^j / j!
    Ball sum = Ball.zero(precision);
    BigInteger halving = ratio.re().shiftLeft(1).shiftRight(precision).add(BigInteger.ONE);
    for (int j = 0; ; j++) {
      boolean isFalling = BigInteger.valueOf(j).compareTo(halving) >= 0;
      if (isFalling && term.compareTo(BigInteger.TWO) <= 0) {
        return sum.widened(term.shiftLeft(1));
      }
      sum = sum.plus(factor.times(raw(power + j).shift(-scale * j)));
      BigInteger next = BigInteger.valueOf(j + 1L);
      factor = factor.times(scaled).over(next);
      Ball bounding = new Ball(precision, term, BigInteger.ZERO, BigInteger.ZERO);
      term = bounding.times(ratio).over(next).farthest();
    }
  }

  /** A real number that no number of the disc has a greater absolute value than. */
  private static Ball upper(Ball number) {
    return new Ball(number.precision(), number.farthest(), BigInteger.ZERO, BigInteger.ZERO);
  }
}
