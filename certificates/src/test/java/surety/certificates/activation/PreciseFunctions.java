package surety.certificates.activation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

/**
 * Activations and their slopes by their textbook definitions, to a relative error below 1e-95, from
 * Taylor series. {@link PreciseFunctionsTest} compares the series with apfloat's functions.
 */
public final class PreciseFunctions {
  static final MathContext DIGITS = new MathContext(110);
  private static final MathContext MORE = new MathContext(130);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Beyond this, e^-x is below 1e-434, and any tiny number stands for it. */
  private static final BigDecimal FAR = BigDecimal.valueOf(1000);

  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal THIRTY = BigDecimal.valueOf(30);
  private static final BigDecimal SIX = BigDecimal.valueOf(6);
  private static final BigDecimal CUBIC = new BigDecimal("0.044715");

  /** Twice the root of 2 / pi. */
  private static final BigDecimal ROOT = TWO.divide(PreciseWaves.PI, MORE).sqrt(MORE).multiply(TWO);

  /** A slope that is infinite. */
  private static final BigDecimal ENORMOUS = new BigDecimal("1e1000");

  private static final BigDecimal TINY = new BigDecimal("1e-500");

  // the same points are asked for again and again
  private static final Map<BigDecimal, BigDecimal> EXP = new ConcurrentHashMap<>();
  private static final Map<BigDecimal, BigDecimal> LOG = new ConcurrentHashMap<>();
  private static final BigDecimal LN_2 = log1p(BigDecimal.ONE);

  private PreciseFunctions() {}

  /** The value of an activation. */
  public static BigDecimal value(Activation f, BigDecimal x) {
    boolean negative = x.signum() < 0;
    if (f.equals(Activation.IDENTITY)) {
      return x;
    }
    if (f instanceof Scaling s) {
      return precise(s.factor()).multiply(x).add(precise(s.shift()));
    }
    if (f.equals(Activation.RELU)) {
      return negative ? BigDecimal.ZERO : x;
    }
    if (f.name().equals("leaky relu")) {
      return negative ? times(x, f.slope(-1)) : x;
    }
    if (f.equals(Activation.ABS)) {
      return x.abs();
    }
    if (f.name().equals("clip")) {
      return clip(f.range(), x);
    }
    if (f instanceof Elu e) {
      return negative ? times(expm1(x), e.alpha()) : x;
    }
    if (f instanceof Selu s) {
      return negative ? times(times(expm1(x), s.alpha()), s.gamma()) : times(x, s.gamma());
    }
    return smoothValue(f, x);
  }

  /** The same; any number where there is no value, as networks may do whatever they like there. */
  public static BigDecimal valueOrAny(Activation f, BigDecimal x) {
    double near = x.doubleValue();
    return f.isDefinedOn(near, near) ? value(f, x) : new BigDecimal("7.5");
  }

  private static BigDecimal precise(RealNumber number) {
    Rational r = number.exact().orElseThrow();
    return new BigDecimal(r.numerator()).divide(new BigDecimal(r.denominator()), DIGITS);
  }

  private static BigDecimal smoothValue(Activation f, BigDecimal x) {
    BigDecimal a = x.abs();
    if (f instanceof Tanh) {
      BigDecimal twice = a.multiply(TWO).negate();
      BigDecimal t = expm1(twice).negate().divide(exp(twice).add(BigDecimal.ONE), DIGITS);
      return x.signum() < 0 ? t.negate() : t;
    }
    if (f instanceof Sigmoid) {
      return logistic(x);
    }
    if (f instanceof Softplus) {
      return x.max(BigDecimal.ZERO).add(log1p(exp(a.negate())), DIGITS);
    }
    if (f instanceof Softsign) {
      return x.divide(BigDecimal.ONE.add(a), DIGITS);
    }
    return elementaryValue(f, x);
  }

  private static BigDecimal elementaryValue(Activation f, BigDecimal x) {
    if (f instanceof Power p) {
      return x.pow(p.exponent());
    }
    if (f instanceof Exponential) {
      return expOfAny(x);
    }
    if (f instanceof Logarithm) {
      return log(x);
    }
    if (f instanceof SquareRoot) {
      return x.sqrt(DIGITS);
    }
    if (f instanceof Reciprocal) {
      return BigDecimal.ONE.divide(x, DIGITS);
    }
    if (f instanceof Floored o) {
      return value(o.function(), x.max(new BigDecimal(o.floor())));
    }
    if (f instanceof Wave w) {
      return w.isSine() ? PreciseWaves.sin(x) : PreciseWaves.cos(x);
    }
    if (f instanceof HardSwish) {
      boolean isInside = x.abs().compareTo(THREE) < 0;
      return isInside ? x.multiply(x.add(THREE)).divide(SIX, DIGITS) : x.max(BigDecimal.ZERO);
    }
    if (f instanceof Erf) {
      return PreciseErf.value(x);
    }
    boolean isNothing =
        f instanceof ErfGate
            ? x.compareTo(THIRTY.negate()) < 0
            : f instanceof SigmoidGate && inner(f, x).compareTo(FAR.negate()) < 0;
    if (isNothing) {
      return TINY.divide(x, DIGITS); // it bends and falls like that
    }
    if (f instanceof ErfGate) {
      return PreciseErf.onePlus(x).multiply(x, DIGITS);
    }
    if (f instanceof SigmoidGate) {
      return logistic(inner(f, x)).multiply(x, DIGITS);
    }
    throw new IllegalArgumentException(f.name());
  }

