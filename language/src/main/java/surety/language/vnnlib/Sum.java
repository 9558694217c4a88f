package surety.language.vnnlib;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import surety.certificates.arithmetic.Rational;

/** A sum of multiples of variables and a constant. */
record Sum(Map<Variable, Rational> factors, Rational constant) {
  private static final Comparator<Variable> ORDER =
      Comparator.comparing(Variable::isInput).thenComparing(Variable::number);

  Sum {
    Map<Variable, Rational> some = new TreeMap<>(ORDER);
    factors.forEach(
        (variable, factor) -> {
          if (!factor.isZero()) {
            some.put(variable, factor);
          }
        });
    factors = some;
  }

  static Sum of(Rational constant) {
    return new Sum(Map.of(), constant);
  }

  static Sum of(Variable variable) {
    return new Sum(Map.of(variable, Rational.ONE), Rational.ZERO);
  }

  boolean isConstant() {
    return factors.isEmpty();
  }

  Sum plus(Sum other) {
    Map<Variable, Rational> sum = new TreeMap<>(ORDER);
    sum.putAll(factors);
    other.factors.forEach((variable, factor) -> sum.merge(variable, factor, Rational::plus));
    return new Sum(sum, constant.plus(other.constant));
  }

  Sum times(Rational factor) {
    Map<Variable, Rational> product = new TreeMap<>(ORDER);
    factors.forEach((variable, f) -> product.put(variable, f.times(factor)));
    return new Sum(product, constant.times(factor));
  }

  /** Its only variable, if it is an input. */
  Optional<Variable> onlyInput() {
    return factors.keySet().stream().filter(v -> factors.size() == 1 && v.isInput()).findFirst();
  }
}
