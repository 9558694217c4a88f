package surety.certificates.arithmetic;

import java.math.BigInteger;

/**
 * A closed interval of reals with doubles, or infinities, as ends.
 *
 * <p>The operations return an interval that contains every exact result of operands from the given
 * intervals. The ends of a sum, difference, product, quotient, square or square root are the
 * tightest doubles ({@link Rounding}): where the exact end is a double, nothing is widened. An
 * infinite end says that there is no bound on that side. [infinity, infinity] is the end of an
 * unbounded domain; as an operand it stands for arbitrarily large numbers.
 *
 * <p><em>Why it is sound.</em> The operations are monotone in each argument on the cases
 * distinguished, so that the extreme values are at the ends, and each end is rounded outward. The
 * exponential, the logarithm and the power come from {@link StrictMath}, whose documented error is
 * below one unit in the last place; we step outward by two.
 *
 * @param lower the lower end, not NaN
 * @param upper the upper end, at least the lower one
 */
public record Interval(double lower, double upper) {
  public static final Interval ZERO = new Interval(0, 0);
  public static final Interval ONE = new Interval(1, 1);
  public static final Interval WHOLE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "["
              + lower
              + ", "
              + upper
              + "] is not an interval: its ends must be numbers and the lower one must not exceed"
              + " the upper one");
    }
    // one zero only, so that equal intervals are equal records
    lower += 0.0;
    upper += 0.0;
  }

  public static Interval of(double x) {
    return new Interval(x, x);
  }

  public static Interval of(double lower, double upper) {
    return new Interval(lower, upper);
  }

  /** The tightest enclosure; a point when r is a double. */
  public static Interval of(Rational r) {
    return ofQuotient(r.numerator(), r.denominator());
  }

  /**
   * The tightest enclosure of a quotient, which need not be in lowest terms.
   *
   * @param denominator positive
   */
  public static Interval ofQuotient(BigInteger numerator, BigInteger denominator) {
    return new Interval(
        Dyadic.floorOfQuotient(numerator, denominator),
        -Dyadic.floorOfQuotient(numerator.negate(), denominator));
  }

  public Interval plus(Interval other) {
    return new Interval(Rounding.addDown(lower, other.lower), Rounding.addUp(upper, other.upper));
  }

  public Interval plus(double x) {
    return new Interval(Rounding.addDown(lower, x), Rounding.addUp(upper, x));
  }

  public Interval minus(Interval other) {
    return new Interval(
        Rounding.subtractDown(lower, other.upper), Rounding.subtractUp(upper, other.lower));
  }

  public Interval negate() {
    return new Interval(-upper, -lower);
  }

  public Interval times(Interval other) {
    if (lower >= 0) {
      return other.timesNonNegative(this);
    }
    if (upper <= 0) {
      return other.timesNonNegative(negate()).negate();
    }
    if (other.lower >= 0) {
      return timesNonNegative(other);
    }
    if (other.upper <= 0) {
      return timesNonNegative(other.negate()).negate();
    }
    return new Interval(
        Math.min(
            Rounding.multiplyDown(lower, other.upper), Rounding.multiplyDown(upper, other.lower)),
        Math.max(Rounding.multiplyUp(lower, other.lower), Rounding.multiplyUp(upper, other.upper)));
  }

  /** The smallest product is of this lower end, the largest of this upper end. */
  private Interval timesNonNegative(Interval factor) {
    return new Interval(
        Rounding.multiplyDown(lower, lower >= 0 ? factor.lower : factor.upper),
        Rounding.multiplyUp(upper, upper >= 0 ? factor.upper : factor.lower));
  }

  public Interval times(double x) {
    if (x >= 0) {
      return new Interval(Rounding.multiplyDown(lower, x), Rounding.multiplyUp(upper, x));
    }
    return new Interval(Rounding.multiplyDown(upper, x), Rounding.multiplyUp(lower, x));
  }

  /** The quotient; the whole line if the divisor contains zero. */
  public Interval dividedBy(Interval divisor) {
    if (divisor.lower <= 0 && divisor.upper >= 0) {
      return WHOLE;
    }
    if (divisor.upper < 0) {
      return negate().dividedBy(divisor.negate());
    }
    if (!isBounded() || !divisor.isBounded()) {
      return times(
          new Interval(
              Rounding.divideDown(1, divisor.upper),
              Rounding.divideUp(1, Math.min(divisor.lower, Double.MAX_VALUE))));
    }
    return new Interval(
        Rounding.divideDown(lower, lower >= 0 ? divisor.upper : divisor.lower),
        Rounding.divideUp(upper, upper >= 0 ? divisor.lower : divisor.upper));
  }

  public Interval square() {
    Interval a = abs();
    return new Interval(
        Rounding.multiplyDown(a.lower, a.lower), Rounding.multiplyUp(a.upper, a.upper));
  }

  /** The k-th power, k at least 0; the power 0 is 1, also of zero. */
  public Interval power(int k) {
    if (k < 0) {
      throw new IllegalArgumentException(
          "power " + k + " is negative; divide by the positive power instead");
    }
    if (k % 2 == 0) {
      Interval a = abs();
      return new Interval(powerDown(a.lower, k), powerUp(a.upper, k));
    }
    return new Interval(
        lower >= 0 ? powerDown(lower, k) : -powerUp(-lower, k),
        upper >= 0 ? powerUp(upper, k) : -powerDown(-upper, k));
  }

  /** By squaring; each product of non-negative lower bounds is a lower bound. */
  private static double powerDown(double x, int k) {
    double result = 1;
    double square = x;
    for (int rest = k; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = Rounding.multiplyDown(result, square);
      }
      if (rest > 1) {
        square = Rounding.multiplyDown(square, square);
      }
    }
    return result;
  }

  private static double powerUp(double x, int k) {
    double result = 1;
    double square = x;
    for (int rest = k; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = Rounding.multiplyUp(result, square);
      }
      if (rest > 1) {
        square = Rounding.multiplyUp(square, square);
      }
    }
    return result;
  }

  /**
   * The real power of a base that is at least 0. The power 0 is 1 and a negative power of zero is
   * infinite. x^y is monotone in x for each y, and in y for each x, so the corners are extreme.
   *
   * @throws ArithmeticException if the base has negative numbers
   */
  public Interval power(Interval exponent) {
    if (lower < 0) {
      throw new ArithmeticException("real power of " + this + ": the base must not be negative");
    }
    double down = Double.POSITIVE_INFINITY;
    double up = 0;
    for (double base : new double[] {lower, upper}) {
      for (double power : new double[] {exponent.lower, exponent.upper}) {
        double value = StrictMath.pow(base, power);
        if (isExactPower(base, power)) {
          down = Math.min(down, value);
          up = Math.max(up, value);
        } else {
          down = Math.min(down, Double.isNaN(value) ? 0 : twoBelow(value));
          up = Math.max(up, Double.isNaN(value) ? Double.POSITIVE_INFINITY : twoAbove(value));
        }
      }
    }
    return new Interval(Math.min(down, Double.MAX_VALUE), up);
  }

  private static boolean isExactPower(double base, double power) {
    return power == 0 || power == 1 || ((base == 1 || base == 0) && !Double.isInfinite(power));
  }

  /** The lower end is not negative; an infinite value of finite operands is at least MAX_VALUE. */
  private static double twoBelow(double value) {
    return Math.max(0, Math.nextDown(Math.nextDown(value)));
  }

  private static double twoAbove(double value) {
    return Math.nextUp(Math.nextUp(value));
  }

  /**
   * The square root of the part that is not negative.
   *
   * @throws ArithmeticException if there is no such part
   */
  public Interval sqrt() {
    if (upper < 0) {
      throw new ArithmeticException("square root of " + this + ", which is negative");
    }
    return new Interval(Rounding.sqrtDown(Math.max(0, lower)), Rounding.sqrtUp(upper));
  }

  public Interval exp() {
    return new Interval(expDown(lower), expUp(upper));
  }

  private static double expDown(double x) {
    return x == 0 ? 1 : twoBelow(StrictMath.exp(x));
  }

  private static double expUp(double x) {
    if (x == 0) {
      return 1;
    }
    return x == Double.NEGATIVE_INFINITY ? 0 : twoAbove(StrictMath.exp(x));
  }

  /**
   * The natural logarithm of the part that is not negative; minus infinity at zero.
   *
   * @throws ArithmeticException if there is no such part
   */
  public Interval log() {
    if (upper < 0) {
      throw new ArithmeticException("logarithm of " + this + ", which is negative");
    }
    double down = StrictMath.log(Math.max(0, lower));
    double up = StrictMath.log(upper);
    // exact at 1, at 0 and at infinity
    return new Interval(
        lower == 1 || Double.isInfinite(down) ? lowerLog(down) : Math.nextDown(Math.nextDown(down)),
        upper == 1 || Double.isInfinite(up) ? up : twoAbove(up));
  }

  /** The logarithm of infinity is an unbounded number, and at least that of the largest double. */
  private static double lowerLog(double value) {
    return value == Double.POSITIVE_INFINITY ? 709 : value;
  }

  public Interval abs() {
    if (lower >= 0) {
      return this;
    }
    return upper <= 0 ? negate() : new Interval(0, Math.max(-lower, upper));
  }

  /** Contains max(x, 0) for every number x of it. */
  public Interval positivePart() {
    return new Interval(Math.max(0, lower), Math.max(0, upper));
  }

  /** The smallest interval that contains both. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(lower, other.lower), Math.max(upper, other.upper));
  }

  /**
   * The common points.
   *
   * @throws ArithmeticException if there are none
   */
  public Interval intersect(Interval other) {
    double down = Math.max(lower, other.lower);
    double up = Math.min(upper, other.upper);
    if (down > up) {
      throw new ArithmeticException(this + " and " + other + " have no common point");
    }
    return new Interval(down, up);
  }

  /** This interval times 2^power, rounded outward where it leaves the range of doubles. */
  public Interval scaledBy(int power) {
    return power == 0
        ? this
        : new Interval(Rounding.scaleDown(lower, power), Rounding.scaleUp(upper, power));
  }

  public boolean contains(double x) {
    return lower <= x && x <= upper;
  }

  public boolean contains(Rational r) {
    boolean above =
        Double.isInfinite(lower) ? lower < 0 : Rational.ofDouble(lower).compareTo(r) <= 0;
    boolean below =
        Double.isInfinite(upper) ? upper > 0 : Rational.ofDouble(upper).compareTo(r) >= 0;
    return above && below;
  }

  public boolean isPoint() {
    return lower == upper;
  }

  /** Whether both ends are finite. */
  public boolean isBounded() {
    return lower >= -Double.MAX_VALUE && upper <= Double.MAX_VALUE;
  }

  /** The difference of the ends, rounded up. */
  public double width() {
    return Rounding.subtractUp(upper, lower);
  }

  /** Some double inside: about the middle if the interval is bounded. */
  public double middle() {
    if (!isBounded()) {
      return Math.max(lower, Math.min(upper, 0));
    }
    double sum = lower + upper;
    double half = Double.isInfinite(sum) ? lower / 2 + upper / 2 : sum / 2;
    return Math.max(lower, Math.min(upper, half)) + 0.0;
  }

  /** How far a number of the interval may be from {@link #middle}, rounded up. */
  public double radius() {
    double middle = middle();
    return Math.max(Rounding.subtractUp(upper, middle), Rounding.subtractUp(middle, lower));
  }

  /** The largest absolute value. */
  public double magnitude() {
    return Math.max(Math.abs(lower), Math.abs(upper));
  }

  @Override
  public String toString() {
    return "[" + lower + ", " + upper + "]";
  }
}
