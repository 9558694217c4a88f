package surety.certificates.activation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Sine and cosine of any double by their series, after whole turns are taken off. */
final class PreciseWaves {
  /** Enough for the turns of the largest double, and as many digits as there are after these. */
  private static final MathContext DIGITS = new MathContext(520);

  private static final MathContext FEWER = new MathContext(140);

  private static final BigDecimal LEAST = new BigDecimal("1e-530");

  /** Machin's formula. */
  static final BigDecimal PI =
      arctanOfInverse(5)
          .multiply(BigDecimal.valueOf(16))
          .subtract(arctanOfInverse(239).multiply(BigDecimal.valueOf(4)), DIGITS);

  private PreciseWaves() {}

  private static BigDecimal arctanOfInverse(int n) {
    BigDecimal square = BigDecimal.valueOf((long) n * n);
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), DIGITS);
    BigDecimal sum = power;
    for (int k = 3; power.abs().compareTo(LEAST) > 0; k += 2) {
      power = power.divide(square, DIGITS).negate();
      sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS));
    }
    return sum;
  }

  static BigDecimal sin(BigDecimal x) {
    return series(reduced(x), true);
  }

  static BigDecimal cos(BigDecimal x) {
    return series(reduced(x), false);
  }

  /** Within about half a turn of 0. */
  private static BigDecimal reduced(BigDecimal x) {
    BigDecimal turn = PI.multiply(BigDecimal.valueOf(2));
    BigDecimal turns = x.divide(turn, DIGITS).setScale(0, RoundingMode.HALF_EVEN);
    return x.subtract(turns.multiply(turn));
  }

  private static BigDecimal series(BigDecimal x, boolean isSine) {
    BigDecimal square = x.multiply(x, FEWER).negate();
    BigDecimal term = isSine ? x : BigDecimal.ONE;
    BigDecimal sum = term;
    for (int k = isSine ? 2 : 1;
        term.signum() != 0 && term.abs().compareTo(x.abs().movePointLeft(140)) > 0;
        k += 2) {
      term = term.multiply(square, FEWER).divide(BigDecimal.valueOf((long) k * (k + 1)), FEWER);
      sum = sum.add(term);
    }
    return sum;
  }
}
