package surety.certificates.activation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The error function by its definition, with many digits. */
final class PreciseErf {
  private static final MathContext DIGITS = new MathContext(150);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal FAR = BigDecimal.valueOf(4);

  /** From here on e^(-x^2) is below everything. */
  private static final BigDecimal BEYOND = BigDecimal.valueOf(31);

  private static final BigDecimal ROOT_OF_PI = PreciseWaves.PI.sqrt(DIGITS);

  private static final Map<BigDecimal, BigDecimal> KNOWN = new ConcurrentHashMap<>();

  private PreciseErf() {}

  /** erf(x). */
  static BigDecimal value(BigDecimal x) {
    return x.abs().compareTo(FAR) < 0
        ? series(x.round(DIGITS))
        : onePlus(x).subtract(BigDecimal.ONE, DIGITS);
  }

  /** 1 + erf(x). */
  static BigDecimal onePlus(BigDecimal x) {
    return KNOWN.computeIfAbsent(x, PreciseErf::compute);
  }

  private static BigDecimal compute(BigDecimal given) {
    BigDecimal x = given.round(DIGITS);
    BigDecimal size = x.abs();
    if (size.compareTo(FAR) < 0) {
      return BigDecimal.ONE.add(series(x), DIGITS);
    }
    BigDecimal rest = size.compareTo(BEYOND) > 0 ? gaussian(size) : fraction(size);
    return x.signum() < 0 ? rest : TWO.subtract(rest);
  }

  static BigDecimal slope(BigDecimal given) {
    BigDecimal x = given.round(DIGITS);
    return TWO.divide(ROOT_OF_PI, DIGITS).multiply(gaussian(x), PreciseFunctions.DIGITS);
  }

  private static BigDecimal gaussian(BigDecimal x) {
    return PreciseFunctions.exp(x.multiply(x, DIGITS).negate());
  }

  /** Its Taylor series at 0. */
  private static BigDecimal series(BigDecimal x) {
    BigDecimal square = x.multiply(x, DIGITS);
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int n = 1; power.abs().compareTo(x.abs().movePointLeft(150)) > 0; n++) {
      power = power.multiply(square, DIGITS).divide(BigDecimal.valueOf(-n), DIGITS);
      sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS));
    }
    return sum.multiply(TWO).divide(ROOT_OF_PI, DIGITS);
  }

  /** 1 - erf(x) for large x, from the far end of a continued fraction. */
  private static BigDecimal fraction(BigDecimal x) {
    BigDecimal k = x;
    for (int n = 50 + 15_000 / x.multiply(x).intValue(); n > 0; n--) {
      k = BigDecimal.valueOf(n).divide(TWO.multiply(k), DIGITS).add(x, DIGITS);
    }
    return gaussian(x).divide(ROOT_OF_PI.multiply(k), DIGITS);
  }
}