  /** What the logistic function of a gate is applied to. */
  private static BigDecimal inner(Activation f, BigDecimal x) {
    BigDecimal cubic = x.pow(3).multiply(CUBIC).add(x).multiply(ROOT, MORE);
    return f.equals(Activation.SILU) ? x : cubic;
  }

  private static BigDecimal innerSlope(Activation f, BigDecimal x) {
    BigDecimal square = x.pow(2).multiply(CUBIC).multiply(THREE).add(BigDecimal.ONE);
    return f.equals(Activation.SILU) ? BigDecimal.ONE : square.multiply(ROOT, MORE);
  }

  private static BigDecimal elementarySlope(Activation f, Section section, BigDecimal x) {
    if (f instanceof Power p) {
      return x.pow(p.exponent() - 1).multiply(BigDecimal.valueOf(p.exponent()));
    }
    if (f instanceof Exponential) {
      return expOfAny(x);
    }
    if (f instanceof Logarithm) {
      return x.signum() == 0 ? ENORMOUS : BigDecimal.ONE.divide(x, DIGITS);
    }
    if (f instanceof SquareRoot) {
      return x.signum() == 0 ? ENORMOUS : HALF.divide(x.sqrt(DIGITS), DIGITS);
    }
    if (f instanceof Reciprocal) {
      return BigDecimal.ONE.divide(x, DIGITS).pow(2).negate();
    }
    if (f instanceof Floored o) {
      boolean isConstant = section.to() == o.floor();
      return isConstant ? BigDecimal.ZERO : elementarySlope(o.function(), section, x);
    }
    if (f instanceof Wave w) {
      return w.isSine() ? PreciseWaves.cos(x) : PreciseWaves.sin(x).negate();
    }
    if (f instanceof HardSwish) {
      boolean isInside = section.from() >= -3 && section.to() <= 3;
      BigDecimal outside = section.to() == -3 ? BigDecimal.ZERO : BigDecimal.ONE;
      return isInside ? x.multiply(TWO).add(THREE).divide(SIX, DIGITS) : outside;
    }
    if (f instanceof Erf) {
      return PreciseErf.slope(x);
    }
    if (f instanceof ErfGate) {
      return PreciseErf.onePlus(x).add(PreciseErf.slope(x).multiply(x), DIGITS);
    }
    if (f instanceof SigmoidGate && inner(f, x).abs().compareTo(FAR) > 0) {
      return x.signum() < 0 ? TINY.negate() : BigDecimal.ONE;
    }
    if (f instanceof SigmoidGate) {
      BigDecimal p = inner(f, x);
      BigDecimal more = logisticSlope(p).multiply(innerSlope(f, x), MORE).multiply(x, MORE);
      return logistic(p).add(more, DIGITS);
    }
    throw new IllegalArgumentException(f.name());
  }

  /** e^x; beyond the range of doubles something larger that is convex, too. */
  private static BigDecimal expOfAny(BigDecimal x) {
    if (x.compareTo(FAR) > 0) {
      return expOfAny(FAR).multiply(BigDecimal.ONE.add(x.subtract(FAR)));
    }
    return x.signum() <= 0 ? exp(x) : BigDecimal.ONE.divide(exp(x.negate()), DIGITS);
  }

  /** ln x, by a power of two and a number between 1 and 2. */
  static BigDecimal log(BigDecimal x) {
    return LOG.computeIfAbsent(x, PreciseFunctions::computeLog);
  }

  private static BigDecimal computeLog(BigDecimal x) {
    if (x.compareTo(BigDecimal.ONE) < 0) {
      return computeLog(BigDecimal.ONE.divide(x, MORE)).negate();
    }
    int twos = x.toBigInteger().bitLength() - 1;
    BigDecimal m = x.divide(TWO.pow(twos), MORE);
    BigDecimal rest = log1p(m.subtract(BigDecimal.ONE));
    return LN_2.multiply(BigDecimal.valueOf(twos)).add(rest, DIGITS);
  }

