package surety.certificates.arithmetic;

import java.math.BigInteger;

/**
 * An enclosure {@code value * 2^scale} of a real number, so that a probability like 1e-350 keeps
 * its relative accuracy.
 *
 * <p>The scale is normalised: the magnitude of the value is in [2<sup>-512</sup>, 2<sup>512</sup>),
 * or zero (with scale 0), or infinite. Scaling by a power of two is exact, or rounded outward where
 * an end that is far smaller than the other underflows.
 *
 * @param value an enclosure of the number times 2^-scale
 * @param scale the exponent of two
 */
public record ScaledInterval(Interval value, int scale) {
  public static final ScaledInterval ZERO = new ScaledInterval(Interval.ZERO, 0);
  public static final ScaledInterval ONE = new ScaledInterval(Interval.ONE, 0);

  public ScaledInterval {
    double magnitude = value.magnitude();
    if (magnitude == 0) {
      scale = 0;
    } else if (magnitude <= Double.MAX_VALUE && !(magnitude >= 0x1p-512 && magnitude < 0x1p512)) {
      // getExponent of a subnormal is -1023: one more round brings it into range
      int shift = Math.getExponent(magnitude);
      value = value.scaledBy(-shift);
      scale = Math.addExact(scale, shift);
    }
  }

  public static ScaledInterval of(Interval value) {
    return new ScaledInterval(value, 0);
  }

  /** A tight enclosure, whatever the magnitude; a point where 53 bits suffice. */
  public static ScaledInterval of(Rational r) {
    int shift = r.numerator().bitLength() - r.denominator().bitLength();
    if (Math.abs(shift) < 500) {
      return of(Interval.of(r));
    }
    BigInteger power = BigInteger.ONE.shiftLeft(Math.abs(shift));
    Rational scaled =
        shift > 0
            ? r.dividedBy(Rational.of(power, BigInteger.ONE))
            : r.times(Rational.of(power, BigInteger.ONE));
    return new ScaledInterval(Interval.of(scaled), shift);
  }

  public ScaledInterval times(ScaledInterval other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    return new ScaledInterval(value.times(other.value), Math.addExact(scale, other.scale));
  }

  public ScaledInterval times(Interval factor) {
    return times(of(factor));
  }

  public ScaledInterval plus(ScaledInterval other) {
    if (isZero()) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    int common = Math.max(scale, other.scale);
    return new ScaledInterval(alignedTo(common).plus(other.alignedTo(common)), common);
  }

  public ScaledInterval minus(ScaledInterval other) {
    return plus(other.negate());
  }

  public ScaledInterval negate() {
    return new ScaledInterval(value.negate(), scale);
  }

  /** The quotient; the whole line if the divisor contains zero. */
  public ScaledInterval dividedBy(ScaledInterval divisor) {
    return new ScaledInterval(
        value.dividedBy(divisor.value), Math.subtractExact(scale, divisor.scale));
  }

  /** Whether the number is known to be exactly zero. */
  public boolean isZero() {
    return value.magnitude() == 0;
  }

  /** This number times 2^-common, for a common scale that is at least this one's. */
  private Interval alignedTo(int common) {
    // beyond 2^-4000 nothing but the outward rounding of zero is left
    return value.scaledBy((int) Math.max((long) scale - common, -4000));
  }

  /** An enclosure without a scale: rounded outward where it leaves the range of doubles. */
  public Interval toInterval() {
    return value.scaledBy(scale);
  }

  /** The exact lower end; the interval is bounded. */
  public Dyadic lower() {
    return Dyadic.of(value.lower()).shift(scale);
  }

  /** The exact upper end; the interval is bounded. */
  public Dyadic upper() {
    return Dyadic.of(value.upper()).shift(scale);
  }
}
