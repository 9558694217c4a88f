package surety.language.syntax;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import surety.language.sure.Call;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Membership;
import surety.language.syntax.Hints.Hint;
import surety.language.translation.Function;

/** Messages on events as they are written elsewhere: with other signs for the same. */
final class EventHints {
  private static final Set<String> BEFORE_OPERAND =
      Set.of("(", "+", "-", "*", "/", "<", "<=", ">", ">=", ",", "and", "or", "not");

  /** Words as they are written elsewhere. */
  private static final Map<String, String> WORDS =
      Map.of("AND", "and", "And", "and", "OR", "or", "Or", "or", "NOT", "not", "Not", "not");

  /** What joins events elsewhere, with how it is written here. */
  private static final Map<String, String> JOINED =
      Map.of(
          "xor", "(a and not b) or (b and not a) for a xor b",
          "XOR", "(a and not b) or (b and not a) for a XOR b",
          "implies", "not a or b for a implies b",
          "iff", "(a and b) or not (a or b) for a iff b");

  /** Behind which an event has ended. */
  private static final Set<String> CLOSING = Set.of(")", "|", ";", "");

  /** The functions whose last argument is a level. */
  private static final Set<String> LEVELLED =
      Set.of(Function.QUANTILE.word(), Function.CVAR.word());

  private EventHints() {}

  static Optional<Hint> find(Culprit culprit, Optional<String> expected, EObject context) {
    if (DistributionHints.isInside(context)) {
      return Optional.empty();
    }
    if (culprit.previous().equals("in")) {
      return Optional.of(behindIn(culprit.text()));
    }
    if (context instanceof Membership) {
      return classes(culprit);
    }
    Optional<Hint> alone = withoutEvent(culprit);
    if (alone.isPresent()) {
      return alone;
    }
    if (WORDS.containsKey(culprit.previous())) {
      return Optional.of(otherWord(culprit.previous()));
    }
    if (WORDS.containsKey(culprit.text())) {
      return Optional.of(otherWord(culprit.text()));
    }
    if (JOINED.containsKey(culprit.text())) {
      return Optional.of(
          Hints.wrong(
              "'%s' is not understood; write %s"
                  .formatted(culprit.text(), JOINED.get(culprit.text()))));
    }
    return switch (culprit.text()) {
      case "given" -> inEvent(culprit, context) ? Optional.of(given()) : Optional.empty();
      case "," -> lastCondition(context);
      case "|" -> Optional.of(bar(culprit));
      case "!" -> Optional.of(Hints.wrong("'!' is not understood; write 'not'"));
      case "=", "==" -> inEvent(culprit, context) ? equality(culprit) : Optional.empty();
      case ">" -> culprit.previous().equals("<") ? Optional.of(noEquality("<>")) : Optional.empty();
      case "{" -> culprit.previous().matches("[!=]=") ? Optional.of(set()) : Optional.empty();
      case "%" -> inEvent(culprit, context) ? percentage(culprit, context) : Optional.empty();
      case "[" -> culprit.previous().equals(")") ? Optional.of(element()) : Optional.empty();
      default -> unit(culprit, expected);
    };
  }

  private static Hint behindIn(String word) {
    String wayOut =
        Hints.isName(word)
            ? "; write {" + word + "}"
            : word.equals("(") ? "; a range contains its ends, and stands in brackets" : "";
    return Hints.wrong(
        "behind 'in' stands an interval such as [0, 1], or classes such as {a, b}, not '"
            + word
            + "'"
            + wayOut);
  }

  /** A word between or before events that lacks one. */
  private static Optional<Hint> withoutEvent(Culprit culprit) {
    String word = culprit.text();
    String before = culprit.previous();
    if (Culprit.JOINING.contains(word) && Culprit.OPENING.contains(before)) {
      return Optional.of(joins(word, "before"));
    }
    if (!CLOSING.contains(word)) {
      return Optional.empty();
    }
    return before.equals("not")
        ? Optional.of(Hints.wrong("an event is missing behind 'not', as in not c > 0"))
        : Culprit.JOINING.contains(before)
            ? Optional.of(joins(before, "behind"))
            : Optional.empty();
  }

  private static Hint joins(String word, String where) {
    return Hints.wrong(
        "'%1$s' stands between two events, as in c > 0 %1$s d > 0; one is missing %2$s it"
            .formatted(word, where));
  }

  /** Within the brackets or braces behind {@code in}. */
  private static Optional<Hint> classes(Culprit culprit) {
    if (culprit.previous().equals("[") && Hints.isName(culprit.text())) {
      return Optional.of(
          Hints.wrong(
              "between the brackets behind 'in' stand two numbers, as in [0, 1], not '"
                  + culprit.text()
                  + "'; classes stand in braces, as in argmax(N) in {a, b}"));
    }
    return Hints.isName(culprit.previous()) && Hints.isName(culprit.text())
        ? Optional.of(Hints.wrong("',' or '}' is missing before '" + culprit.text() + "'"))
        : culprit.previous().matches("[{,]")
            ? Optional.of(
                Hints.wrong(
                    "between the braces behind 'in' stand outputs, as in argmax(N) in {a, b}, not '"
                        + culprit.text()
                        + "'"
                        + (Hints.isNumber(culprit.text())
                            ? "; for an interval write brackets, as in [0, 1]"
                            : "")))
            : Optional.empty();
  }

  private static Hint otherWord(String word) {
    return Hints.wrong("'%s' is not understood; write '%s'".formatted(word, WORDS.get(word)));
  }

  private static Hint given() {
    return Hints.wrong(
        "'given' is not understood; write '|' before the condition, as in P(c > 0 | d > 0)");
  }

  /** A condition is the last part of a function, and few functions take one. */
  private static Optional<Hint> lastCondition(EObject context) {
    if (!(context instanceof Call call) || call.getGiven() == null) {
      return Optional.empty();
    }
    Optional<Function> function = Function.ofWord(call.getFunction());
    return Optional.of(
        Hints.wrong(
            function.isPresent() && !function.get().takesCondition()
                ? "%s takes no condition; write %s without '| ...'"
                    .formatted(call.getFunction(), function.get().usage())
                : "nothing can stand behind a condition; join several with 'and'"));
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

  private static Hint set() {
    return Hints.wrong("'{' is not understood here; several classes stand behind 'in'");
  }

  /** The level of a quantile is a share, any other number is one of outputs and inputs. */
  private static Optional<Hint> percentage(Culprit culprit, EObject context) {
    return context instanceof Call call && LEVELLED.contains(call.getFunction())
        ? ClaimHints.percentage(culprit.previous())
        : Optional.of(
            Hints.wrong(
                "'%' has no meaning in an event; write the number as the output counts it, such as"
                    + " 80 or 0.8 for 80 %"));
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
            "'|' is not understood here; a condition stands in P(... | ...), E(... | ...) or"
                + " cdf(... | ...) once: join several with 'and'");
  }
}
