package surety.certificates.recurrence;

import java.math.BigInteger;
import surety.certificates.arithmetic.Rational;
import surety.certificates.precise.Ball;
import surety.certificates.precise.PreciseFunctions;

/**
 * Laplace draws with mean m and scale t: {@code d = m + t e} or {@code m - t e}, each with
 * probability 1/2, e exponential with mean 1. So {@code E d^a exp(z d)} is {@code exp(z m)} times
 * the sum over i of {@code binomial(a, i) m^(a - i) t^i i! ((1 - z t)^-(i+1) + (-1)^i (1 + z
 * t)^-(i+1)) / 2}, if the real part of {@code z t} is between -1 and 1.
 */
final class LaplaceMoments implements DrawMoments {
  private final Ball mean;
  private final Ball scale;

  LaplaceMoments(Ball mean, Ball scale) {
    DrawMoments.requirePositive(scale, "the scale of a Laplace draw");
    this.mean = mean;
    this.scale = scale;
  }

  @Override
  public Ball raw(int power) {
    return mixed(power, Ball.zero(mean.precision()));
  }

  @Override
  public Ball mixed(int power, Ball z) {
    Ball one = Ball.of(Rational.ONE, mean.precision());
    Ball product = scale.times(z);
    Ball above = one.minus(product);
    Ball below = one.plus(product);
    String what = "of exp(z d), d a Laplace draw, 1 - |z| times the scale of d";
    DrawMoments.requirePositive(above.realPart(), what);
    DrawMoments.requirePositive(below.realPart(), what);
    Ball inverseAbove = above.inverse();
    Ball inverseBelow = below.inverse();
    Ball sum = Ball.zero(mean.precision());
    BigInteger factor = BigInteger.ONE; // binomial(a, i) i!
    for (int i = 0; i <= power; i++) {
      Ball down = inverseBelow.power(i + 1);
      Ball both = inverseAbove.power(i + 1).plus(i % 2 == 0 ? down : down.negate());
      sum = sum.plus(mean.power(power - i).times(scale.power(i)).times(both).times(factor));
      factor = factor.multiply(BigInteger.valueOf((long) power - i));
    }
    return sum.over(BigInteger.TWO).times(PreciseFunctions.exp(mean.times(z)));
  }
}
