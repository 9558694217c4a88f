package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import surety.certificates.arithmetic.Rational;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.sure.Call;
import surety.language.sure.Constant;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.Expression;
import surety.language.sure.Factor;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Operand;
import surety.language.sure.Parentheses;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.Term;
import surety.language.sure.VariableReference;
import surety.language.sure.VariableValue;

/**
 * Multiplies sums of outputs and inputs out, exactly. What is not affine piece by piece is added to
 * the problems; what refers to nothing has got its message from elsewhere, and gives nothing.
 */
final class NumberReader {
  private final Reading reading;

  NumberReader(Reading reading) {
    this.reading = reading;
  }

  /** The function that an expression stands for; nothing if it stands for none. */
  Optional<Piecewise> read(Expression expression) {
    if (expression instanceof Sum sum) {
      return read(sum);
    }
    if (expression != null) {
      reading.reportKind(
          Text.quoted(expression) + " is an event, not a number; leave the comparison out",
          expression);
    }
    return Optional.empty();
  }

  /** The affine function that a sum stands for. */
  Optional<Affine> affine(Expression expression) {
    Optional<Piecewise> read = read(expression);
    if (read.isPresent() && !(read.get() instanceof Piecewise.Piece)) {
      reading.reportKind(
          "'min', 'max' and 'abs' stand in comparisons only, and "
              + Text.quoted(expression)
              + " has to be a sum of outputs and inputs; let the network compute it, with a node"
              + " Min, Max or Abs, and name that output",
          expression);
      return Optional.empty();
    }
    return read.map(piecewise -> ((Piecewise.Piece) piecewise).function());
  }

  private Optional<Piecewise> read(Sum sum) {
    Affine.Sum total = new Affine.Sum();
    List<Piecewise> others = new ArrayList<>();
    boolean complete = true;
    for (Term term : sum.getTerms()) {
      Optional<Piecewise> value = read(term);
      complete &= value.isPresent();
      if (value.isPresent() && value.get() instanceof Piecewise.Piece piece) {
        total.add(piece.function());
        if (!total.isBoundedAt(piece.function())) {
          reading.report(IssueCodes.NUMBER, tooLong(sum), term, SurePackage.Literals.TERM__FACTORS);
          return Optional.empty();
        }
      } else {
        value.ifPresent(others::add);
      }
    }
    return complete ? together(total.result(), others, sum) : Optional.empty();
  }

  private Optional<Piecewise> together(Affine total, List<Piecewise> others, Sum sum) {
    long size = 1;
    for (Piecewise other : others) {
      size = Math.min(EventReader.MOST_COMPARISONS + 1L, size * other.size());
    }
    if (size > EventReader.MOST_COMPARISONS) {
      reading.report(
          IssueCodes.EVENT_SIZE, EventReader.tooLarge(sum), sum, SurePackage.Literals.SUM__TERMS);
      return Optional.empty();
    }
    Piecewise result = new Piecewise.Piece(total);
    for (Piecewise other : others) {
      result = result.plus(other);
    }
    return Optional.of(result);
  }

  private Optional<Piecewise> read(Term term) {
    Optional<Piecewise> product =
        Optional.of(new Piecewise.Piece(Affine.constant(sign(term.getSign()))));
    for (Factor factor : term.getFactors()) {
      Optional<Piecewise> operand =
          read(factor.getOperand()).map(o -> o.times(sign(factor.getSign())));
      if (product.isEmpty() || operand.isEmpty()) {
        product = Optional.empty();
        continue;
      }
      product =
          "/".equals(factor.getOperator())
              ? quotient(product.get(), operand.get(), factor)
              : product(product.get(), operand.get(), factor);
      if (product.isPresent()
          && product.get() instanceof Piecewise.Piece piece
          && !piece.function().isBounded()) {
        reading.report(
            IssueCodes.NUMBER, tooLong(term), factor, SurePackage.Literals.FACTOR__OPERAND);
        return Optional.empty();
      }
    }
    return product;
  }

