package surety.language.translation;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;

/**
 * An affine function of the inputs and outputs of networks, exact.
 *
 * @param coefficients without zeros
 */
record Affine(Map<Coordinate, Rational> coefficients, Rational constant) {
  private static final Comparator<Coordinate> ORDER =
      Comparator.comparing(Coordinate::isInput)
          .thenComparingInt(Coordinate::network)
          .thenComparingInt(Coordinate::index);

  static final Affine ZERO = constant(Rational.of(0));

  static Affine constant(Rational value) {
    return new Affine(Map.of(), value);
  }

  static Affine variable(Coordinate coordinate) {
    return new Affine(Map.of(coordinate, Rational.of(1)), Rational.of(0));
  }

  boolean isConstant() {
    return coefficients.isEmpty();
  }

  Affine times(Rational factor) {
    Map<Coordinate, Rational> scaled = new TreeMap<>(ORDER);
    if (!factor.isZero()) {
      coefficients.forEach((coordinate, value) -> scaled.put(coordinate, value.times(factor)));
    }
    return new Affine(scaled, constant.times(factor));
  }

  Affine plus(Affine other) {
    Sum sum = new Sum();
    sum.add(this);
    sum.add(other);
    return sum.result();
  }

  Affine minus(Affine other) {
    return plus(other.times(Rational.of(-1)));
  }

  /** Without the number that is added to the variables. */
  Affine withoutConstant() {
    return new Affine(coefficients, Rational.of(0));
  }

  /** Whether all its numbers are small enough to work with. */
  boolean isBounded() {
    return Numbers.isBounded(constant)
        && coefficients.values().stream().allMatch(Numbers::isBounded)
        && !AffineForm.areTooLong(coefficients.values());
  }

  /** Adds up many terms without a copy for each. */
  static final class Sum {
    private final Map<Coordinate, Rational> coefficients = new TreeMap<>(ORDER);
    private Rational constant = Rational.of(0);

    void add(Affine term) {
      constant = constant.plus(term.constant);
      term.coefficients.forEach(
          (coordinate, value) -> coefficients.merge(coordinate, value, Rational::plus));
    }

    /** Whether the numbers that this term has changed are still small enough to work with. */
    boolean isBoundedAt(Affine term) {
      return Numbers.isBounded(constant)
          && term.coefficients.keySet().stream()
              .allMatch(c -> Numbers.isBounded(coefficients.get(c)));
    }

    Affine result() {
      coefficients.values().removeIf(Rational::isZero);
      return new Affine(coefficients, constant);
    }
  }
}
