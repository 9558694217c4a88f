package surety.language.translation;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/** Integrals of powers of x times a function that is a polynomial between two edges. */
public final class PolynomialMoments {
  private PolynomialMoments() {}

  /**
   * The integral of x to some power times the function; nothing if it has too many digits.
   *
   * @param rows for each piece the coefficients of the powers of x, ascending
   */
  public static Optional<Rational> of(int power, List<Rational> edges, List<List<Rational>> rows) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < rows.size(); i++) {
      sum =
          sum.plus(upTo(edges.get(i + 1), power, rows.get(i)))
              .minus(upTo(edges.get(i), power, rows.get(i)));
      if (!Numbers.isBounded(sum)) {
        return Optional.empty();
      }
    }
    return Optional.of(sum);
  }

  /** From 0 to x, by Horner's scheme. */
  private static Rational upTo(Rational x, int power, List<Rational> coefficients) {
    Rational value = Rational.ZERO;
    for (int k = coefficients.size() - 1; k >= 0; k--) {
      value = value.plus(coefficients.get(k).dividedBy(Rational.of(k + 1L + power))).times(x);
    }
    for (int i = 0; i < power; i++) {
      value = value.times(x);
    }
    return value;
  }
}
