package surety.language.translation;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/** The numbers of a specification, exact: {@code 0.1} is 1/10, {@code 1/3} is a third. */
public final class Numbers {
  /**
   * The most bits that numerator and denominator of a number may have together. A product of many
   * numbers stays small enough to compute with, and its text small enough to be read back.
   */
  private static final int MOST_BITS = 40_000;

  private Numbers() {}

  /** The number, or nothing if it is not one; {@link #problem} then says why. */
  public static Optional<Rational> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Why a text is not a number, if it is not one; nothing if there is no text. */
  public static Optional<String> problem(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      read(text);
      return Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether a number is small enough, as a text, to be worked with. */
  public static boolean isBounded(Rational number) {
    return (long) number.numerator().bitLength() + number.denominator().bitLength() <= MOST_BITS;
  }

  private static Rational read(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return bounded(Rational.parse(text), text);
    }
    if (text.indexOf('/', slash + 1) >= 0) {
      throw new NumberFormatException("'" + Text.shortened(text) + "' has more than one '/'");
    }
    Rational denominator = Rational.parse(text.substring(slash + 1));
    if (denominator.isZero()) {
      throw new NumberFormatException("'" + Text.shortened(text) + "' divides by 0");
    }
    return bounded(Rational.parse(text.substring(0, slash)).dividedBy(denominator), text);
  }

  private static Rational bounded(Rational number, String text) {
    if (!isBounded(number)) {
      throw new NumberFormatException(
          "'" + Text.shortened(text) + "' is too long; write it with fewer digits");
    }
    return number;
  }
}
