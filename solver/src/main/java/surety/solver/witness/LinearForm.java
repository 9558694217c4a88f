package surety.solver.witness;

import java.util.Map;
import java.util.TreeMap;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/**
 * An exact linear combination of numbered variables plus a constant. The coefficients are dyadic,
 * as sums of products of doubles are, which is much faster than fractions that must be reduced.
 *
 * @param constant the constant
 * @param coefficients by variable, without zeros
 */
record LinearForm(Dyadic constant, Map<Integer, Dyadic> coefficients) {
  static final LinearForm ZERO = constant(Dyadic.ZERO);
  static final LinearForm ONE = constant(Dyadic.ONE);

  static LinearForm constant(Dyadic value) {
    return new LinearForm(value, Map.of());
  }

  static LinearForm variable(int index) {
    return new LinearForm(Dyadic.ZERO, Map.of(index, Dyadic.ONE));
  }

  /** Collects a sum. */
  static final class Sum {
    private Dyadic constant;
    private final Map<Integer, Dyadic> coefficients = new TreeMap<>();

    Sum(Dyadic constant) {
      this.constant = constant;
    }

    /** Adds a multiple of a form. */
    Sum add(Dyadic factor, LinearForm form) {
      constant = constant.plus(factor.times(form.constant));
      form.coefficients.forEach(
          (variable, coefficient) ->
              coefficients.merge(variable, factor.times(coefficient), Dyadic::plus));
      return this;
    }

    LinearForm build() {
      coefficients.values().removeIf(coefficient -> coefficient.signum() == 0);
      return new LinearForm(constant, new TreeMap<>(coefficients));
    }
  }

  /** The coefficient of a variable. */
  Rational coefficient(int variable) {
    return coefficients.getOrDefault(variable, Dyadic.ZERO).toRational();
  }
}
