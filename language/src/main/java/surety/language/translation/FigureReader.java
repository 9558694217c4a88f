package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.sure.Call;
import surety.language.sure.Constant;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.Expression;
import surety.language.sure.Factor;
import surety.language.sure.NamedReference;
import surety.language.sure.Operand;
import surety.language.sure.Parentheses;
import surety.language.sure.Referable;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.Term;
import surety.language.sure.VariableValue;

/**
 * Brings what is asked or limited into the shape of a statement: arithmetic over probabilities,
 * means and the like. Numbers among themselves are computed at once, exactly.
 */
final class FigureReader {
  /** The most parts in another, events included; the kernel refuses more than 100. */
  private static final int MOST_NESTED = 90;

  private final Reading reading;
  private final EventReader events;
  private final NumberReader numbers;

  FigureReader(Reading reading) {
    this.reading = reading;
    this.events = new EventReader(reading);
    this.numbers = new NumberReader(reading);
  }

  /** The quantity of a property or query; nothing if there is something wrong with it. */
  Optional<Figure> read(Sum sum) {
    Optional<Figure> figure = sum(sum);
    if (figure.filter(Figure.Scalar.class::isInstance).isPresent()) {
      reading.reportKind(
          Text.quoted(sum)
              + " is a number, and nothing is random about it; name a quantity, such as P(...)",
          sum);
      return Optional.empty();
    }
    return figure;
  }

  private Optional<Figure> sum(Sum sum) {
    Optional<Figure> total = Optional.of(new Figure.Scalar(Rational.of(0)));
    for (Term term : sum.getTerms()) {
      Optional<Figure> value = term(term);
      boolean isMinus = "-".equals(term.getSign());
      if (total.isEmpty() || value.isEmpty()) {
        total = Optional.empty();
      } else if (term == sum.getTerms().get(0) && !isMinus) {
        total = value;
      } else {
        total = combined(isMinus ? Operator.MINUS : Operator.PLUS, total.get(), value.get(), sum);
      }
    }
    return total;
  }

  private Optional<Figure> term(Term term) {
    Optional<Figure> product = Optional.empty();
    boolean complete = true;
    for (Factor factor : term.getFactors()) {
      Optional<Figure> operand = signed(factor);
      complete &= operand.isPresent();
      if (!complete) {
        product = Optional.empty();
      } else if (factor == term.getFactors().get(0)) {
        product = operand;
      } else {
        product = combined(operator(factor), product.orElseThrow(), operand.get(), factor);
        complete = product.isPresent();
      }
    }
    return product;
  }

  private static Operator operator(Factor factor) {
    return "/".equals(factor.getOperator()) ? Operator.DIVIDED_BY : Operator.TIMES;
  }

  private Optional<Figure> signed(Factor factor) {
    Optional<Figure> operand = operand(factor.getOperand());
    return "-".equals(factor.getSign())
        ? operand.flatMap(
            value -> combined(Operator.MINUS, new Figure.Scalar(Rational.of(0)), value, factor))
        : operand;
  }

  private Optional<Figure> combined(Operator operator, Figure left, Figure right, EObject part) {
    if (operator == Operator.DIVIDED_BY
        && right instanceof Figure.Scalar number
        && number.value().isZero()) {
      reading.report(
          IssueCodes.EVENT_DIVISION,
          "the divisor in " + Text.quoted(part.eContainer()) + " is 0; divide by another number",
          part,
          SurePackage.Literals.FACTOR__OPERAND);
      return Optional.empty();
    }
    if (!(left instanceof Figure.Scalar a) || !(right instanceof Figure.Scalar b)) {
      return shallow(new Figure.Combined(operator, left, right), part);
    }
    Rational value =
        switch (operator) {
          case PLUS -> a.value().plus(b.value());
          case MINUS -> a.value().minus(b.value());
          case TIMES -> a.value().times(b.value());
          case DIVIDED_BY -> a.value().dividedBy(b.value());
        };
    if (!Numbers.isBounded(value)) {
      reading.report(
          IssueCodes.NUMBER,
          NumberReader.tooLong(part),
          part.eContainer(),
          part.eContainmentFeature());
      return Optional.empty();
    }
    return Optional.of(new Figure.Scalar(value));
  }

  /** Checked whenever something is put together, so that nothing runs through deep figures. */
  private Optional<Figure> shallow(Figure figure, EObject part) {
    if (figure.depth() <= MOST_NESTED) {
      return Optional.of(figure);
    }
    reading.report(
        IssueCodes.EXPRESSION_KIND,
        Text.quoted(part)
            + " has more than "
            + MOST_NESTED
            + " parts in another; write a simpler one",
        part.eContainer(),
        part.eContainmentFeature());
    return Optional.empty();
  }

  private Optional<Figure> operand(Operand operand) {
    if (operand instanceof Constant constant) {
      return Numbers.parse(constant.getValue()).map(Figure.Scalar::new);
    }
    if (operand instanceof Call call) {
      return reading.function(call).flatMap(function -> call(call, function));
    }
    if (operand instanceof VariableValue value) {
      return variable(value);
    }
    return operand instanceof Parentheses parentheses
        ? quantity(parentheses.getInner())
        : Optional.empty();
  }

