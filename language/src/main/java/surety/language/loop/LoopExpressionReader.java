package surety.language.loop;

import java.util.List;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Expression;
import surety.language.problems.IssueCodes;
import surety.language.sure.Call;
import surety.language.sure.Constant;
import surety.language.sure.Factor;
import surety.language.sure.IndexedReference;
import surety.language.sure.Operand;
import surety.language.sure.Parentheses;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.Term;
import surety.language.sure.VariableReference;
import surety.language.sure.VariableValue;
import surety.language.translation.Numbers;
import surety.language.translation.Text;

/** Expressions of loops. Numbers are folded, so that what the kernel reads is short. */
class LoopExpressionReader {
  private static final Expression MINUS_ONE = new Expression.Constant(Rational.of(-1));

  private final LoopScope scope;
  private final boolean mayHaveVariables;

  /**
   * Of a loop.
   *
   * @param mayHaveVariables whether variables may stand there, or constants only
   */
  LoopExpressionReader(LoopScope scope, boolean mayHaveVariables) {
    this.scope = scope;
    this.mayHaveVariables = mayHaveVariables;
  }

  Expression of(surety.language.sure.Expression written) {
    if (written instanceof Sum sum) {
      return sum(sum);
    }
    throw new LoopProblemException(
        IssueCodes.LOOP_EXPRESSION, Text.quoted(written) + " is no number here", written);
  }

  private Expression sum(Sum sum) {
    Expression result = null;
    for (Term term : sum.getTerms()) {
      Expression next = term(term);
      boolean isMinus = "-".equals(term.getSign());
      if (result == null) {
        result = isMinus ? binary(Operator.TIMES, MINUS_ONE, next) : next;
      } else {
        result = binary(isMinus ? Operator.MINUS : Operator.PLUS, result, next);
      }
    }
    return result;
  }

  private Expression term(Term term) {
    Expression result = null;
    for (Factor factor : term.getFactors()) {
      Expression next = factor(factor);
      if (result == null) {
        result = next;
      } else if ("/".equals(factor.getOperator())) {
        requireDivisor(next, factor);
        result = binary(Operator.DIVIDED_BY, result, next);
      } else {
        result = binary(Operator.TIMES, result, next);
      }
    }
    return result;
  }

  private static void requireDivisor(Expression divisor, Factor factor) {
    if (divisor instanceof Expression.Constant constant && constant.value().isZero()) {
      throw new LoopProblemException(IssueCodes.LOOP_EXPRESSION, "this divides by 0", factor);
    }
  }

  private Expression factor(Factor factor) {
    Expression value = operand(factor.getOperand());
    if (factor.getExponent() != null) {
      value = power(value, factor);
    }
    return "-".equals(factor.getSign()) ? binary(Operator.TIMES, MINUS_ONE, value) : value;
  }

  private static Expression power(Expression base, Factor factor) {
    String text = factor.getExponent();
    int exponent = text.length() > 3 ? Expression.MOST_POWER + 1 : Integer.parseInt(text);
    if (exponent > Expression.MOST_POWER) {
      throw new LoopProblemException(
          IssueCodes.LOOP_EXPRESSION,
          "a power is 0 to %d, not %s".formatted(Expression.MOST_POWER, text),
          factor,
          SurePackage.Literals.FACTOR__EXPONENT);
    }
    if (base instanceof Expression.Constant constant) {
      Rational product = Rational.ONE;
      for (int k = 0; k < exponent; k++) {
        product = product.times(constant.value());
      }
      return new Expression.Constant(product);
    }
    return new Expression.Power(base, exponent);
  }

  private static Expression binary(Operator operator, Expression left, Expression right) {
    if (left instanceof Expression.Constant a && right instanceof Expression.Constant b) {
      return new Expression.Constant(operator.apply(a.value(), b.value()));
    }
    return new Expression.Binary(operator, left, right);
  }

  private Expression operand(Operand operand) {
    if (operand instanceof Constant constant) {
      return new Expression.Constant(
          Numbers.parse(constant.getValue())
              .orElseThrow(
                  () ->
                      new LoopProblemException(
                          IssueCodes.NUMBER,
                          Numbers.problem(constant.getValue()).orElse("this is no number"),
                          constant)));
    }
    if (operand instanceof Parentheses parentheses) {
      return of(parentheses.getInner());
    }
    if (operand instanceof Call call) {
      return call(call);
    }
    if (operand instanceof VariableValue value) {
      return reference(value.getReference());
    }
    throw new LoopProblemException(
        IssueCodes.LOOP_EXPRESSION, Text.quoted(operand) + " is no number here", operand);
  }

  private Expression call(Call call) {
    for (Expression.Function function : Expression.Function.values()) {
      if (function.word().equals(call.getFunction())) {
        if (call.getArguments().size() != 1 || call.getGiven() != null) {
          throw new LoopProblemException(
              IssueCodes.FUNCTION_ARGUMENTS,
              "%s takes one number: %s(x)".formatted(function.word(), function.word()),
              call,
              SurePackage.Literals.CALL__FUNCTION);
        }
        return new Expression.Applied(function, of(call.getArguments().get(0)));
      }
    }
    throw new LoopProblemException(
        IssueCodes.UNKNOWN_FUNCTION,
        "there is no function '%s' in loops; they have cos, sin, exp and sqrt"
            .formatted(call.getFunction()),
        call,
        SurePackage.Literals.CALL__FUNCTION);
  }

  /** A name, in the text of the loop. */
  Expression reference(VariableReference reference) {
    if (reference instanceof IndexedReference) {
      throw new LoopProblemException(
          IssueCodes.LOOP_EXPRESSION,
          Text.quoted(reference)
              + " has an index; in a loop a name stands for the value that the variable has there",
          reference);
    }
    String name = NodeModelUtils.getTokenText(NodeModelUtils.getNode(reference));
    if (!scope.isVariable(name)) {
      return scope.constant(name, reference);
    }
    if (!mayHaveVariables) {
      throw new LoopProblemException(
          IssueCodes.LOOP_EXPRESSION,
          "variable '%s' cannot stand here, where only numbers may".formatted(name),
          reference);
    }
    return new Expression.Variable(name);
  }

  LoopScope scope() {
    return scope;
  }

  /** An expression that is a fraction. */
  Rational fraction(Sum written) {
    if (of(written) instanceof Expression.Constant constant) {
      return constant.value();
    }
    throw new LoopProblemException(
        IssueCodes.LOOP_EXPRESSION,
        Text.quoted(written) + " has to be a fraction here, such as 1/4",
        written);
  }

  /** All of some expressions. */
  List<Expression> all(List<Sum> written) {
    return written.stream().map(this::of).toList();
  }
}
