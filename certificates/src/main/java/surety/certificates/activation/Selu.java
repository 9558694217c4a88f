package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;

/**
 * gamma x for x >= 0 and gamma alpha (e^x - 1) below. Below 0 its slope is gamma alpha e^x and its
 * second derivative the same: convex there if alpha and gamma have the same sign, concave if they
 * have opposite ones, and constant if either is 0.
 *
 * <p>Products begin with a number in [-1, 1] and the larger one of alpha and gamma. Then nothing
 * overflows on the way unless the value does, too, and the value is enclosed to a few units in the
 * last place unless the first product is subnormal.
 *
 * @param alpha finite; of any sign
 * @param gamma finite; of any sign
 */
public record Selu(double alpha, double gamma) implements Activation {

  public Selu {
    if (!Double.isFinite(alpha) || !Double.isFinite(gamma)) {
      throw new IllegalArgumentException(
          "a selu's alpha and gamma are finite, not %s and %s".formatted(alpha, gamma));
    }
    alpha += 0.0; // one zero only
    gamma += 0.0;
  }

  @Override
  public String name() {
    return "selu";
  }

  @Override
  public double apply(double x) {
    return x > 0 ? gamma * x : gamma * (alpha * StrictMath.expm1(x));
  }

  @Override
  public double slope(double x) {
    return x > 0 ? gamma : gamma * (alpha * StrictMath.exp(x));
  }

  @Override
  public Interval enclose(double x) {
    return x >= 0
        ? Interval.of(x).times(gamma)
        : timesBoth(ElementaryFunctions.expm1OfNonPositive(x));
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return section.from() == 0
        ? Interval.of(gamma)
        : timesBoth(ElementaryFunctions.expOfNonPositive(x));
  }

  private Interval timesBoth(Interval unit) {
    boolean alphaFirst = Math.abs(alpha) > Math.abs(gamma);
    return unit.times(alphaFirst ? alpha : gamma).times(alphaFirst ? gamma : alpha);
  }

  @Override
  public double greatestSlope() {
    return Rounding.multiplyUp(Math.abs(gamma), Math.max(1, Math.abs(alpha)));
  }

  /** By the signs of the factors, as their product may underflow. */
  @Override
  public List<Section> sections() {
    return Elu.sections(Math.signum(alpha) * Math.signum(gamma));
  }

  @Override
  public boolean isNonDecreasing() {
    return gamma == 0 || (gamma > 0 && alpha >= 0);
  }

  @Override
  public Rational applyExactly(Rational x) {
    if (!isPiecewiseLinear()) {
      return Activation.super.applyExactly(x);
    }
    return RELU.applyExactly(x).times(Rational.ofDouble(gamma));
  }
}
