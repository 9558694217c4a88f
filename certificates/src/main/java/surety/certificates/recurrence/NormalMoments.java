package surety.certificates.recurrence;

import java.math.BigInteger;
import surety.certificates.arithmetic.Rational;
import surety.certificates.precise.Ball;
import surety.certificates.precise.PreciseFunctions;

/**
 * Normal draws with mean m and variance s: {@code E d^a exp(z d) = exp(m z + s z^2 / 2) h_a} with
 * {@code h_0 = 1}, {@code h_1 = m + s z} and {@code h_j = h_1 h_(j-1) + (j - 1) s h_(j-2)}: under
 * the weight {@code exp(z d)} the draw is normal again, with mean h_1 and the same variance.
 */
final class NormalMoments implements DrawMoments {
  private final Ball mean;
  private final Ball variance;

  NormalMoments(Ball mean, Ball variance) {
    DrawMoments.requirePositive(variance, "the variance of a normal draw");
    this.mean = mean;
    this.variance = variance;
  }

  @Override
  public Ball raw(int power) {
    return power(power, mean);
  }

  @Override
  public Ball mixed(int power, Ball z) {
    Ball exponent = mean.times(z).plus(variance.times(z).times(z).over(BigInteger.TWO));
    return PreciseFunctions.exp(exponent).times(power(power, mean.plus(variance.times(z))));
  }

  private Ball power(int power, Ball shifted) {
    Ball before = Ball.zero(mean.precision());
    Ball last = Ball.of(Rational.ONE, mean.precision());
    for (int j = 1; j <= power; j++) {
      Ball next =
          shifted.times(last).plus(variance.times(before).times(BigInteger.valueOf(j - 1L)));
      before = last;
      last = next;
    }
    return last;
  }
}
