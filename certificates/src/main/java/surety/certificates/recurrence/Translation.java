package surety.certificates.recurrence;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Condition;
import surety.certificates.loop.Expression;
import surety.certificates.precise.Exponent;
import surety.certificates.precise.PiNumber;

/**
 * Sums of terms that expressions and conditions are.
 *
 * <p>Sound because each is an identity: of cosine, sine and exponential by Euler's formula; of
 * variables with finitely many values by distinguishing the combinations of their values, of which
 * exactly one holds.
 */
final class Translation<C> {
  private static final Rational HALF = Rational.of(1, 2);

  private final State state;
  private final Coefficients<C> coefficients;
  private final Term one;

  Translation(State state, Coefficients<C> coefficients) {
    this.state = state;
    this.coefficients = coefficients;
    this.one = Term.one(state);
  }

  /** A number. */
  Form<C> number(C value) {
    Form<C> form = new Form<>(coefficients);
    form.add(one, value);
    return form;
  }

  /** What an expression is. */
  Form<C> of(Expression expression) {
    if (expression.variables().isEmpty()) {
      return number(coefficients.constant(expression));
    }
    if (expression instanceof Expression.Variable variable) {
      return variable(variable.name());
    }
    if (expression instanceof Expression.Power power) {
      return power(of(power.base()), power.exponent());
    }
    if (expression instanceof Expression.Binary binary) {
      return of(binary);
    }
    Expression.Applied applied = (Expression.Applied) expression;
    Expression argument = applied.argument();
    return switch (applied.function()) {
      case COS -> exponential(argument, i(1)).plus(exponential(argument, i(-1))).times(half());
      case SIN ->
          exponential(argument, i(-1))
              .plus(negative(exponential(argument, i(1))))
              .times(half())
              .timesI(); // (e^iL - e^-iL) / 2i = i (e^-iL - e^iL) / 2
      case EXP -> exponential(argument, new Exponent(real(1), PiNumber.ZERO));
      case SQRT -> byCases(argument, applied, coefficients::constant);
    };
  }

  private Form<C> of(Expression.Binary binary) {
    Form<C> left = of(binary.left());
    return switch (binary.operator()) {
      case PLUS -> left.plus(of(binary.right()));
      case MINUS -> left.plus(negative(of(binary.right())));
      case TIMES -> left.times(of(binary.right()));
      case DIVIDED_BY -> left.times(byCases(binary.right(), binary.right(), coefficients::inverse));
    };
  }

  private Form<C> variable(String name) {
    int variable = state.index(name);
    Form<C> form = new Form<>(coefficients);
    if (!state.isFinite(variable)) {
      form.add(one.withPower(variable, 1), coefficients.of(Rational.ONE));
      return form;
    }
    List<Rational> values = state.values(variable);
    for (int k = 0; k < values.size(); k++) {
      if (!values.get(k).isZero()) {
        form.add(one.withPower(variable, k + 1), coefficients.of(values.get(k)));
      }
    }
    return form;
  }

  /** What an expression is whose variables have finitely many values: its value in each case. */
  private Form<C> byCases(Expression of, Expression whole, Function<Expression, C> value) {
    Form<C> form = new Form<>(coefficients);
    for (Map<String, Rational> each : combinations(of)) {
      form.add(indicator(each), value.apply(substitute(whole, each)));
    }
    return form;
  }

  private List<Map<String, Rational>> combinations(Expression of) {
    return state
        .combinations(of.variables())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is a divisor or under a root; its variables have to have few values"
                        .formatted(of.canonical())));
  }

  static Expression substitute(Expression expression, Map<String, Rational> values) {
    if (expression instanceof Expression.Variable variable) {
      Rational value = values.get(variable.name());
      return value == null ? expression : new Expression.Constant(value);
    }
    if (expression instanceof Expression.Binary binary) {
      return new Expression.Binary(
          binary.operator(), substitute(binary.left(), values), substitute(binary.right(), values));
    }
    if (expression instanceof Expression.Power power) {
      return new Expression.Power(substitute(power.base(), values), power.exponent());
    }
    if (expression instanceof Expression.Applied applied) {
      return new Expression.Applied(applied.function(), substitute(applied.argument(), values));
    }
    return expression;
  }

  /** Whether variables have these values. */
  Term indicator(Map<String, Rational> values) {
    Term term = one;
    for (Map.Entry<String, Rational> each : values.entrySet()) {
      int variable = state.index(each.getKey());
      term = term.withPower(variable, state.values(variable).indexOf(each.getValue()) + 1);
    }
    return term;
  }

  /** A form to a power. */
  Form<C> power(Form<C> base, int exponent) {
    Form<C> product = number(coefficients.of(Rational.ONE));
    for (int k = 0; k < exponent; k++) {
      product = product.times(base);
    }
    return product;
  }

  /** e to the power of an expression times an exponent. */
  Form<C> exponential(Expression argument, Exponent exponent) {
    Form<C> form = new Form<>(coefficients);
    List<Map<String, Rational>> cases =
        state
            .combinations(state.finiteOf(argument.variables()))
            .orElseThrow(() -> tooMany(argument));
    for (Map<String, Rational> each : cases) {
      AffineExpression affine =
          AffineExpression.of(argument, each).orElseThrow(() -> notAffine(argument));
      Term term = indicator(each);
      for (Map.Entry<String, PiNumber> factor : affine.factors().entrySet()) {
        term =
            term.withExponent(
                state.index(factor.getKey()), times(exponent, factor.getValue(), argument));
      }
      form.add(term, coefficients.exponential(times(exponent, affine.constant(), argument)));
    }
    return form;
  }

  private static Exponent times(Exponent exponent, PiNumber factor, Expression argument) {
    return exponent.times(factor).orElseThrow(() -> notAffine(argument));
  }

  /** Whether a condition holds, or whether it does not. */
  Form<C> whether(Condition condition, boolean holds) {
    Form<C> form = new Form<>(coefficients);
    List<Map<String, Rational>> cases =
        state
            .combinations(condition.variables())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the condition '%s' reads a variable with infinitely or very many values"
                            .formatted(condition.canonical())));
    for (Map<String, Rational> each : cases) {
      if (condition.holds(each) == holds) {
        form.add(indicator(each), coefficients.of(Rational.ONE));
      }
    }
    return form;
  }

  private static IllegalArgumentException notAffine(Expression argument) {
    return new IllegalArgumentException(
        ("'%s' is the argument of cos, sin or exp; it has to be a sum of variables times fractions or"
                + " fractions of pi")
            .formatted(argument.canonical()));
  }

  private static IllegalArgumentException tooMany(Expression argument) {
    return new IllegalArgumentException(
        "the variables of '%s' have very many values together".formatted(argument.canonical()));
  }

  private Form<C> negative(Form<C> form) {
    return form.times(coefficients.of(Rational.of(-1)));
  }

  private C half() {
    return coefficients.of(HALF);
  }

  private static Exponent i(int sign) {
    return new Exponent(PiNumber.ZERO, real(sign));
  }

  private static PiNumber real(int number) {
    return PiNumber.of(Rational.of(number));
  }
}
