package surety.certificates.density;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * The probability that a standard normal number is greater than z, divided by the density at z, by
 * Laplace's continued fraction {@code 1 / (z + 1 / (z + 2 / (z + 3 / (z + ...))))}, for z > 0.
 *
 * <p><em>Why it is sound.</em> Let I_n be the integral of {@code (t - z)^n / n! f(t)} over t > z, f
 * the density, and I_(-1) = f(z). From {@code f'(t) = -t f(t)}, integrating by parts gives {@code
 * I_(n-1) = z I_n + (n+1) I_(n+1)} for n = 0, 1, ... So {@code x_n = I_(n-1) / I_n} satisfies
 * {@code x_n = z + (n+1) / x_(n+1)}, and is greater than z because all I_n are positive. From
 * {@code x_n in [z, infinity]} for one n, interval arithmetic leads down to x_0 = f(z) / I_0.
 */
final class NormalTail {
  /** From here on {@link #TERMS} terms are enough. */
  static final double LEAST = 4;

  private static final int TERMS = 96;

  private NormalTail() {}

  /** Whether the mass between two numbers is a difference that cancels little. */
  static boolean isDifference(Interval from, Interval to) {
    return from.lower() >= LEAST && (to.lower() - from.upper()) * from.lower() >= 1;
  }

  /** The mass between two exact reals, known by enclosures; the tail decreases. */
  static ScaledInterval between(Interval from, Interval to) {
    return above(from).minus(above(to));
  }

  private static ScaledInterval above(Interval z) {
    if (z.lower() == Double.POSITIVE_INFINITY) {
      return ScaledInterval.ZERO;
    }
    ScaledInterval most = above(z.lower());
    return z.isPoint() ? most : Elementary.hull(above(z.upper()), most);
  }

  /** P(N > z) for a standard normal N, z at least 4. */
  static ScaledInterval above(double z) {
    Interval at = Interval.of(z);
    Interval x = Interval.of(z, Double.POSITIVE_INFINITY);
    // the farther out, the fewer terms matter
    for (int n = (int) Math.ceil(TERMS * 16 / (z * z)) + 8; n >= 1; n--) {
      x = Interval.of(n).dividedBy(x).plus(z);
    }
    return StandardForm.STANDARD_NORMAL.value(at).dividedBy(ScaledInterval.of(x));
  }
}
