package surety.language;

import java.math.BigDecimal;
import java.util.Objects;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.language.display.Decimals;

/**
 * How far apart the upper and the lower bound may stay.
 *
 * @param text as it was asked for, such as {@code 1e-6}; it is shown like that
 * @param value exactly
 */
public record WantedGap(String text, Rational value) {
  /** Refuses missing parts. */
  public WantedGap {
    Objects.requireNonNull(text);
    Objects.requireNonNull(value);
  }

  /**
   * As it was written.
   *
   * @throws NumberFormatException if that is no number
   */
  public static WantedGap parse(String text) {
    return new WantedGap(text, Rational.parse(text));
  }

  /** A double, shown as the shortest decimal that is read as it. */
  public static WantedGap of(double gap) {
    return new WantedGap(Decimals.text(BigDecimal.valueOf(gap)), Rational.ofDouble(gap));
  }

  /** A double that is not larger. */
  public double toDouble() {
    return value.doubleFloor();
  }

  /** Whether bounds that far apart are close enough. */
  public boolean isReachedBy(Dyadic gap) {
    return gap.compareTo(value) <= 0;
  }
}
