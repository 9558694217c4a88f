package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.model.Expressions;
import surety.language.problems.IssueCodes;
import surety.language.sure.AndExpression;
import surety.language.sure.Assignment;
import surety.language.sure.Expression;
import surety.language.sure.Interval;
import surety.language.sure.Membership;
import surety.language.sure.NamedReference;
import surety.language.sure.NotExpression;
import surety.language.sure.OrExpression;
import surety.language.sure.Relation;
import surety.language.sure.SurePackage;

/** What stands behind {@code given}, in one world. */
final class GivenReader {
  private final Sampling sampling;
  private final RandomSumReader sums;

  GivenReader(Sampling sampling, World world) {
    this.sampling = sampling;
    this.sums = new RandomSumReader(sampling, world);
  }

  /** The condition of a line; nothing if something is wrong with it. */
  Optional<Given> read(Assignment line) {
    return Optional.ofNullable(line.getCondition()).flatMap(this::read);
  }

  private Optional<Given> read(Expression written) {
    Expression expression = Expressions.unwrapped(written);
    if (expression instanceof OrExpression or) {
      return all(or.getParts()).map(parts -> new Given.Combined(false, parts));
    }
    if (expression instanceof AndExpression and) {
      return all(and.getParts()).map(parts -> new Given.Combined(true, parts));
    }
    if (expression instanceof NotExpression not) {
      boolean isOdd = not.getNegations().size() % 2 == 1;
      return read(not.getOperand()).map(part -> isOdd ? new Given.Not(part) : part);
    }
    if (expression instanceof Relation relation) {
      return relation(relation);
    }
    if (expression instanceof Membership membership && membership.getInterval() != null) {
      return membership(membership);
    }
    if (EcoreUtil2.eAllOfType(expression, NamedReference.class).stream()
        .anyMatch(
            reference -> reference.getVariable() != null && reference.getVariable().eIsProxy())) {
      return Optional.empty(); // an unknown name has its message elsewhere
    }
    report(
        IssueCodes.EXPRESSION_KIND,
        Text.quoted(expression)
            + " is no condition on inputs above; compare sums of them with numbers, as in mode == 0"
            + " or load <= 3",
        expression);
    return Optional.empty();
  }

  private Optional<List<Given>> all(List<Expression> parts) {
    List<Given> conditions = new ArrayList<>();
    parts.forEach(part -> read(part).ifPresent(conditions::add));
    return conditions.size() == parts.size() ? Optional.of(conditions) : Optional.empty();
  }

  private Optional<Given> relation(Relation relation) {
    List<Given> parts = new ArrayList<>();
    for (int i = 0; i < relation.getOperators().size(); i++) {
      Optional<Linear> left = sums.known(relation.getOperands().get(i));
      Optional<Linear> right = sums.known(relation.getOperands().get(i + 1));
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      compared(left.get().minus(right.get()), relation.getOperators().get(i), relation)
          .ifPresent(parts::add);
    }
    return parts.size() == relation.getOperators().size()
        ? Optional.of(new Given.Combined(true, parts))
        : Optional.empty();
  }

  private Optional<Given> membership(Membership membership) {
    Interval interval = membership.getInterval();
    Optional<Linear> value = sums.known(membership.getOperand());
    Optional<Rational> lower = Numbers.parse(interval.getLower());
    Optional<Rational> upper = Numbers.parse(interval.getUpper());
    if (value.isEmpty() || lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    Optional<Given> above =
        compared(value.get().minus(Linear.constant(lower.get())), ">=", membership);
    Optional<Given> below =
        compared(value.get().minus(Linear.constant(upper.get())), "<=", membership);
    return above.isEmpty() || below.isEmpty()
        ? Optional.empty()
        : Optional.of(new Given.Combined(true, List.of(above.get(), below.get())));
  }

  /** A function of the coordinates, compared with 0. */
  private Optional<Given> compared(Linear function, String operator, Expression written) {
    if (function.isConstant()) {
      return Optional.of(new Given.Certain(holds(function.constant().signum(), operator)));
    }
    if (operator.equals("==") || operator.equals("!=")) {
      report(
          IssueCodes.EVENT_EQUALITY,
          Text.quoted(written)
              + " compares an input with a density, which equals a number with probability 0; write"
              + " <, <=, > or >=",
          written);
      return Optional.empty();
    }
    if (function.terms().size() > 1) {
      report(
          IssueCodes.UNSUPPORTED,
          Text.quoted(written)
              + " compares a sum of several random inputs; compare each by itself, as in"
              + " a <= 1 and b <= 2, or put the condition into the question: P(... | "
              + Text.shortened(Text.of(written))
              + ")",
          written);
      return Optional.empty();
    }
    int coordinate = function.terms().firstKey();
    Rational factor = function.terms().get(coordinate);
    boolean isBelow = operator.startsWith("<") == factor.signum() > 0;
    return Optional.of(
        new Given.Side(coordinate, function.constant().negate().dividedBy(factor), isBelow));
  }

  private static boolean holds(int sign, String operator) {
    return switch (operator) {
      case "<" -> sign < 0;
      case "<=" -> sign <= 0;
      case ">" -> sign > 0;
      case ">=" -> sign >= 0;
      case "==" -> sign == 0;
      default -> sign != 0;
    };
  }

  private void report(String code, String message, Expression part) {
    EObject line = part;
    while (!(line instanceof Assignment)) {
      line = line.eContainer();
    }
    sampling.report(code, message, line, SurePackage.Literals.ASSIGNMENT__CONDITION);
  }
}