  private Optional<Piecewise> product(Piecewise left, Piecewise right, Factor factor) {
    Optional<Rational> leftNumber = number(left);
    if (leftNumber.isPresent()) {
      return Optional.of(right.times(leftNumber.get()));
    }
    Optional<Rational> rightNumber = number(right);
    if (rightNumber.isPresent()) {
      return Optional.of(left.times(rightNumber.get()));
    }
    reading.report(
        IssueCodes.EVENT_NONLINEAR,
        Text.quoted(factor.eContainer()) + " is not linear; one side of '*' must be a number",
        factor,
        SurePackage.Literals.FACTOR__OPERAND);
    return Optional.empty();
  }

  private Optional<Piecewise> quotient(Piecewise left, Piecewise right, Factor factor) {
    Optional<Rational> divisor = number(right);
    if (divisor.isPresent() && !divisor.get().isZero()) {
      return Optional.of(left.times(Rational.of(1).dividedBy(divisor.get())));
    }
    String message =
        divisor.isPresent()
            ? "the divisor " + Text.quoted(factor.getOperand()) + " is 0; divide by another number"
            : "division by "
                + Text.quoted(factor.getOperand())
                + " is not linear; divide by numbers only, and multiply the comparison out";
    reading.report(
        IssueCodes.EVENT_DIVISION, message, factor, SurePackage.Literals.FACTOR__OPERAND);
    return Optional.empty();
  }

  private static Optional<Rational> number(Piecewise value) {
    return value instanceof Piecewise.Piece piece && piece.function().isConstant()
        ? Optional.of(piece.function().constant())
        : Optional.empty();
  }

  private Optional<Piecewise> read(Operand operand) {
    if (operand instanceof Constant constant) {
      return Numbers.parse(constant.getValue())
          .map(value -> new Piecewise.Piece(Affine.constant(value)));
    }
    if (operand instanceof VariableValue variable) {
      return variable(variable);
    }
    if (operand instanceof Call call) {
      return reading.function(call).flatMap(function -> read(call, function));
    }
    return operand instanceof Parentheses parentheses
        ? read(parentheses.getInner())
        : Optional.empty();
  }

  private Optional<Piecewise> variable(VariableValue value) {
    VariableReference reference = value.getReference();
    EObject target =
        reference instanceof NamedReference named
            ? Variables.resolved(named.getVariable()).orElse(null)
            : null;
    if (target instanceof EventDeclaration || target instanceof NetworkDeclaration) {
      reading.report(
          IssueCodes.EXPRESSION_KIND,
          Text.quoted(value)
              + (target instanceof EventDeclaration
                  ? " is an event, not a number; it stands by itself, as in P("
                      + Text.of(value)
                      + ")"
                  : " is a network, not a number; name one of its outputs"),
          value,
          SurePackage.Literals.VARIABLE_VALUE__REFERENCE);
      return Optional.empty();
    }
    if (target instanceof ConstantDeclaration constant) {
      return Numbers.parse(constant.getNumber())
          .map(number -> new Piecewise.Piece(Affine.constant(number)));
    }
    return Coordinate.of(reference, reading.networks())
        .map(coordinate -> new Piecewise.Piece(Affine.variable(coordinate)));
  }

  private Optional<Piecewise> read(Call call, Function function) {
    if (function.kind() != Function.Kind.NUMBER) {
      String reason =
          function.kind() == Function.Kind.CLASS
              ? " is one of the outputs, not a number; compare it with one, as in "
                  + call.getFunction()
                  + "(N) == c"
              : " is a quantity, and no value of the network; it cannot stand in an event";
      reading.report(
          IssueCodes.EXPRESSION_KIND,
          Text.quoted(call) + reason,
          call,
          SurePackage.Literals.CALL__FUNCTION);
      return Optional.empty();
    }
    List<Piecewise> parts = new ArrayList<>();
    boolean complete = true;
    for (Expression argument : call.getArguments()) {
      Optional<Piecewise> part = read(argument);
      complete &= part.isPresent();
      part.ifPresent(parts::add);
    }
    if (!complete) {
      return Optional.empty();
    }
    return Optional.of(
        function == Function.ABS
            ? parts.get(0).absolute()
            : new Piecewise.Extreme(function == Function.MAX, parts));
  }

  private static Rational sign(String sign) {
    return Rational.of("-".equals(sign) ? -1 : 1);
  }

  static String tooLong(EObject part) {
    return "the numbers in "
        + Text.quoted(part)
        + " combine to one that is too long; use fewer digits";
  }
}
