package surety.language.vnnlib;

import java.math.BigDecimal;
import surety.certificates.arithmetic.Rational;

/** Numbers as a specification has them. */
final class Decimals {
  private static final int LONGEST = 60;

  private Decimals() {}

  /** A decimal if it is a short one, else a fraction; both mean exactly the number. */
  static String text(Rational number) {
    try {
      BigDecimal decimal =
          new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()));
      String plain = decimal.stripTrailingZeros().toPlainString();
      return plain.length() <= LONGEST ? plain : decimal.toString();
    } catch (ArithmeticException e) { // it has no end
      return number.toString();
    }
  }
}
