package surety.certificates.recurrence;

import surety.certificates.loop.Expression;
import surety.certificates.precise.Ball;
import surety.certificates.precise.PreciseFunctions;

/** Values of expressions without variables. */
final class ConstantValue {
  private ConstantValue() {}

  /**
   * The value, a real number.
   *
   * @throws ArithmeticException if there is none, or none for all that is known
   */
  static Ball of(Expression expression, int precision) {
    if (expression instanceof Expression.Constant constant) {
      return Ball.of(constant.value(), precision);
    }
    if (expression instanceof Expression.Pi) {
      return PreciseFunctions.pi(precision);
    }
    if (expression instanceof Expression.Power power) {
      return of(power.base(), precision).power(power.exponent());
    }
    if (expression instanceof Expression.Binary binary) {
      Ball left = of(binary.left(), precision);
      Ball right = of(binary.right(), precision);
      return switch (binary.operator()) {
        case PLUS -> left.plus(right);
        case MINUS -> left.minus(right);
        case TIMES -> left.times(right);
        case DIVIDED_BY -> left.times(right.inverse());
      };
    }
    if (expression instanceof Expression.Applied applied) {
      Ball argument = of(applied.argument(), precision);
      return switch (applied.function()) {
        // e^ix = cos x + i sin x
        case COS -> PreciseFunctions.exp(argument.timesI()).realPart();
        case SIN -> PreciseFunctions.exp(argument.timesI()).timesI().negate().realPart();
        case EXP -> PreciseFunctions.exp(argument);
        case SQRT -> argument.sqrt();
      };
    }
    throw new IllegalArgumentException(expression.canonical() + " is no number");
  }
}
