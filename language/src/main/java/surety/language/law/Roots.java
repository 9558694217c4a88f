package surety.language.law;

import java.math.BigInteger;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/** Square roots that are fractions. */
final class Roots {
  private Roots() {}

  /** The root of a positive number, if it is a fraction. */
  static Optional<Rational> of(Rational square) {
    BigInteger numerator = square.numerator().sqrt();
    BigInteger denominator = square.denominator().sqrt();
    Rational root = Rational.of(numerator, denominator);
    return root.times(root).equals(square) ? Optional.of(root) : Optional.empty();
  }
}
