package surety.language.display;

import java.math.BigDecimal;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/**
 * An interval of a probability for people: rounded outward, in as few digits as tell the story.
 *
 * <p>Few enough to be read, but so many that rounding widens the interval by no more than a tenth
 * of itself, and that it still lies on the same side of the limit as the exact interval does.
 */
public final class BoundsText {
  private static final int FEWEST = 4;
  private static final BigDecimal WIDENING = new BigDecimal("1.1");

  private BoundsText() {}

  /** For instance {@code [0.03401, 0.03402]}. */
  public static String of(Dyadic lower, Dyadic upper, Optional<Rational> limit) {
    int digits = FEWEST;
    while (digits < Decimals.DIGITS && !faithful(lower, upper, limit, digits)) {
      digits++;
    }
    return "["
        + Decimals.text(Decimals.floor(lower, digits))
        + ", "
        + Decimals.text(Decimals.ceiling(upper, digits))
        + "]";
  }

  /** A band in a line, for instance {@code 100 points, largest gap 1e-3}. */
  public static String ofBand(int points, Dyadic gap) {
    String words = points == 1 ? "1 point, gap " : points + " points, largest gap ";
    return words + Decimals.text(Decimals.ceiling(gap, 3));
  }

  private static boolean faithful(
      Dyadic lower, Dyadic upper, Optional<Rational> limit, int digits) {
    BigDecimal low = Decimals.floor(lower, digits);
    BigDecimal high = Decimals.ceiling(upper, digits);
    BigDecimal width = Decimals.floor(upper.minus(lower), Decimals.DIGITS);
    boolean narrow = high.subtract(low).compareTo(width.multiply(WIDENING)) <= 0;
    return narrow
        && limit.stream()
            .allMatch(bound -> sameSide(low, lower, bound) && sameSide(high, upper, bound));
  }

  private static boolean sameSide(BigDecimal rounded, Dyadic exact, Rational limit) {
    return Integer.signum(Rational.parse(rounded.toString()).compareTo(limit))
        == Integer.signum(exact.compareTo(limit));
  }
}
