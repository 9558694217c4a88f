package surety.language.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;

/**
 * How much of a probability a part of the inputs has. That is an estimate, and one only if the
 * probability itself is known well enough to be divided by.
 */
public final class ShareText {
  private static final MathContext ENOUGH = MathContext.DECIMAL64;

  private static final MathContext FEW = new MathContext(3);
  private static final MathContext FIRST = new MathContext(1);
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  /** Bounds further apart than this part of them are of no use to divide by. */
  private static final BigDecimal WIDE = new BigDecimal("0.2");

  private ShareText() {}

  /** The part of a probability that lies between two bounds; nothing if these are far apart. */
  public static Optional<BigDecimal> share(BigDecimal part, Bound lower, Bound upper) {
    BigDecimal from = Decimals.floor(lower.dyadic(), Decimals.DIGITS).max(BigDecimal.ZERO);
    BigDecimal to = Decimals.ceiling(upper.dyadic(), Decimals.DIGITS);
    boolean isKnown = from.signum() > 0 && to.subtract(from).compareTo(to.multiply(WIDE)) <= 0;
    BigDecimal middle = from.add(to).divide(BigDecimal.valueOf(2));
    return isKnown ? Optional.of(part.divide(middle, ENOUGH)) : Optional.empty();
  }

  /** For instance {@code 24.9 %}, or {@code unknown}. */
  public static String of(BigDecimal part, Bound lower, Bound upper) {
    return share(part, lower, upper).map(ShareText::percent).orElse("unknown");
  }

  /** For instance {@code 24.9 %}; of a share below a tenth of a percent its first digit. */
  public static String percent(BigDecimal share) {
    BigDecimal percents = share.movePointRight(2);
    return percents.signum() > 0 && percents.compareTo(TENTH) < 0
        ? Decimals.text(percents.round(FIRST)) + " %"
        : percents.setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  /** An estimate of a probability, rounded to what matters of it. */
  public static String few(BigDecimal probability) {
    return Decimals.text(probability.round(FEW));
  }
}
