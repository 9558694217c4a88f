package surety.certificates.density;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/** Naive densities and their integrals at high precision: the oracle. */
final class Precise {
  static final int DIGITS = 50;

  private Precise() {}

  static Apfloat of(double x) {
    return new Apfloat(new BigDecimal(x), DIGITS);
  }

  static Apfloat of(Rational r) {
    return of(r.numerator()).divide(of(r.denominator()));
  }

  static Apfloat of(BigInteger n) {
    return new Apfloat(n, DIGITS);
  }

  static Apfloat of(Dyadic d) {
    Apfloat two = new Apfloat(2, DIGITS);
    return of(d.significand()).multiply(ApfloatMath.pow(two, d.exponent()));
  }

  /** The density of the standard coordinate, not normalised, up to a constant. */
  static Apfloat unscaled(Distribution d, double z) {
    Apfloat x = of(z);
    Apfloat one = of(1);
    if (d instanceof Beta b) {
      return power(x, b.alpha()).multiply(power(one.subtract(x), b.beta()));
    }
    if (d instanceof Normal) {
      return ApfloatMath.exp(x.multiply(x).negate().divide(of(2)));
    }
    if (d instanceof Exponential) {
      return ApfloatMath.exp(x.negate());
    }
    if (d instanceof Gamma g) {
      return power(x, g.shape()).multiply(ApfloatMath.exp(x.negate()));
    }
    throw new IllegalArgumentException(d.canonical());
  }

  private static Apfloat power(Apfloat x, Rational parameter) {
    if (parameter.equals(Rational.ONE)) {
      return of(1);
    }
    if (x.signum() == 0) {
      return of(0);
    }
    Rational p = parameter.minus(Rational.ONE);
    return p.isInteger()
        ? ApfloatMath.pow(x, p.numerator().longValueExact())
        : ApfloatMath.pow(x, of(p));
  }

  /** The constant that makes the integral 1. */
  static Apfloat constant(Distribution d) {
    if (d instanceof Beta b) {
      Apfloat both = ApfloatMath.gamma(of(b.alpha().plus(b.beta())));
      return both.divide(ApfloatMath.gamma(of(b.alpha()))).divide(ApfloatMath.gamma(of(b.beta())));
    }
    if (d instanceof Normal) {
      Apfloat twoPi = ApfloatMath.pi(DIGITS).multiply(of(2));
      return of(1).divide(ApfloatMath.sqrt(twoPi));
    }
    if (d instanceof Gamma g) {
      return of(1).divide(ApfloatMath.gamma(of(g.shape())));
    }
    return of(1);
  }

  static Apfloat density(Distribution d, double z) {
    return constant(d).multiply(unscaled(d, z));
  }

  /** P(N > z) for a standard normal and z > 3, by Laplace's continued fraction. */
  static Apfloat normalAbove(double z) {
    Apfloat x = of(z);
    Apfloat fraction = x;
    for (int k = 600; k >= 1; k--) {
      fraction = x.add(of(k).divide(fraction));
    }
    return density(new Normal(Rational.ZERO, Rational.ONE), z).divide(fraction);
  }

  /** P(0 < N < z) by the power series phi(z) (z + z^3/3 + z^5/15 + ...). */
  static Apfloat normalFromZero(double z) {
    Apfloat square = of(z).multiply(of(z));
    Apfloat term = of(z);
    Apfloat sum = of(0);
    for (int k = 1; k < 400; k++) {
      sum = sum.add(term);
      term = term.multiply(square).divide(of(2 * k + 1));
    }
    return density(new Normal(Rational.ZERO, Rational.ONE), z).multiply(sum);
  }

  /** z^p exp(-z) integrated from 0, by its power series exp(-z) sum z^(s+k)/(s...(s+k)). */
  static Apfloat gammaFromZero(Gamma g, double z) {
    Apfloat x = of(z);
    Apfloat s = of(g.shape());
    Apfloat term = of(1).divide(s);
    Apfloat sum = of(0);
    for (int k = 1; k < 600; k++) {
      sum = sum.add(term);
      term = term.multiply(x).divide(s.add(of(k)));
    }
    return sum.multiply(x).multiply(unscaled(g, z)).multiply(constant(g));
  }

  /** The incomplete beta integral from 0 to z at most 1/2, by the binomial series. */
  static Apfloat betaFromZero(Beta b, double z) {
    Apfloat x = of(z);
    Apfloat q = of(b.beta()).subtract(of(1));
    Apfloat alpha = of(b.alpha());
    Apfloat term = of(1);
    Apfloat sum = of(0);
    for (int k = 0; k < 250; k++) {
      sum = sum.add(term.divide(alpha.add(of(k))));
      term = term.multiply(x).negate().multiply(q.subtract(of(k))).divide(of(k + 1));
    }
    return ApfloatMath.pow(x, alpha).multiply(sum).multiply(constant(b));
  }
}
