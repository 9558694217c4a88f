package surety.certificates.precise;

import java.math.BigInteger;
import java.util.Objects;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;

/**
 * A complex number that is known to lie in a disc: at most {@code radius * 2^-precision} away from
 * {@code (re + i im) * 2^-precision}. The numbers are fixed-point: what a result is off by is
 * counted in units of {@code 2^-precision}, always upward (ball arithmetic, van der Hoeven 2009).
 *
 * <p>Every operation is sound by two steps: the exact image of the discs lies in a disc whose
 * radius is bounded in exact integers, and what rounding moves the centre by is added to it.
 *
 * @param precision binary digits behind the point, 1 to {@link #MOST_PRECISION}
 * @param radius not negative
 */
public record Ball(int precision, BigInteger re, BigInteger im, BigInteger radius) {
  /** Bounds the time of an operation. */
  public static final int MOST_PRECISION = 1 << 15;

  /** Beyond so many digits numbers are of no use, and cost more than anybody waits. */
  private static final int MOST_BITS = 1 << 16;

  /** What a number with two parts moves by at most when both are cut off, and a radius as well. */
  private static final BigInteger THREE = BigInteger.valueOf(3);

  /**
   * Refuses numbers without use.
   *
   * @throws ArithmeticException if one is so large that nobody would wait for what is computed
   */
  public Ball {
    if (precision < 1 || precision > MOST_PRECISION || radius.signum() < 0) {
      throw new IllegalArgumentException("a ball has 1 to 32768 digits and no negative radius");
    }
    if (re.bitLength() > MOST_BITS
        || im.bitLength() > MOST_BITS
        || radius.bitLength() > MOST_BITS) {
      throw new ArithmeticException("a number has more than " + MOST_BITS + " binary digits");
    }
  }

  /** The number 0. */
  public static Ball zero(int precision) {
    return new Ball(precision, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  /** A fraction; off by less than a unit, and by nothing if it is a multiple of the unit. */
  public static Ball of(Rational number, int precision) {
    BigInteger[] parts =
        number.numerator().shiftLeft(precision).divideAndRemainder(number.denominator());
    // the quotient is cut off: less than 1 is missing
    return new Ball(
        precision, parts[0], BigInteger.ZERO, BigInteger.valueOf(parts[1].abs().signum()));
  }

  /** Whether it is the number 0 for sure. */
  public boolean isZero() {
    return re.signum() == 0 && im.signum() == 0 && radius.signum() == 0;
  }

  /** The sum; centres add exactly, and so do distances from them at most. */
  public Ball plus(Ball other) {
    return new Ball(common(other), re.add(other.re), im.add(other.im), radius.add(other.radius));
  }

  /** The difference. */
  public Ball minus(Ball other) {
    return plus(other.negate());
  }

  /** Minus this number. */
  public Ball negate() {
    return new Ball(precision, re.negate(), im.negate(), radius);
  }

  /** The conjugate: the disc mirrored. */
  public Ball conjugate() {
    return new Ball(precision, re, im.negate(), radius);
  }

  /** i times this number: the disc turned. */
  public Ball timesI() {
    return new Ball(precision, im.negate(), re, radius);
  }

  /**
   * The product. With centres c, d and distances r, s from them, {@code |(c + u)(d + v) - c d| <=
   * |c| s + |d| r + r s}; each of the centre's two parts is cut off by less than a unit, if at all.
   */
  public Ball times(Ball other) {
    int p = common(other);
    if (isZero() || other.isZero()) {
      return zero(p);
    }
    BigInteger real = re.multiply(other.re);
    BigInteger imaginary = BigInteger.ZERO;
    if (im.signum() != 0 || other.im.signum() != 0) {
      real = real.subtract(im.multiply(other.im));
      imaginary = re.multiply(other.im).add(im.multiply(other.re));
    }
    BigInteger r = radius.multiply(other.radius);
    if (other.radius.signum() != 0) {
      r = r.add(modulus().multiply(other.radius));
    }
    if (radius.signum() != 0) {
      r = r.add(other.modulus().multiply(radius));
    }
    return shifted(p, real, imaginary, r, p);
  }

  /**
   * Numbers over 2^shift: the parts cut off, by less than a unit if at all, the radius rounded up.
   */
  private static Ball shifted(
      int precision, BigInteger re, BigInteger im, BigInteger radius, int shift) {
    int cut = (isCut(re, shift) ? 1 : 0) + (isCut(im, shift) ? 1 : 0);
    return new Ball(
        precision,
        re.shiftRight(shift),
        im.shiftRight(shift),
        radius.negate().shiftRight(shift).negate().add(BigInteger.valueOf(cut)));
  }

  private static boolean isCut(BigInteger number, int shift) {
    return number.signum() != 0 && number.getLowestSetBit() < shift;
  }

  /** This number times a whole number, exactly. */
  public Ball times(BigInteger factor) {
    return new Ball(
        precision, re.multiply(factor), im.multiply(factor), radius.multiply(factor.abs()));
  }

  /** This number over a whole number that is positive, each part cut off. */
  public Ball over(BigInteger divisor) {
    BigInteger[] real = re.divideAndRemainder(divisor);
    BigInteger[] imaginary = im.divideAndRemainder(divisor);
    BigInteger[] units = radius.divideAndRemainder(divisor);
    // each remainder that is not 0 is less than a unit
    int cut = Stream.of(real, imaginary, units).mapToInt(parts -> parts[1].abs().signum()).sum();
    return new Ball(precision, real[0], imaginary[0], units[0].add(BigInteger.valueOf(cut)));
  }

  /** This number to a power that is not negative. */
  public Ball power(int exponent) {
    Ball result = of(Rational.ONE, precision);
    Ball square = this;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = result.times(square);
      }
      if (rest > 1) {
        square = square.times(square);
      }
    }
    return result;
  }

