package surety.certificates.density;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/** Naive densities and their integrals at high precision: the oracle. */
final class Precise {
  static final int DIGITS = 50;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private static final Map<Distribution, Apfloat> CONSTANTS = new ConcurrentHashMap<>();

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
      return power(x, less(b.alpha())).multiply(power(one.subtract(x), less(b.beta())));
    }
    if (d instanceof Normal) {
      BigDecimal exact = new BigDecimal(z);
      return exp(exact.multiply(exact).divide(BigDecimal.valueOf(-2)));
    }
    if (d instanceof Exponential) {
      return exp(new BigDecimal(-z));
    }
    if (d instanceof Gamma g) {
      return power(x, less(g.shape())).multiply(exp(new BigDecimal(-z)));
    }
    if (d instanceof Weibull w) {
      Apfloat factor = power(x, less(w.shape()));
      return factor.multiply(exp(decimal(power(x, w.shape()).negate())));
    }
    if (d instanceof Logistic) {
      Apfloat e = exp(new BigDecimal(-Math.abs(z)));
      return e.divide(ApfloatMath.pow(one.add(e), 2));
    }
    if (d instanceof Laplace) {
      return exp(new BigDecimal(-Math.abs(z)));
    }
    if (d instanceof Pareto p) {
      return power(x, p.shape().negate()).divide(x);
    }
    if (d instanceof LogNormal l) {
      return logNormal(l, z);
    }
    return student(freedom(d), x);
  }

  private static Rational freedom(Distribution d) {
    return d instanceof StudentT t ? t.freedom() : Rational.ONE;
  }

  private static Apfloat student(Rational freedom, Apfloat x) {
    Apfloat base = of(1).add(x.multiply(x).divide(of(freedom)));
    return of(1).divide(power(base, freedom.plus(Rational.ONE).dividedBy(Rational.of(2))));
  }

  private static Apfloat logNormal(LogNormal l, double z) {
    if (z == 0) {
      return of(0);
    }
    Apfloat sigma = of(l.sigma());
    Apfloat far = logarithm(l, z).divide(sigma);
    Apfloat gauss = exp(decimal(far.multiply(far).divide(of(-2))));
    return gauss.divide(of(z)).divide(sigma);
  }

  /** log(x) - mu, for the x that belongs to a standard coordinate. */
  private static Apfloat logarithm(LogNormal l, double z) {
    Rational scale = Marginal.of(l).exact().scale();
    return ApfloatMath.log(of(scale).multiply(of(z))).subtract(of(l.mu()));
  }

  private static BigDecimal decimal(Apfloat x) {
    return new BigDecimal(x.toString(/* pretty= */ false));
  }

  /** P(Z > z) of the standard coordinate, z at least 0, or for pareto at least 1. */
  static Apfloat above(Distribution d, double z) {
    Apfloat x = of(z);
    if (d instanceof Weibull w) {
      return exp(decimal(power(x, w.shape()).negate()));
    }
    if (d instanceof Logistic) {
      Apfloat e = exp(new BigDecimal(-z));
      return e.divide(of(1).add(e));
    }
    if (d instanceof Laplace) {
      return exp(new BigDecimal(-z)).divide(of(2));
    }
    if (d instanceof Pareto p) {
      return power(x, p.shape().negate());
    }
    if (d instanceof LogNormal l) {
      Apfloat far = z == 0 ? of(-40) : logarithm(l, z).divide(of(l.sigma()));
      Apfloat half = of(0.5);
      if (far.doubleValue() > 4) {
        return normalAbove(far);
      }
      return far.signum() > 0
          ? half.subtract(normalFromZero(far))
          : half.add(normalFromZero(far.doubleValue() < -40 ? of(40) : far.negate()));
    }
    return studentAbove(freedom(d), x);
  }

  /** Half of the incomplete beta function of n/(n + z^2), or of what is left. */
  private static Apfloat studentAbove(Rational freedom, Apfloat x) {
    Rational half = Rational.of(1, 2);
    Rational halves = freedom.times(half);
    Apfloat square = x.multiply(x);
    Apfloat sum = of(freedom).add(square);
    if (square.compareTo(of(freedom)) < 0 && square.compareTo(of(9)) < 0) {
      Beta inner = new Beta(/* alpha= */ half, /* beta= */ halves);
      return of(0.5).subtract(betaFromZero(inner, square.divide(sum)).divide(of(2)));
    }
    Beta outer = new Beta(/* alpha= */ halves, /* beta= */ half);
    return betaFromZero(outer, of(freedom).divide(sum)).divide(of(2));
  }

  private static Rational less(Rational parameter) {
    return parameter.minus(Rational.ONE);
  }

  /** By the Taylor series of a small part of the argument, and squaring. */
  static Apfloat exp(BigDecimal x) {
    MathContext context = new MathContext(DIGITS + 15);
    int halvings = 12;
    for (BigDecimal rest = x.abs(); rest.compareTo(BigDecimal.ONE) > 0; rest = rest.divide(TWO)) {
      halvings++;
    }
    BigDecimal small = x.divide(TWO.pow(halvings), context);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 1; k <= 18; k++) {
      sum = sum.add(term);
      term = term.multiply(small).divide(BigDecimal.valueOf(k), context);
    }
    BigDecimal result = sum.round(context);
    for (int i = 0; i < halvings; i++) {
      result = result.multiply(result, context);
    }
    return new Apfloat(result, DIGITS);
  }

  private static Apfloat power(Apfloat x, Rational p) {
    if (p.isZero()) {
      return of(1);
    }
    if (x.signum() == 0) {
      if (p.signum() < 0) {
        throw new ArithmeticException("a pole");
      }
      return of(0);
    }
    Apfloat root = p.isInteger() ? x : ApfloatMath.root(x, p.denominator().longValueExact());
    return ApfloatMath.pow(root, p.numerator().longValueExact());
  }

  /** The constant that makes the integral 1. */
  static Apfloat constant(Distribution d) {
    return CONSTANTS.computeIfAbsent(d, Precise::computeConstant);
  }

  private static Apfloat computeConstant(Distribution d) {
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
    if (d instanceof Weibull w) {
      return of(w.shape());
    }
    if (d instanceof Laplace) {
      return of(0.5);
    }
    if (d instanceof Pareto p) {
      return of(p.shape());
    }
    if (d instanceof LogNormal) {
      return constant(Distribution.parse("normal(0, 1)"));
    }
    if (d instanceof StudentT || d instanceof Cauchy) {
      Apfloat n = of(freedom(d));
      Apfloat ratio =
          ApfloatMath.gamma(n.add(of(1)).divide(of(2))).divide(ApfloatMath.gamma(n.divide(of(2))));
      return ratio.divide(ApfloatMath.sqrt(n.multiply(ApfloatMath.pi(DIGITS))));
    }
    return of(1);
  }

  static Apfloat density(Distribution d, double z) {
    return constant(d).multiply(unscaled(d, z));
  }

  /** P(N > z) for a standard normal and z > 3, by Laplace's continued fraction. */
  static Apfloat normalAbove(double z) {
    return normalAbove(of(z));
  }

  private static Apfloat normalAbove(Apfloat x) {
    Apfloat fraction = x;
    double z = x.doubleValue();
    for (int k = (int) (5400 / (z * z)) + 20; k >= 1; k--) {
      fraction = x.add(of(k).divide(fraction));
    }
    return normalDensity(x).divide(fraction);
  }

  /** Whether to go on with a series of positive terms that end like a geometric one. */
  private static boolean matters(Apfloat term, Apfloat sum) {
    return term.compareTo(sum.multiply(of(0x1p-150))) > 0;
  }

  /** P(0 < N < z) by the power series phi(z) (z + z^3/3 + z^5/15 + ...). */
  static Apfloat normalFromZero(double z) {
    return normalFromZero(of(z));
  }

  private static Apfloat normalDensity(Apfloat x) {
    Apfloat constant = constant(new Normal(Rational.ZERO, Rational.ONE));
    return constant.multiply(exp(decimal(x.multiply(x).divide(of(-2)))));
  }

  private static Apfloat normalFromZero(Apfloat x) {
    Apfloat square = x.multiply(x);
    Apfloat term = x;
    Apfloat sum = of(0);
    for (int k = 1; matters(term, sum); k++) {
      sum = sum.add(term);
      term = term.multiply(square).divide(of(2 * k + 1));
    }
    return normalDensity(x).multiply(sum);
  }

  /** z^p exp(-z) integrated from 0, by its power series exp(-z) sum z^(s+k)/(s...(s+k)). */
  static Apfloat gammaFromZero(Gamma g, double z) {
    Apfloat x = of(z);
    Apfloat s = of(g.shape());
    Apfloat term = of(1).divide(s);
    Apfloat sum = of(0);
    for (int k = 1; matters(term, sum); k++) {
      sum = sum.add(term);
      term = term.multiply(x).divide(s.add(of(k)));
    }
    return sum.multiply(x).multiply(unscaled(g, z)).multiply(constant(g));
  }

  /** The beta integral from 0 to z at most 1/2: z^a (1-z)^b/a sum z^k (a+b)_k/(a+1)_k. */
  static Apfloat betaFromZero(Beta b, double z) {
    return betaFromZero(b, of(z));
  }

  private static Apfloat betaFromZero(Beta b, Apfloat x) {
    Apfloat alpha = of(b.alpha());
    Apfloat both = of(b.alpha().plus(b.beta()));
    Apfloat term = of(1).divide(alpha);
    Apfloat sum = of(0);
    for (int k = 0; matters(term, sum); k++) {
      sum = sum.add(term);
      term = term.multiply(x).multiply(both.add(of(k))).divide(alpha.add(of(k + 1)));
    }
    Apfloat powers = power(x, b.alpha()).multiply(power(of(1).subtract(x), b.beta()));
    return powers.multiply(sum).multiply(constant(b));
  }
}