  /** The slope of an activation at a point of one of its sections, from inside that section. */
  static BigDecimal slope(Activation f, Section section, BigDecimal x) {
    boolean below = section.to() <= 0;
    if (f.equals(Activation.IDENTITY)) {
      return BigDecimal.ONE;
    }
    if (f instanceof Scaling s) {
      return precise(s.factor());
    }
    if (f.equals(Activation.RELU)) {
      return below ? BigDecimal.ZERO : BigDecimal.ONE;
    }
    if (f.name().equals("leaky relu")) {
      return below ? new BigDecimal(f.slope(-1)) : BigDecimal.ONE;
    }
    if (f.equals(Activation.ABS)) {
      return below ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    }
    if (f.name().equals("clip")) {
      Interval c = f.range();
      boolean inside = section.from() >= c.lower() && section.to() <= c.upper();
      return inside ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (f instanceof Elu e) {
      return below ? times(exp(x), e.alpha()) : BigDecimal.ONE;
    }
    if (f instanceof Selu s) {
      return below ? times(times(exp(x), s.alpha()), s.gamma()) : new BigDecimal(s.gamma());
    }
    return smoothSlope(f, section, x);
  }

  private static BigDecimal smoothSlope(Activation f, Section section, BigDecimal x) {
    if (f instanceof Tanh) {
      return BigDecimal.valueOf(4).multiply(logisticSlope(x.multiply(TWO)));
    }
    if (f instanceof Sigmoid) {
      return logisticSlope(x);
    }
    if (f instanceof Softplus) {
      return logistic(x);
    }
    if (f instanceof Softsign) {
      BigDecimal sum = BigDecimal.ONE.add(x.abs());
      return BigDecimal.ONE.divide(sum.multiply(sum, MORE), DIGITS);
    }
    return elementarySlope(f, section, x);
  }

  private static BigDecimal clip(Interval c, BigDecimal x) {
    if (Double.isFinite(c.lower()) && x.compareTo(new BigDecimal(c.lower())) < 0) {
      return new BigDecimal(c.lower());
    }
    boolean above = Double.isFinite(c.upper()) && x.compareTo(new BigDecimal(c.upper())) > 0;
    return above ? new BigDecimal(c.upper()) : x;
  }

  private static BigDecimal times(BigDecimal x, double factor) {
    return x.multiply(new BigDecimal(factor), DIGITS);
  }

  private static BigDecimal logistic(BigDecimal x) {
    BigDecimal e = exp(x.abs().negate());
    BigDecimal part = x.signum() < 0 ? e : BigDecimal.ONE;
    return part.divide(BigDecimal.ONE.add(e), DIGITS);
  }

  /** s(x) s(-x). */
  private static BigDecimal logisticSlope(BigDecimal x) {
    return logistic(x).multiply(logistic(x.negate()), DIGITS);
  }

  /** e^x for x at most 0, or something tiny that stands for it. */
  static BigDecimal exp(BigDecimal x) {
    return EXP.computeIfAbsent(x, PreciseFunctions::computeExp);
  }

  /** By the Taylor series of a small part of the argument, and squaring. */
  private static BigDecimal computeExp(BigDecimal x) {
    if (x.negate().compareTo(FAR) > 0) {
      return TINY;
    }
    int halvings = 0;
    BigDecimal small = x;
    for (; small.abs().compareTo(new BigDecimal("0.001")) > 0; halvings++) {
      small = small.multiply(HALF, MORE);
    }
    BigDecimal result = BigDecimal.ONE.add(expm1Series(small), MORE);
    for (int i = 0; i < halvings; i++) {
      result = result.multiply(result, MORE);
    }
    return result.round(DIGITS);
  }

  /** e^x - 1 for x at most 0, without cancellation near 0. */
  static BigDecimal expm1(BigDecimal x) {
    return x.abs().compareTo(HALF) < 0
        ? expm1Series(x).round(DIGITS)
        : exp(x).subtract(BigDecimal.ONE, DIGITS);
  }

  private static BigDecimal expm1Series(BigDecimal x) {
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int k = 2; matters(term, sum); k++) {
      term = term.multiply(x, MORE).divide(BigDecimal.valueOf(k), MORE);
      sum = sum.add(term, MORE);
    }
    return sum;
  }

  /** ln(1 + t) = 2 artanh(t / (2 + t)) for t in [0, 1]. */
  static BigDecimal log1p(BigDecimal t) {
    BigDecimal z = t.divide(t.add(TWO), MORE);
    BigDecimal square = z.multiply(z, MORE);
    BigDecimal power = z;
    BigDecimal sum = z;
    for (int k = 3; matters(power, sum); k += 2) {
      power = power.multiply(square, MORE);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), MORE), MORE);
    }
    return sum.multiply(TWO).round(DIGITS);
  }

  private static boolean matters(BigDecimal term, BigDecimal sum) {
    return term.signum() != 0 && term.abs().compareTo(sum.abs().movePointLeft(125)) > 0;
  }
}
