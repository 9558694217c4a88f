package surety.certificates.integral;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.DensityPolynomial;

/**
 * How far a random coordinate on a side of a box is from the chord of its quantile function. With
 * the side {@code [a, b]}, its length w, the density f and its mass M there, {@code u = F(x)}, the
 * integral of {@code f / M} from a to x, is uniform, and {@code x = a + w u + D} with {@code D = (x
 * - a) - w F(x)}. So an affine form of independent coordinates is one of uniform ones and of their
 * deviations.
 *
 * <p><em>Bounds.</em> With {@code f = c0 + c1 (x - centre) + r}, |r| <= R: the constant adds
 * nothing to {@code M D / w = M (x - a) / w - integral of f up to x}, the slope {@code c1 (x - a)
 * (b - x) / 2}, which is between 0 and {@code c1 w^2 / 8}, and r at most {@code 2 R s (1 - s) w <=
 * R w / 2} with {@code s = (x - a) / w}, as it is {@code s} times its integral over all less the
 * one up to x. In any case |D| <= w.
 */
public final class ChordDeviation {
  /** Nothing is known: both are somewhere on the side. */
  public static final Interval UNKNOWN = new Interval(-2, 2);

  private ChordDeviation() {}

  /**
   * Contains D in units of half the side's length.
   *
   * @param mass encloses M
   * @param line encloses f on the side, of degree 1 at most
   * @param length at least w
   */
  public static Interval of(ScaledInterval mass, DensityPolynomial line, double length) {
    double least = mass.value().lower();
    long power = (long) line.scale() - mass.scale();
    if (!(least > 0) || Math.abs(power) > 1000) {
      return UNKNOWN;
    }
    double slope = line.coefficients().length > 1 ? line.coefficients()[1] : 0;
    Interval bend = Interval.of(length).times(0.25).times(slope).hull(Interval.ZERO);
    double factor = Rounding.scaleUp(Rounding.divideUp(length, least), (int) power);
    double above = Rounding.multiplyUp(factor, Rounding.addUp(bend.upper(), line.remainder()));
    double below = Rounding.multiplyUp(factor, Rounding.addUp(-bend.lower(), line.remainder()));
    return new Interval(below <= 2 ? -below : -2, above <= 2 ? above : 2); // not if it is NaN
  }
}