  /**
   * One over this number. The centre m is inverted as {@code conj(m) / |m|^2}, cut off by less than
   * a unit in each part; and {@code |1/(m + u) - 1/m| = |u| / (|m| |m + u|) <= r / (l (l - r))}
   * with l at most |m|.
   *
   * @throws ArithmeticException if it may be 0
   */
  public Ball inverse() {
    BigInteger square = re.multiply(re).add(im.multiply(im));
    BigInteger least = square.sqrt(); // rounded down
    if (least.compareTo(radius) <= 0) {
      throw new ArithmeticException("a divisor may be 0");
    }
    BigInteger far = radius.shiftLeft(2 * precision).divide(least.multiply(least.subtract(radius)));
    return new Ball(
        precision,
        re.shiftLeft(2 * precision).divide(square),
        im.negate().shiftLeft(2 * precision).divide(square),
        far.add(THREE)); // 1 of the quotient that was cut off, 2 of the centre
  }

  /**
   * The root of a real number that is not negative: an interval from the root of its lower end,
   * rounded down, to that of its upper end, rounded up.
   *
   * @throws ArithmeticException if it may be negative
   */
  public Ball sqrt() {
    BigInteger low = re.subtract(radius);
    if (low.signum() < 0) {
      throw new ArithmeticException("a number under a root may be negative");
    }
    BigInteger lower = low.shiftLeft(precision).sqrt();
    BigInteger upper = re.add(radius).shiftLeft(precision).sqrt().add(BigInteger.ONE);
    return between(precision, lower, upper);
  }

  /** A real number between two multiples of the unit. */
  static Ball between(int precision, BigInteger lower, BigInteger upper) {
    BigInteger centre = lower.add(upper).shiftRight(1);
    return new Ball(precision, centre, BigInteger.ZERO, upper.subtract(centre));
  }

  /** The same number with other digits behind the point; each part is cut off by less than 1. */
  public Ball withPrecision(int digits) {
    int shift = digits - precision;
    if (shift >= 0) {
      return new Ball(digits, re.shiftLeft(shift), im.shiftLeft(shift), radius.shiftLeft(shift));
    }
    return shifted(digits, re, im, radius, -shift);
  }

  /** This number times 2^power. */
  public Ball shift(int power) {
    return power >= 0
        ? new Ball(precision, re.shiftLeft(power), im.shiftLeft(power), radius.shiftLeft(power))
        : shifted(precision, re, im, radius, -power);
  }

  /** The same disc, enlarged. */
  public Ball widened(BigInteger units) {
    return new Ball(precision, re, im, radius.add(units));
  }

  /** At least the distance from 0 of all that the disc has in it, in units. */
  public BigInteger farthest() {
    return modulus().add(radius);
  }

  /** The real part alone: the disc's shadow. */
  public Ball realPart() {
    return new Ball(precision, re, BigInteger.ZERO, radius);
  }

  /** Whether it is a real number above 0 for sure, if it is real at all. */
  public boolean isPositive() {
    return re.compareTo(radius) > 0;
  }

  /** The real part, which lies between the ends of the disc. */
  public Enclosure real() {
    return Enclosure.of(
        new Dyadic(re.subtract(radius), -precision), new Dyadic(re.add(radius), -precision));
  }

  /** At least the distance of the centre from 0, in units, by a few more than 2^-28 of it. */
  private BigInteger modulus() {
    if (im.signum() == 0) {
      return re.abs();
    }
    if (re.signum() == 0) {
      return im.abs();
    }
    int shift = Math.max(0, Math.max(re.bitLength(), im.bitLength()) - 30);
    long a = re.abs().shiftRight(shift).longValueExact() + 1; // at least, and below 2^30 + 2
    long b = im.abs().shiftRight(shift).longValueExact() + 1;
    // below 2^62: the double, its root and the whole number lose less than 2 of the root together
    long root = (long) Math.sqrt((double) (a * a + b * b)) + 2;
    return BigInteger.valueOf(root).shiftLeft(shift);
  }

  private int common(Ball other) {
    Objects.requireNonNull(other);
    if (precision != other.precision) {
      throw new IllegalArgumentException("numbers of one precision only");
    }
    return precision;
  }
}
