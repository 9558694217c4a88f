package surety.language.ide.hover;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers to look at. */
final class Digits {
  private static final MathContext SHOWN = new MathContext(4);

  /** Below and beyond these powers of ten a number is written with an exponent. */
  private static final int LEAST = -5;

  private static final int MOST = 7;

  private Digits() {}

  /** Four significant digits, without zeros at the end. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
    int power = rounded.precision() - rounded.scale() - 1;
    return power < LEAST || power > MOST
        ? new BigDecimal(rounded.unscaledValue(), rounded.precision() - 1) + "e" + power
        : rounded.toPlainString();
  }
}
