package surety.language.syntax;

import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
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
      case "!" -> culprit.next().equals("=") ? Optional.empty() : Optional.of(negation());
      case "." -> dot(culprit);
      case "(" -> call(culprit);
      default ->
          Hints.isComparison(culprit.text())
                  && expected.equals(Optional.of("')'"))
                  && !(context instanceof Probability)
              ? insideParentheses(culprit)
              : Optional.empty();
    };
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
    return isName(culprit.previous()) && isName(culprit.next())
        ? Optional.of(
            Hints.wrong(
                "'%s.%s' is not understood; an output stands without its network: write '%s'"
                    .formatted(culprit.previous(), culprit.next(), culprit.next())))
        : Optional.empty();
  }

  private static Optional<Hint> call(Culprit culprit) {
    return isName(culprit.previous()) && !Hints.isReserved(culprit.previous())
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

  private static boolean isName(String word) {
    return word.matches("[A-Za-z_][A-Za-z_0-9]*");
  }
}
