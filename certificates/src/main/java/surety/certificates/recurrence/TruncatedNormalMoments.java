package surety.certificates.recurrence;

import java.math.BigInteger;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Expression;
import surety.certificates.precise.Ball;
import surety.certificates.precise.PreciseFunctions;

/**
 * Normal draws with mean m and variance s of which only those between a and b are left. Integration
 * by parts of {@code d^(j-1) (d - m) exp(-(d - m)^2 / 2s)} gives {@code E d^j = m E d^(j-1) + (j -
 * 1) s E d^(j-2) - (b^(j-1) f(b) - a^(j-1) f(a))}, where f is s times the density: {@code r
 * exp(-u^2/2)} over the integral of {@code exp(-t^2/2)} between the standardised ends, u the
 * standardised argument and r the root of s. This recursion loses digits, so it is computed with
 * twice as many.
 */
final class TruncatedNormalMoments extends BoundedMoments {
  private final int precision;
  private final Ball mean;
  private final Ball variance;
  private final Ball lower;
  private final Ball upper;

  /** {@code a^(j-1) f(a)} and {@code b^(j-1) f(b)} of the next j. */
  private Ball atLower;

  private Ball atUpper;

  private Ball before;
  private Ball last;

  /**
   * Of a draw.
   *
   * @param parameters mean and variance before truncation, lower and upper end
   */
  TruncatedNormalMoments(List<Expression> parameters, int precision) {
    super(bound(parameters, precision));
    this.precision = precision;
    int working = 2 * precision;
    mean = ConstantValue.of(parameters.get(0), working);
    variance = ConstantValue.of(parameters.get(1), working);
    DrawMoments.requirePositive(variance, "the variance of a normal draw");
    lower = ConstantValue.of(parameters.get(2), working);
    upper = ConstantValue.of(parameters.get(3), working);
    Ball deviation = variance.sqrt();
    Ball from = lower.minus(mean).times(deviation.inverse());
    Ball to = upper.minus(mean).times(deviation.inverse());
    Ball mass = PreciseFunctions.normalIntegral(to).minus(PreciseFunctions.normalIntegral(from));
    DrawMoments.requirePositive(mass, "the probability of what is left of a normal draw");
    Ball factor = deviation.times(mass.inverse());
    atLower = factor.times(density(from));
    atUpper = factor.times(density(to));
    before = Ball.zero(working);
    last = Ball.of(Rational.ONE, working);
  }

  private static Ball bound(List<Expression> parameters, int precision) {
    Ball lower = ConstantValue.of(parameters.get(2), precision);
    Ball upper = ConstantValue.of(parameters.get(3), precision);
    DrawMoments.requirePositive(upper.minus(lower), "the width of a truncated draw");
    return lower.farthest().compareTo(upper.farthest()) > 0 ? lower : upper;
  }

  private static Ball density(Ball x) {
    return PreciseFunctions.exp(x.times(x).over(BigInteger.TWO).negate());
  }

  @Override
  Ball next(List<Ball> known) {
    int j = known.size();
    Ball next =
        mean.times(last)
            .plus(variance.times(before).times(BigInteger.valueOf(j - 1L)))
            .minus(atUpper.minus(atLower));
    before = last;
    last = next;
    atLower = atLower.times(lower);
    atUpper = atUpper.times(upper);
    return next.withPrecision(precision);
  }
}
