package surety.certificates.recurrence;

import java.util.HashMap;
import java.util.Map;

/** A sum of terms with coefficients, none of which is 0 for sure. */
final class Form<C> {
  /** Bounds memory and time. */
  private static final int MOST_TERMS = 1 << 18;

  private final Coefficients<C> coefficients;
  private final Map<Term, C> terms = new HashMap<>();

  /** The number 0. */
  Form(Coefficients<C> coefficients) {
    this.coefficients = coefficients;
  }

  /** Adds a term. */
  void add(Term term, C coefficient) {
    C sum = terms.containsKey(term) ? coefficients.plus(terms.get(term), coefficient) : coefficient;
    if (coefficients.isZero(sum)) {
      terms.remove(term);
    } else {
      terms.put(term, sum);
      if (terms.size() > MOST_TERMS) {
        throw new IllegalArgumentException(
            "a mean is one of a sum of more than %d terms".formatted(MOST_TERMS));
      }
    }
  }

  /** Adds a term times a form times a coefficient. */
  void addProduct(Term term, C coefficient, Form<C> factor) {
    factor.terms.forEach(
        (other, c) ->
            term.times(other)
                .ifPresent(product -> add(product, coefficients.times(coefficient, c))));
  }

  Map<Term, C> terms() {
    return terms;
  }

  Form<C> plus(Form<C> other) {
    Form<C> sum = new Form<>(coefficients);
    terms.forEach(sum::add);
    other.terms.forEach(sum::add);
    return sum;
  }

  Form<C> times(Form<C> other) {
    Form<C> product = new Form<>(coefficients);
    terms.forEach((term, c) -> product.addProduct(term, c, other));
    return product;
  }

  Form<C> times(C factor) {
    Form<C> product = new Form<>(coefficients);
    terms.forEach((term, c) -> product.add(term, coefficients.times(factor, c)));
    return product;
  }

  Form<C> timesI() {
    Form<C> product = new Form<>(coefficients);
    terms.forEach((term, c) -> product.add(term, coefficients.timesI(c)));
    return product;
  }
}
