package surety.language.syntax;

import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import surety.language.sure.ClaimDeclaration;
import surety.language.syntax.Hints.Hint;

/** Messages on events as they are written elsewhere: with other signs for the same. */
final class EventHints {
  private static final Set<String> BEFORE_OPERAND =
      Set.of("(", "+", "-", "*", "/", "<", "<=", ">", ">=", ",", "and", "or", "not");

  private EventHints() {}

  static Optional<Hint> find(Culprit culprit, Optional<String> expected, EObject context) {
    if (DistributionHints.isInside(context)) {
      return Optional.empty();
    }
    if (culprit.previous().equals("in")) {
      return Optional.of(
          Hints.wrong(
              "behind 'in' stands an interval such as [0, 1], or classes such as {a, b}, not '"
                  + culprit.text()
                  + "'"));
    }
    return switch (culprit.text()) {
      case "|" -> Optional.of(bar(culprit));
      case "!" -> Optional.of(Hints.wrong("'!' is not understood; write 'not'"));
      case "=", "==" -> inEvent(culprit, context) ? equality(culprit) : Optional.empty();
      case ">" -> culprit.previous().equals("<") ? Optional.of(noEquality("<>")) : Optional.empty();
      case "%" -> inEvent(culprit, context) ? Optional.of(percentage()) : Optional.empty();
      case "[" -> culprit.previous().equals(")") ? Optional.of(element()) : Optional.empty();
      default -> unit(culprit, expected);
    };
  }

  /** What is claimed ends behind the last parenthesis. */
  private static boolean inEvent(Culprit culprit, EObject context) {
    return !(context instanceof ClaimDeclaration) && culprit.precedes(")");
  }

  /** {@code =} for {@code ==}, also {@code =>}. */
  private static Optional<Hint> equality(Culprit culprit) {
    String next = culprit.next();
    if (next.equals("<") || next.equals(">")) {
      return Optional.of(Hints.wrong("'=%s' is not understood; write %s=".formatted(next, next)));
    }
    return culprit.text().equals("=") ? Optional.of(noEquality("=")) : Optional.empty();
  }

  private static Hint noEquality(String sign) {
    return Hints.wrong(
        "'"
            + sign
            + "' is not understood here; write <, <=, > or >=, and == or != between classes, as in"
            + " argmax(N) == c");
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
            && !culprit.isKeyword()
        ? Optional.of(
            Hints.wrong(
                "'%1$s' is not understood behind %2$s; numbers have no units: leave '%1$s' out, or write %2$s * %1$s if it is an output"
                    .formatted(culprit.text(), culprit.previous())))
        : Optional.empty();
  }

  private static Hint element() {
    return Hints.wrong(
        "'[' is not understood here; an output stands without the inputs, as in y[0] or N.y[0]");
  }

  private static Hint bar(Culprit culprit) {
    if (culprit.previous().equals("|")) {
      return Hints.wrong("'||' is not understood; write 'or'");
    }
    return BEFORE_OPERAND.contains(culprit.previous())
        ? Hints.wrong("'|...|' is not understood; write abs(...)")
        : Hints.wrong(
            "'|' is not understood here; a condition stands in P(... | ...) once: join several"
                + " with 'and'");
  }
}
