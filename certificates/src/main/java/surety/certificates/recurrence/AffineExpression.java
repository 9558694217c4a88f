package surety.certificates.recurrence;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Expression;
import surety.certificates.precise.PiNumber;

/**
 * A sum of a number and of variables times numbers, all known exactly.
 *
 * @param factors none is 0
 */
record AffineExpression(PiNumber constant, Map<String, PiNumber> factors) {
  /**
   * What an expression is, if it is one of these.
   *
   * @param values of variables that are numbers here
   */
  static Optional<AffineExpression> of(Expression expression, Map<String, Rational> values) {
    if (expression instanceof Expression.Constant constant) {
      return Optional.of(number(PiNumber.of(constant.value())));
    }
    if (expression instanceof Expression.Pi) {
      return Optional.of(number(PiNumber.PI));
    }
    if (expression instanceof Expression.Variable variable) {
      Rational value = values.get(variable.name());
      return Optional.of(
          value == null
              ? new AffineExpression(
                  PiNumber.ZERO, Map.of(variable.name(), PiNumber.of(Rational.ONE)))
              : number(PiNumber.of(value)));
    }
    if (expression instanceof Expression.Power power) {
      return power(power, values);
    }
    if (expression instanceof Expression.Binary binary) {
      return of(binary.left(), values)
          .flatMap(
              left ->
                  of(binary.right(), values)
                      .flatMap(right -> combine(binary.operator(), left, right)));
    }
    return Optional.empty(); // no function of a number is known exactly
  }

  private static AffineExpression number(PiNumber number) {
    return new AffineExpression(number, Map.of());
  }

  private static Optional<AffineExpression> power(
      Expression.Power power, Map<String, Rational> values) {
    Optional<AffineExpression> base = of(power.base(), values);
    Optional<AffineExpression> product = base.map(b -> number(PiNumber.of(Rational.ONE)));
    for (int k = 0; k < power.exponent(); k++) {
      product = product.flatMap(one -> one.times(base.orElseThrow()));
    }
    return product;
  }

  private static Optional<AffineExpression> combine(
      Operator operator, AffineExpression left, AffineExpression right) {
    return switch (operator) {
      case PLUS -> Optional.of(left.plus(right));
      case MINUS -> right.times(number(PiNumber.of(Rational.of(-1)))).map(left::plus);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> right.inverse().flatMap(left::times);
    };
  }

  private AffineExpression plus(AffineExpression other) {
    Map<String, PiNumber> sum = new TreeMap<>(factors);
    other.factors.forEach((name, factor) -> sum.merge(name, factor, PiNumber::plus));
    sum.values().removeIf(PiNumber::isZero);
    return new AffineExpression(constant.plus(other.constant), sum);
  }

  /** The product, if one of both is a number, and pi is not squared. */
  private Optional<AffineExpression> times(AffineExpression other) {
    if (!factors.isEmpty()) {
      return other.factors.isEmpty() ? other.times(this) : Optional.empty();
    }
    Map<String, PiNumber> products = new TreeMap<>();
    for (Map.Entry<String, PiNumber> each : other.factors.entrySet()) {
      Optional<PiNumber> product = constant.times(each.getValue());
      if (product.isEmpty()) {
        return Optional.empty();
      }
      products.put(each.getKey(), product.get());
    }
    products.values().removeIf(PiNumber::isZero);
    return constant.times(other.constant).map(product -> new AffineExpression(product, products));
  }

  private Optional<AffineExpression> inverse() {
    return constant
        .fraction()
        .filter(fraction -> factors.isEmpty() && !fraction.isZero())
        .map(fraction -> number(PiNumber.of(Rational.ONE.dividedBy(fraction))));
  }
}
