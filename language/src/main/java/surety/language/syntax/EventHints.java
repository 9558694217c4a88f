package surety.language.syntax;

import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import surety.language.sure.EventExpression;
import surety.language.sure.Probability;
import surety.language.syntax.Hints.Hint;

/** Messages on events as they are written elsewhere: with functions, bars, and more than one. */
final class EventHints {
  private static final Set<String> BEFORE_OPERAND =
      Set.of("(", "+", "-", "*", "/", "<", "<=", ">", ">=", ",");

  private EventHints() {}

  static Optional<Hint> find(Culprit culprit, Optional<String> expected, EObject context) {
    if (DistributionHints.isInside(context)) {
      return Optional.empty();
    }
    return switch (culprit.text()) {
      case "|" -> Optional.of(bar(culprit));
      case "!" -> Optional.of(culprit.next().equals("=") ? noEquality("!=") : negation());
      case "." -> dot(culprit);
      case "(" -> call(culprit);
      case "=" -> inEvent(context) ? equality(culprit) : Optional.empty();
      case ">" ->
          culprit.previous().equals("<") && !expected.equals(Optional.of("')'"))
              ? Optional.of(noEquality("<>"))
              : comparison(culprit, expected, context);
      case "%" -> inEvent(context) ? Optional.of(percentage()) : Optional.empty();
      default -> comparison(culprit, expected, context).or(() -> unit(culprit, expected));
    };
  }

  private static boolean inEvent(EObject context) {
    return context instanceof EventExpression || context instanceof Probability;
  }

  private static Optional<Hint> comparison(
      Culprit culprit, Optional<String> expected, EObject context) {
    return Hints.isComparison(culprit.text())
            && expected.equals(Optional.of("')'"))
            && !(context instanceof Probability)
        ? insideParentheses(culprit)
        : Optional.empty();
  }

  /** {@code =} and {@code ==}, also {@code =>}, and {@code argmax = k}. */
  private static Optional<Hint> equality(Culprit culprit) {
    String next = culprit.next();
    if (next.equals("<") || next.equals(">")) {
      return Optional.of(Hints.wrong("'=%s' is not understood; write %s=".formatted(next, next)));
    }
    return Hints.notYetWord(culprit.previous())
        .or(() -> Optional.of(noEquality(next.equals("=") ? "==" : "=")));
  }

  private static Hint noEquality(String sign) {
    return Hints.wrong(
        "'"
            + sign
            + "' cannot compare here, for a single value has probability 0, unless the output stays"
            + " at it, as at 0 behind a Relu; write <, <=, > or >=");
  }

  private static Hint percentage() {
    return Hints.wrong(
        "'%' has no meaning in an event; write the number as the output counts it, such as 80 or"
            + " 0.8 for 80 %");
  }

  private static Optional<Hint> unit(Culprit culprit, Optional<String> expected) {
    return expected.equals(Optional.of("')'"))
            && Hints.isNumber(culprit.previous())
            && Hints.isName(culprit.text())
        ? Optional.of(
            Hints.wrong(
                "'%1$s' is not understood behind %2$s; numbers have no units: leave '%1$s' out, or write %2$s * %1$s if it is an output"
                    .formatted(culprit.text(), culprit.previous())))
        : Optional.empty();
  }

  private static Hint bar(Culprit culprit) {
    if (culprit.next().equals("|")) {
      return Hints.notYet("'||' is not supported yet; " + Hints.ONE_COMPARISON);
    }
    return BEFORE_OPERAND.contains(culprit.previous())
        ? Hints.notYet("'|...|' is not supported yet; ask for both sides in two properties")
        : Hints.notYet("conditional probabilities are not supported yet; " + Hints.ONE_COMPARISON);
  }

  private static Hint negation() {
    return Hints.notYet(
        "'!' is not supported yet; turn the comparison round: instead of !(a > b) write a <= b");
  }

  /** {@code N.y}; a number without a digit before its point is something else. */
  private static Optional<Hint> dot(Culprit culprit) {
    return Hints.isName(culprit.previous()) && Hints.isName(culprit.next())
        ? Optional.of(
            Hints.wrong(
                "'%s.%s' is not understood; an output stands without its network: write '%s'"
                    .formatted(culprit.previous(), culprit.next(), culprit.next())))
        : Optional.empty();
  }

  private static Optional<Hint> call(Culprit culprit) {
    return Hints.isName(culprit.previous()) && !Hints.isReserved(culprit.previous())
        ? Optional.of(
            Hints.notYet(
                "'%s(...)' is not supported yet: an event compares sums of outputs, which stand"
                        .formatted(culprit.previous())
                    + " without their network and its inputs, such as y[0] - y[1] > 0.5"))
        : Optional.empty();
  }

  private static Optional<Hint> insideParentheses(Culprit culprit) {
    return Optional.of(
        Hints.wrong(
            "the comparison '"
                + culprit.text()
                + "' stands inside of parentheses; write one pair only, as in P(a > 1)"));
  }
}
