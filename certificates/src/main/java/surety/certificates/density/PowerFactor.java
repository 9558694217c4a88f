package surety.certificates.density;

import java.math.BigInteger;
import java.util.Arrays;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * {@code t^p}, where t is z itself or 1 - z, and at least 0; a pole at t = 0 if p is negative.
 *
 * <p>The Taylor coefficient of order k is {@code binomial(p, k) t^(p-k)}, with the sign (-1)^k for
 * t = 1 - z; for an integer p it is exactly zero from k = p + 1 on. Where {@code p - k} is negative
 * and t may be 0 the coefficient is unbounded.
 */
final class PowerFactor implements Factor {
  private static final int TABLE = MassIntegral.HIGHEST_DEGREE + 3;

  /** Powers up to this one of everyday numbers stay well within the range of doubles. */
  private static final int SHORT = 16;

  private final boolean mirrored;
  private final Rational exponent;
  private final int whole;
  private final Interval fraction;
  private final Interval fractionLessOne;
  private final Interval[] binomials;

  /**
   * @param mirrored whether t is 1 - z
   * @param exponent p, not greater than 10^4 in magnitude, and not 0
   */
  PowerFactor(boolean mirrored, Rational exponent) {
    this.mirrored = mirrored;
    this.exponent = exponent;
    BigInteger[] quotient = exponent.numerator().divideAndRemainder(exponent.denominator());
    this.whole = quotient[0].intValueExact() - (quotient[1].signum() < 0 ? 1 : 0);
    Rational rest = exponent.minus(Rational.of(whole));
    this.fraction = Interval.of(rest);
    this.fractionLessOne = Interval.of(rest.minus(Rational.ONE));
    this.binomials = binomials();
  }

  /** Rounded at each step, so that long fractions stay cheap; integers up to 2^53 are exact. */
  private Interval[] binomials() {
    Interval[] table = new Interval[TABLE];
    table[0] = Interval.ONE;
    for (int k = 1; k < TABLE; k++) {
      table[k] = nextBinomial(table[k - 1], k);
    }
    return table;
  }

  /** binomial(p, k) = binomial(p, k-1) (p - k + 1)/k. */
  private Interval nextBinomial(Interval previous, int k) {
    return previous.times(exponentPlus(1 - k)).dividedBy(Interval.of(k));
  }

  private Interval binomial(int k) {
    return k < TABLE ? binomials[k] : nextBinomial(binomial(k - 1), k);
  }

  /** x^(p+1) for x at least 0; infinite at 0 if p + 1 is negative. */
  ScaledInterval antiderivativePower(Interval x) {
    return Elementary.power(x, whole + 1, fraction);
  }

  /** p + k. */
  Interval exponentPlus(int k) {
    return fraction.plus(whole + (double) k);
  }

  Rational exponent() {
    return exponent;
  }

  boolean isMirrored() {
    return mirrored;
  }

  /** t, without the negative numbers that only an enclosure of an end can contain. */
  Interval distance(Interval z) {
    Interval t = mirrored ? Interval.ONE.minus(z) : z;
    return t.lower() < 0 ? Interval.of(0, Math.max(0, t.upper())) : t;
  }

  @Override
  public Series series(Interval z, int degree, int unit) {
    Interval t = distance(z);
    if (isPolynomial() && whole <= SHORT && t.upper() > 0x1p-16 && t.upper() < 0x1p16) {
      return shortPolynomial(t, degree).inUnit(unit);
    }
    ScaledInterval[] powers = powers(t, degree, unit);
    int scale = powers[0].scale();
    Interval[] coefficients = new Interval[degree + 1];
    for (int k = 0; k <= degree; k++) {
      int shift = Elementary.clamp((long) powers[k].scale() - scale);
      Interval coefficient = powers[k].value().scaledBy(shift).times(binomial(k));
      coefficients[k] = mirrored && k % 2 == 1 ? coefficient.negate() : coefficient;
    }
    return new Series(coefficients, scale);
  }

  /** The same without scales, which such powers do not need. */
  private Series shortPolynomial(Interval t, int degree) {
    Interval[] coefficients = new Interval[degree + 1];
    Arrays.fill(coefficients, Interval.ZERO);
    Interval power = Interval.ONE;
    for (int k = whole; k >= 0; k--) {
      if (k <= degree) {
        Interval coefficient = power.times(binomials[k]);
        coefficients[k] = mirrored && k % 2 == 1 ? coefficient.negate() : coefficient;
      }
      power = power.times(t);
    }
    return new Series(coefficients, 0);
  }

  /**
   * {@code t^(p-k) 2^(unit k)} for k = 0 to degree. As long as p - k is not negative it is
   * t^fraction times an integer power; below, t^(fraction-1) times powers of 1/t, the first of them
   * 0, or -p - 1 + fraction if p is negative. So the factors of each product are all increasing or
   * all decreasing in t, and their product is as tight as each.
   */
  private ScaledInterval[] powers(Interval t, int degree, int unit) {
    ScaledInterval[] powers = new ScaledInterval[degree + 1];
    int rising = Math.min(whole, degree);
    ScaledInterval power =
        rising < 0
            ? ScaledInterval.ONE
            : Elementary.power(t, whole - rising, fraction).times(powerOfTwo(rising * unit));
    ScaledInterval factor = new ScaledInterval(t, -unit);
    for (int k = rising; k >= 0; k--) {
      powers[k] = power;
      if (k > 0) {
        power = power.times(factor);
      }
    }
    if (degree > whole) {
      fallingPowers(t, powers, unit);
    }
    return powers;
  }

  private static ScaledInterval powerOfTwo(int exponent) {
    return new ScaledInterval(Interval.ONE, exponent);
  }

  private void fallingPowers(Interval t, ScaledInterval[] powers, int unit) {
    if (isPolynomial()) {
      // their binomials are zero; any number will do
      Arrays.fill(powers, whole + 1, powers.length, ScaledInterval.ZERO);
      return;
    }
    ScaledInterval inverse = new ScaledInterval(reciprocal(t), unit);
    int first = Math.max(0, whole + 1);
    ScaledInterval power =
        Elementary.power(t, Math.min(whole + 1, 0), fractionLessOne)
            .times(powerOfTwo(first * unit));
    for (int k = first; k < powers.length; k++) {
      powers[k] = power;
      power = power.times(inverse);
    }
  }

  private static Interval reciprocal(Interval t) {
    if (t.lower() > 0) {
      return Interval.ONE.dividedBy(t);
    }
    double least = t.upper() > 0 ? Interval.ONE.dividedBy(Interval.of(t.upper())).lower() : 0;
    return Interval.of(least, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval logarithmicDerivative(Interval z) {
    Interval quotient = Interval.of(exponent).dividedBy(distance(z));
    return mirrored ? quotient.negate() : quotient;
  }

  /** If p is negative its logarithm is p times log t: of a tail, in which t is z. */
  @Override
  public boolean isLogConcave() {
    return exponent.signum() >= 0;
  }

  @Override
  public int usefulDegree(double centre, double h, int cap) {
    // a fractional power is expanded at the centre, but the remainder is that of the near end
    double t = (mirrored ? 1 - centre : centre) - (isPolynomial() ? 0 : h);
    if (!(t > 0)) {
      return cap + 1;
    }
    double p = whole + fraction.lower();
    double term = 1;
    int k = 0;
    while (term > NEGLIGIBLE && k <= cap) {
      term *= Math.abs(p - k) / (k + 1) * (h / t);
      k++;
    }
    return k;
  }

  @Override
  public boolean isPolynomial() {
    return whole >= 0 && fraction.magnitude() == 0;
  }
}
