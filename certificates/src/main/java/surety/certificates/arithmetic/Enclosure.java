package surety.certificates.arithmetic;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * An enclosure of a real number by exact ends, which are infinite where nothing is known. Ends have
 * any exponent, so that ratios of tiny probabilities keep their accuracy. The operations contain
 * every exact result; they are computed exactly and then rounded outward to 53 significant bits.
 *
 * @param lower not above the number, so never plus infinity
 * @param upper not below it
 */
public record Enclosure(Bound lower, Bound upper) {
  public static final Enclosure ZERO = of(Dyadic.ZERO, Dyadic.ZERO);
  public static final Enclosure ONE = of(Dyadic.ONE, Dyadic.ONE);
  public static final Enclosure WHOLE = new Enclosure(Bound.MINUS_INFINITY, Bound.INFINITY);

  /** More bits than a quotient or root is rounded to. */
  private static final int BITS = 64;

  /** Numbers beyond 2 to this power are infinite, those below its inverse next to zero. */
  private static final int MOST_EXPONENT = 1 << 22;

  private static final Bound HUGE = Bound.of(Dyadic.ONE.shift(MOST_EXPONENT));
  private static final Bound TINY = Bound.of(Dyadic.ONE.shift(-MOST_EXPONENT));

  /** Refuses ends that enclose no number. */
  public Enclosure {
    boolean isEmpty = lower.compareTo(upper) > 0 || lower.sign() > 0 || upper.sign() < 0;
    if (isEmpty) {
      throw new IllegalArgumentException("no number is between " + lower + " and " + upper);
    }
  }

  /** Between two numbers. */
  public static Enclosure of(Dyadic lower, Dyadic upper) {
    return new Enclosure(Bound.of(lower), Bound.of(upper));
  }

  /** Of an exact rational. */
  public static Enclosure of(Rational r) {
    Dyadic numerator = new Dyadic(r.numerator(), 0);
    Dyadic denominator = new Dyadic(r.denominator(), 0);
    return of(numerator, numerator).dividedBy(of(denominator, denominator));
  }

  /** An interval of finite or infinite doubles. */
  public static Enclosure of(Interval interval) {
    return new Enclosure(Bound.of(interval.lower()), Bound.of(interval.upper()));
  }

  /** Whether all that is in the other one is in this. */
  public boolean contains(Enclosure other) {
    return lower.compareTo(other.lower) <= 0 && upper.compareTo(other.upper) >= 0;
  }

  /** The distance of the ends, exactly. */
  public Bound width() {
    return sum(upper, lower.negate());
  }

  /** Whether both ends are numbers. */
  public boolean isBounded() {
    return lower.isFinite() && upper.isFinite();
  }

  /** Whether each end is zero, infinite, or of a size that {@link #rounded} leaves finite. */
  public boolean isOfUsualSize() {
    return isOfUsualSize(lower) && isOfUsualSize(upper);
  }

  private static boolean isOfUsualSize(Bound end) {
    Bound size = end.signum() < 0 ? end.negate() : end;
    boolean isSpecial = !size.isFinite() || size.signum() == 0;
    return isSpecial || (size.compareTo(TINY) >= 0 && size.compareTo(HUGE) <= 0);
  }

  /** Outward to 53 significant bits, and to exponents that are computed with. */
  public Enclosure rounded() {
    return new Enclosure(down(lower), down(upper.negate()).negate());
  }

  private static Bound down(Bound end) {
    if (!end.isFinite() || end.signum() == 0) {
      return end;
    }
    boolean isPositive = end.signum() > 0;
    Bound size = isPositive ? end : end.negate();
    if (size.compareTo(HUGE) > 0) {
      return isPositive ? HUGE : Bound.MINUS_INFINITY;
    }
    if (size.compareTo(TINY) < 0) {
      return isPositive ? Bound.ZERO : TINY.negate();
    }
    return end.roundDown();
  }

  public Enclosure negate() {
    return new Enclosure(upper.negate(), lower.negate());
  }

  public Enclosure plus(Enclosure other) {
    return new Enclosure(sum(lower, other.lower), sum(upper, other.upper)).rounded();
  }

  public Enclosure minus(Enclosure other) {
    return plus(other.negate());
  }

  /** The sum of two lower ends, or of two upper ones: infinite ends have one sign. */
  public static Bound sum(Bound a, Bound b) {
    if (!a.isFinite()) {
      return a;
    }
    return b.isFinite() ? Bound.of(a.dyadic().plus(b.dyadic())) : b;
  }

  public Enclosure times(Enclosure other) {
    return hull(other, Enclosure::product, Enclosure::product);
  }

  /** Zero times infinity is zero: the other end's product says what lies beyond. */
  private static Bound product(Bound a, Bound b) {
    if (a.isFinite() && b.isFinite()) {
      return Bound.of(a.dyadic().times(b.dyadic()));
    }
    return infinite(a.signum() * b.signum());
  }

