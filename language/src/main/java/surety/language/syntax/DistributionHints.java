package surety.language.syntax;

import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import surety.language.sure.Argument;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Interval;
import surety.language.sure.Item;
import surety.language.sure.Value;
import surety.language.syntax.Hints.Hint;

/** Messages on distributions as they are written elsewhere, or will be able to be later. */
final class DistributionHints {
  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "^");
  private static final Set<String> INFINITE =
      Set.of("inf", "infinity", "Inf", "Infinity", "INF", "oo", "∞");

  private static final String CORRELATED =
      "correlated inputs are not supported yet; give each input a distribution of its own";
  private static final String MIXTURES =
      "mixtures are not supported yet; write a distribution for each of their parts";
  private static final String NUMBERS = "write the number itself, such as 0.01 or 3/4";

  private DistributionHints() {}

  /** Whether something stands in a distribution. */
  static boolean isInside(EObject context) {
    return context instanceof DistributionDeclaration
        || context instanceof Assignment
        || context instanceof DistributionTerm
        || context instanceof Interval
        || context instanceof Argument
        || context instanceof Value
        || context instanceof Item;
  }

  static Optional<Hint> find(Culprit culprit, Optional<String> expected, EObject context) {
    if (!isInside(context)) {
      return Optional.empty();
    }
    String word = culprit.text();
    if (INFINITE.contains(word)) {
      return Optional.of(
          Hints.wrong(
              "'"
                  + word
                  + "' is not a number; both ends of 'on' are numbers: write one far out, such as"
                  + " 1e6, or leave 'on' out"));
    }
    if (word.equals("in") && expected.equals(Optional.of("';'"))) {
      return Optional.of(
          Hints.wrong(
              "'in' is not understood; to cut a distribution off write 'on [LOWER, UPPER]'"));
    }
    if (context instanceof Assignment || context instanceof DistributionDeclaration) {
      return ofAssignment(culprit, expected);
    }
    return ofTerm(culprit, expected);
  }

  private static Optional<Hint> ofAssignment(Culprit culprit, Optional<String> expected) {
    String word = culprit.text();
    boolean isFactor = culprit.next().equals("*") && expected.equals(Optional.of("RULE_ID"));
    if (isFactor || (OPERATORS.contains(word) && culprit.previous().equals(")"))) {
      return Optional.of(Hints.notYet(MIXTURES));
    }
    if (word.equals(",") && culprit.previous().matches("[])]|[0-9].*")) {
      return Optional.of(
          Hints.wrong("expected ';', not ','; what is said of an input ends with ';'"));
    }
    boolean isList = word.equals(",") && !expected.equals(Optional.of("'{'"));
    if (isList || (word.equals("(") && !Hints.isName(culprit.previous()))) {
      return Optional.of(Hints.notYet(CORRELATED));
    }
    if (word.equals(",")) {
      return Optional.of(
          Hints.notYet("a distribution for several networks is not supported yet; write one each"));
    }
    return word.equals("given")
        ? Optional.of(
            Hints.notYet(
                "'given' is not supported yet; write a distribution for each of the cases"))
        : Optional.empty();
  }

  private static Optional<Hint> ofTerm(Culprit culprit, Optional<String> expected) {
    String word = culprit.text();
    if (word.equals("[") && expected.equals(Optional.of("'('"))) {
      return Optional.of(
          Hints.wrong(
              "'[' is not understood here; write the parameters in parentheses, such as %s(0, 1)"
                  .formatted(culprit.previous())));
    }
    if (OPERATORS.contains(word)) {
      return Optional.of(Hints.wrong("'" + word + "' is not understood here; " + NUMBERS));
    }
    if (Hints.isName(word) && culprit.next().equals("(")) {
      return Optional.of(Hints.notYet(MIXTURES));
    }
    if (word.equals("(") && Hints.isName(culprit.previous())) {
      return Optional.of(
          Hints.wrong("'" + culprit.previous() + "(...)' is not understood here; " + NUMBERS));
    }
    boolean isEnd = word.equals(",") || word.equals(")");
    return isEnd && Hints.isName(culprit.previous()) && expected.equals(Optional.of("'='"))
        ? Optional.of(
            Hints.notYet(
                "'"
                    + culprit.previous()
                    + "' is no number; parameters that depend on other inputs are not supported"
                    + " yet, so "
                    + NUMBERS))
        : Optional.empty();
  }
}
