package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.sure.AndExpression;
import surety.language.sure.Call;
import surety.language.sure.EventDeclaration;
import surety.language.sure.Expression;
import surety.language.sure.Interval;
import surety.language.sure.Membership;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.NotExpression;
import surety.language.sure.Operand;
import surety.language.sure.OrExpression;
import surety.language.sure.Referable;
import surety.language.sure.Relation;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;
import surety.language.sure.VariableValue;

/**
 * Brings events into the shape of a statement: comparisons of affine functions with zero, combined
 * by and, or and not. All of it is exact; what is wrong is added to the problems.
 */
final class EventReader {
  /** Most comparisons of one event. */
  static final int MOST_COMPARISONS = Event.MOST_ATOMS;

  private final Reading reading;
  private final NumberReader numbers;
  private final ClassReader classes;

  EventReader(Reading reading) {
    this.reading = reading;
    this.numbers = new NumberReader(reading);
    this.classes = new ClassReader(reading);
  }

  /** The event that an expression stands for; nothing if there is something wrong with it. */
  Optional<Condition> read(Expression expression) {
    return parts(expression)
        .filter(
            condition -> {
              boolean isSmall = condition.size() <= MOST_COMPARISONS;
              if (!isSmall) {
                reading.report(
                    IssueCodes.EVENT_SIZE,
                    tooLarge(expression),
                    expression.eContainer(),
                    expression.eContainmentFeature());
              }
              return isSmall;
            });
  }

  static String tooLarge(Expression expression) {
    return Text.quoted(expression)
        + " comes to more than "
        + MOST_COMPARISONS
        + " comparisons; ask for less at once";
  }

  private Optional<Condition> parts(Expression expression) {
    Expression event = Expressions.unwrapped(expression);
    if (event instanceof OrExpression or) {
      return all(or.getParts()).map(Condition::any);
    }
    if (event instanceof AndExpression and) {
      return all(and.getParts()).map(Condition::all);
    }
    if (event instanceof NotExpression not) {
      boolean isOdd = not.getNegations().size() % 2 == 1;
      return parts(not.getOperand()).map(isOdd ? Condition::negated : UnaryOperator.identity());
    }
    if (event instanceof Membership membership) {
      return membership(membership);
    }
    if (event instanceof Relation relation) {
      return relation(relation);
    }
    return event instanceof Sum sum ? named(sum) : Optional.empty();
  }

  /** Reads on behind what is wrong, so that all of it is told. */
  private Optional<List<Condition>> all(List<Expression> parts) {
    List<Condition> conditions = new ArrayList<>();
    int size = 0;
    boolean complete = true;
    for (Expression part : parts) {
      Optional<Condition> condition = parts(part);
      complete &= condition.isPresent();
      if (condition.isPresent()) {
        conditions.add(condition.get());
        size += condition.get().size();
      }
      if (size > MOST_COMPARISONS) {
        Expression whole = (Expression) part.eContainer();
        reading.report(
            IssueCodes.EVENT_SIZE,
            tooLarge(whole),
            whole.eContainer(),
            whole.eContainmentFeature());
        return Optional.empty();
      }
    }
    return complete ? Optional.of(conditions) : Optional.empty();
  }

  /** A sum that stands where an event should: the name of one, or a mistake. */
  private Optional<Condition> named(Sum sum) {
    Optional<Operand> alone = Expressions.alone(sum);
    if (alone.isPresent()
        && alone.get() instanceof VariableValue value
        && value.getReference() instanceof NamedReference reference) {
      Optional<Referable> target = Variables.resolved(reference.getVariable());
      if (target.isEmpty()) {
        return Optional.empty();
      }
      if (target.get() instanceof EventDeclaration event) {
        return named(event, value);
      }
    }
    if (alone.isPresent() && alone.get() instanceof Call call) {
      Optional<Function> function = reading.function(call);
      if (function.isEmpty()) {
        return Optional.empty();
      }
      if (function.get().kind() == Function.Kind.QUANTITY) {
        // Says that a quantity cannot stand in an event, compared or not.
        numbers.read(sum);
        return Optional.empty();
      }
    }
    reading.reportKind(
        Text.quoted(sum)
            + " is no event; compare it with something, as in "
            + Text.of(sum)
            + (ClassReader.isClass(sum) ? " == c" : " > 0"),
        sum);
    return Optional.empty();
  }

  private Optional<Condition> named(EventDeclaration event, VariableValue value) {
    if (!reading.events().containsKey(event)) {
      reading.events().put(event, Optional.empty());
      Optional<Condition> condition = new EventReader(reading.silent()).read(event.getExpression());
      reading.events().put(event, condition);
    }
    reportForeignNetworks(event, value);
    return reading.events().get(event);
  }

  /** A named event may be about a network that is not meant here. */
  private void reportForeignNetworks(EventDeclaration event, VariableValue value) {
    Optional<NetworkDeclaration> foreign =
        NamedEvents.networks(event).stream()
            .filter(network -> !reading.networks().contains(network))
            .findFirst();
    if (foreign.isPresent() && !reading.networks().isEmpty()) {
      reading.report(
          IssueCodes.EVENT_NETWORK,
          "event "
              + event.getName()
              + " is about network "
              + foreign.get().getName()
              + ", which the distribution here is not for; it is for "
              + String.join(", ", reading.networks().stream().map(n -> n.getName()).toList()),
          value,
          SurePackage.Literals.VARIABLE_VALUE__REFERENCE);
    }
  }