  /** A constant is a number; anything else that has a name is no quantity. */
  private Optional<Figure> variable(VariableValue value) {
    Optional<Referable> target =
        value.getReference() instanceof NamedReference named
            ? Variables.resolved(named.getVariable())
            : Optional.empty();
    if (target.orElse(null) instanceof ConstantDeclaration constant) {
      return Numbers.parse(constant.getNumber()).map(Figure.Scalar::new);
    }
    boolean isReportedElsewhere =
        value.getReference() instanceof NamedReference && target.isEmpty();
    if (!isReportedElsewhere) {
      reportVariable(value, target);
    }
    return Optional.empty();
  }

  private void reportVariable(VariableValue value, Optional<Referable> target) {
    String text = Text.of(value);
    String wayOut =
        target.filter(EventDeclaration.class::isInstance).isPresent()
            ? " is an event, and no quantity; write P(" + text + ")"
            : " is random, and no quantity; ask for its mean with E("
                + text
                + "), or for a probability, as in P("
                + text
                + " > 0)";
    reading.report(
        IssueCodes.EXPRESSION_KIND,
        Text.quoted(value) + wayOut,
        value,
        SurePackage.Literals.VARIABLE_VALUE__REFERENCE);
  }

  private Optional<Figure> quantity(Expression expression) {
    if (expression instanceof Sum sum) {
      return sum(sum);
    }
    if (expression != null) {
      reading.reportKind(
          Text.quoted(expression)
              + " is an event, and no quantity; write P("
              + Text.shortened(Text.of(expression))
              + ")",
          expression);
    }
    return Optional.empty();
  }

  private Optional<Figure> call(Call call, Function function) {
    if (function == Function.ABS) {
      return quantity(call.getArguments().get(0))
          .flatMap(value -> shallow(new Figure.Magnitude(value), call));
    }
    if (function.kind() == Function.Kind.NUMBER
        && call.getArguments().stream().anyMatch(Quantities::isIn)) {
      reading.report(
          IssueCodes.EXPRESSION_KIND,
          "'"
              + call.getFunction()
              + "' is not computed of quantities; limit each of them in a property of its own",
          call,
          SurePackage.Literals.CALL__FUNCTION);
      return Optional.empty();
    }
    if (function.kind() != Function.Kind.QUANTITY) {
      reading.report(
          IssueCodes.EXPRESSION_KIND,
          Text.quoted(call)
              + " is random, and no quantity; '"
              + call.getFunction()
              + "' stands in events, as in P("
              + Text.shortened(Text.of(call))
              + (function.kind() == Function.Kind.CLASS ? " == c)" : " > 0)"),
          call,
          SurePackage.Literals.CALL__FUNCTION);
      return Optional.empty();
    }
    Optional<Condition> given = Optional.ofNullable(call.getGiven()).flatMap(events::read);
    boolean isSound = call.getGiven() == null || given.isPresent();
    if (function == Function.P) {
      Optional<Condition> event = events.read(call.getArguments().get(0));
      return event
          .filter(e -> isSound)
          .map(e -> new Figure.Measured(function, List.of(), event, given, Optional.empty()))
          .flatMap(figure -> shallow(figure, call));
    }
    return ofForms(call, function, given).filter(figure -> isSound);
  }

  private Optional<Figure> ofForms(Call call, Function function, Optional<Condition> given) {
    boolean hasLevel = function == Function.QUANTILE || function == Function.CVAR;
    List<Affine> forms = new ArrayList<>();
    for (Expression argument :
        call.getArguments().subList(0, hasLevel ? 1 : call.getArguments().size())) {
      form(call, function, argument).ifPresent(forms::add);
    }
    Optional<Rational> level =
        hasLevel ? level(call, call.getArguments().get(1)) : Optional.empty();
    boolean complete =
        forms.size() == (hasLevel ? 1 : call.getArguments().size())
            && level.isPresent() == hasLevel;
    return complete
        ? Optional.of(new Figure.Measured(function, forms, Optional.empty(), given, level))
        : Optional.empty();
  }

  private Optional<Affine> form(Call call, Function function, Expression argument) {
    Expression inner = Expressions.unwrapped(argument);
    if (function == Function.E && inner != null && !(inner instanceof Sum)) {
      // The mean of what is 1 where an event happens, and 0 elsewhere, is its probability.
      String given = call.getGiven() == null ? "" : " | " + Text.of(call.getGiven());
      reading.reportKind(
          Text.quoted(inner)
              + " is an event, not a number; its probability is P("
              + Text.shortened(Text.of(inner) + given)
              + ")",
          inner);
      return Optional.empty();
    }
    return numbers
        .affine(argument)
        .flatMap(
            form ->
                ClaimReader.variable(
                    form,
                    "'" + Text.shortened(Text.of(argument.eContainer())) + "'",
                    argument,
                    reading));
  }

  private Optional<Rational> level(Call call, Expression argument) {
    Optional<Affine> level = numbers.affine(argument);
    if (level.isEmpty()) {
      return Optional.empty();
    }
    Rational value = level.get().constant();
    if (!level.get().isConstant() || value.signum() <= 0 || value.compareTo(Rational.of(1)) >= 0) {
      reading.report(
          IssueCodes.LEVEL_RANGE,
          "the level "
              + Text.of(argument)
              + " of "
              + call.getFunction()
              + " must be a number more than 0 and less than 1, such as 0.99",
          call,
          SurePackage.Literals.CALL__ARGUMENTS,
          1);
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