  private static Bound infinite(int sign) {
    if (sign == 0) {
      return Bound.ZERO;
    }
    return sign > 0 ? Bound.INFINITY : Bound.MINUS_INFINITY;
  }

  /**
   * The share x / (x + y) of two numbers that are not negative and not both 0. It rises with x and
   * falls with y, so its bounds come from opposite ends.
   */
  public static Enclosure share(Enclosure x, Enclosure y) {
    Enclosure least = new Enclosure(x.lower, x.lower);
    Enclosure most = new Enclosure(x.upper, x.upper);
    Bound lower =
        x.lower.signum() <= 0
            ? Bound.ZERO
            : least.dividedBy(least.plus(new Enclosure(y.upper, y.upper))).lower;
    Bound upper =
        y.lower.signum() <= 0
            ? Bound.ONE
            : most.dividedBy(most.plus(new Enclosure(y.lower, y.lower))).upper;
    return new Enclosure(lower, min(upper, Bound.ONE));
  }

  /** The quotient; nothing is known if the divisor may be 0. */
  public Enclosure dividedBy(Enclosure divisor) {
    if (divisor.lower.signum() <= 0 && divisor.upper.signum() >= 0) {
      return WHOLE;
    }
    return hull(divisor, Enclosure::quotientDown, (a, b) -> quotientDown(a.negate(), b).negate());
  }

  /** A finite number by something arbitrarily large is next to 0, on either side. */
  private static Bound quotientDown(Bound a, Bound b) {
    if (!b.isFinite()) {
      return Bound.ZERO;
    }
    if (!a.isFinite()) {
      return infinite(a.signum() * b.signum());
    }
    BigInteger over = b.signum() < 0 ? a.dyadic().significand().negate() : a.dyadic().significand();
    BigInteger under = b.dyadic().significand().abs();
    int shift = Math.max(0, BITS + under.bitLength() - over.bitLength());
    BigInteger[] parts = over.shiftLeft(shift).divideAndRemainder(under);
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    long exponent = (long) a.dyadic().exponent() - b.dyadic().exponent() - shift;
    return Bound.of(new Dyadic(floor, Math.toIntExact(exponent)));
  }

  /** Both operations are monotone in each argument between the signs, so ends decide. */
  private Enclosure hull(
      Enclosure other, BinaryOperator<Bound> below, BinaryOperator<Bound> above) {
    Bound least = Bound.INFINITY;
    Bound greatest = Bound.MINUS_INFINITY;
    for (Bound a : List.of(lower, upper)) {
      for (Bound b : List.of(other.lower, other.upper)) {
        least = min(least, below.apply(a, b));
        greatest = max(greatest, above.apply(a, b));
      }
    }
    return new Enclosure(least, greatest).rounded();
  }

  /** The square. */
  public Enclosure square() {
    Enclosure size = abs();
    return size.times(size);
  }

  /** The absolute value. */
  public Enclosure abs() {
    if (lower.signum() >= 0) {
      return this;
    }
    return upper.signum() <= 0 ? negate() : new Enclosure(Bound.ZERO, max(lower.negate(), upper));
  }

  /** The square root of a number that is known not to be negative. */
  public Enclosure sqrt() {
    Bound root = upper.isFinite() && upper.signum() > 0 ? above(upper.dyadic()) : upper;
    Bound least = lower.signum() > 0 ? Bound.of(rootDown(lower.dyadic())) : Bound.ZERO;
    return new Enclosure(least, max(root, Bound.ZERO)).rounded();
  }

  /** With s of at least 2 BITS bits and an even e: floor(sqrt(s)) 2^(e/2) <= sqrt(s 2^e). */
  private static Dyadic rootDown(Dyadic x) {
    int shift = Math.max(0, 2 * BITS - x.significand().bitLength());
    shift += Math.floorMod(x.exponent() - shift, 2);
    return new Dyadic(x.significand().shiftLeft(shift).sqrt(), (x.exponent() - shift) / 2);
  }

  /** The next number on the same grid is above the root. */
  private static Bound above(Dyadic x) {
    int shift = Math.max(0, 2 * BITS - x.significand().bitLength());
    shift += Math.floorMod(x.exponent() - shift, 2);
    BigInteger shifted = x.significand().shiftLeft(shift);
    BigInteger[] root = shifted.sqrtAndRemainder();
    BigInteger ceiling = root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
    return Bound.of(new Dyadic(ceiling, (x.exponent() - shift) / 2));
  }

  /**
   * What is in both; this one if nothing is, which only contradicting enclosures could bring about.
   */
  public Enclosure intersect(Enclosure other) {
    Bound least = max(lower, other.lower);
    Bound greatest = min(upper, other.upper);
    return least.compareTo(greatest) <= 0 ? new Enclosure(least, greatest) : this;
  }

  /** The lesser of two bounds. */
  public static Bound min(Bound a, Bound b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** The greater of two bounds. */
  public static Bound max(Bound a, Bound b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