  private Optional<Condition> membership(Membership membership) {
    if (membership.getInterval() == null) {
      return classes.membership(membership);
    }
    Interval interval = membership.getInterval();
    Optional<Piecewise> value = numbers.read(membership.getOperand());
    Optional<Rational> lower = Numbers.parse(interval.getLower());
    Optional<Rational> upper = Numbers.parse(interval.getUpper());
    if (value.isEmpty() || lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    if (lower.get().compareTo(upper.get()) > 0) {
      reading.report(
          IssueCodes.INTERVAL_EMPTY,
          "the interval " + Text.of(interval) + " is empty; put the smaller number first",
          interval,
          SurePackage.Literals.INTERVAL__LOWER);
      return Optional.empty();
    }
    return meaningful(
        Condition.all(
            List.of(
                minus(value.get(), lower.get()).compared(Comparison.GREATER_OR_EQUAL),
                minus(value.get(), upper.get()).compared(Comparison.LESS_OR_EQUAL))),
        membership);
  }

  private static Piecewise minus(Piecewise value, Rational number) {
    return value.plus(new Piecewise.Piece(Affine.constant(number.negate())));
  }

  private Optional<Condition> relation(Relation relation) {
    Optional<String> pairs = Chains.turned(relation);
    if (pairs.isPresent()) {
      reading.report(
          IssueCodes.EVENT_DIRECTIONS,
          "the signs of a chain point one way, as in 0 < a < 1; if both comparisons are meant, write "
              + pairs.get(),
          relation);
      return Optional.empty();
    }
    List<Condition> conditions = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < relation.getOperators().size(); i++) {
      Optional<Condition> pair =
          ClassReader.isAbout(relation, i) ? classes.pair(relation, i) : pair(relation, i);
      complete &= pair.isPresent();
      pair.ifPresent(conditions::add);
    }
    return complete ? meaningful(Condition.all(conditions), relation) : Optional.empty();
  }

  private Optional<Condition> pair(Relation relation, int index) {
    String symbol = relation.getOperators().get(index);
    Optional<Piecewise> left = numbers.read(relation.getOperands().get(index));
    Optional<Piecewise> right = numbers.read(relation.getOperands().get(index + 1));
    Optional<Comparison> comparison = Comparison.ofSymbol(symbol);
    if (comparison.isEmpty()) {
      reading.report(
          IssueCodes.EVENT_EQUALITY,
          notCompared(symbol, Equalities.interval(relation)),
          relation,
          SurePackage.Literals.RELATION__OPERATORS,
          index);
      return Optional.empty();
    }
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (left.get().size() * right.get().size() > MOST_COMPARISONS) {
      reading.report(
          IssueCodes.EVENT_SIZE,
          tooLarge(relation),
          relation,
          SurePackage.Literals.RELATION__OPERANDS,
          index);
      return Optional.empty();
    }
    Piecewise difference = left.get().plus(right.get().times(Rational.of(-1)));
    return bounded(difference.compared(comparison.get()), relation, index);
  }

  /** An input with finitely many values may be at one, which an interval says. */
  private static String notCompared(String symbol, Optional<String> interval) {
    return "'"
        + symbol
        + "' cannot compare here, for "
        + interval
            .map(
                text ->
                    "most single values have probability 0; write <, <=, > or >=, or "
                        + text
                        + " where the value has a probability, as at 1 of a Bernoulli or at 0"
                        + " behind a Relu")
            .orElse(
                "a single value has probability 0, unless the output stays at it, as at 0 behind a"
                    + " Relu; write <, <=, > or >=");
  }

  private Optional<Condition> bounded(Condition condition, Relation relation, int index) {
    if (isBounded(condition)) {
      return Optional.of(condition);
    }
    reading.report(
        IssueCodes.NUMBER,
        NumberReader.tooLong(relation),
        relation,
        SurePackage.Literals.RELATION__OPERANDS,
        index);
    return Optional.empty();
  }

  private static boolean isBounded(Condition condition) {
    if (condition instanceof Condition.Compared compared) {
      return compared.function().isBounded();
    }
    return condition instanceof Condition.All all
        ? all.parts().stream().allMatch(EventReader::isBounded)
        : !(condition instanceof Condition.Any any)
            || any.parts().stream().allMatch(EventReader::isBounded);
  }

  /** Unless it is about nothing, or its variables cancel out. */
  private Optional<Condition> meaningful(Condition condition, Expression part) {
    if (!(condition instanceof Condition.Certain certain)) {
      return Optional.of(condition);
    }
    if (EcoreUtil2.getAllContentsOfType(part, VariableReference.class).isEmpty()) {
      reportFirst(
          IssueCodes.EVENT_WITHOUT_OUTPUT, ClaimReader.withoutOutput("this event", reading), part);
    } else {
      reportFirst(
          IssueCodes.EVENT_CONSTANT,
          "the outputs in "
              + Text.quoted(part)
              + " cancel out, so that it "
              + (certain.happens() ? "always" : "never")
              + " happens; check the signs",
          part);
    }
    return Optional.empty();
  }

  private void reportFirst(String code, String message, Expression part) {
    if (part instanceof Relation) {
      reading.report(code, message, part, SurePackage.Literals.RELATION__OPERANDS, 0);
    } else {
      reading.report(code, message, part, SurePackage.Literals.MEMBERSHIP__OPERAND);
    }
  }
}
