package surety.language.syntax;

import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import surety.language.problems.OtherCases;
import surety.language.sure.Argument;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.IndexedReference;
import surety.language.sure.Interval;
import surety.language.sure.Item;
import surety.language.sure.Value;
import surety.language.syntax.Hints.Hint;
import surety.language.translation.Family;

/** Messages on distributions as they are written elsewhere, or will be able to be later. */
final class DistributionHints {
  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "^");
  private static final Set<String> INFINITE =
      Set.of("infinity", "Inf", "Infinity", "INF", "oo", "∞");

  private static final String TOGETHER =
      "several inputs together stand in parentheses, as in (a, b) ~ Normal([0, 0], [[1, 0.3], [0.3,"
          + " 1]])";
  private static final String MIXTURES =
      "a mixture has a weight before each part, as in Mixture(0.3: Normal(0, 1), 0.7: Normal(3,"
          + " 2))";
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
    if (context instanceof IndexedReference list
        && list.getVector() != null
        && Family.ofWord(list.getVector()).isPresent()) {
      return Optional.of(
          Hints.wrong(
              "'[' is not understood here; write the parameters in parentheses, such as %s(0, 1)"
                  .formatted(list.getVector())));
    }
    if (!isInside(context)) {
      return Optional.empty();
    }
    String word = culprit.text();
    if (INFINITE.contains(word)) {
      return Optional.of(
          Hints.wrong(
              "'"
                  + word
                  + "' is not understood; write inf or -inf for an interval without an end"));
    }
    if (word.equals("in") && expected.equals(Optional.of("';'"))) {
      return Optional.of(
          Hints.wrong(
              "'in' is not understood; to cut a distribution off write 'on [LOWER, UPPER]'"));
    }
    if (word.equals("[") && culprit.previous().equals(")") && expected.equals(Optional.of("';'"))) {
      return Optional.of(
          Hints.wrong("expected ';', not '['; to cut a distribution off write 'on [...]'"));
    }
    if (context instanceof Assignment || context instanceof DistributionDeclaration) {
      Optional<Hint> ofCase = ofCase(culprit, expected, context);
      return ofCase.isPresent() ? ofCase : ofAssignment(culprit, expected);
    }
    return ofTerm(culprit, expected);
  }

  private static Optional<Hint> ofCase(
      Culprit culprit, Optional<String> expected, EObject context) {
    if (OtherCases.contain(culprit.text())) {
      return Optional.of(Hints.wrong(OtherCases.message(culprit.text())));
    }
    if (OtherCases.contain(culprit.previous()) && context instanceof DistributionDeclaration) {
      return Optional.of(Hints.wrong(OtherCases.message(culprit.previous())));
    }
    boolean isCompared =
        culprit.text().equals("=")
            && expected.equals(Optional.of("';'"))
            && context instanceof Assignment line
            && line.getCondition() != null;
    return isCompared
        ? Optional.of(
            Hints.wrong("'=' compares nothing; write '==', as in b ~ Normal(0, 1) given a == 0"))
        : Optional.empty();
  }

  private static Optional<Hint> ofAssignment(Culprit culprit, Optional<String> expected) {
    String word = culprit.text();
    if (word.equals(",") && culprit.previous().matches("[])]|[0-9].*")) {
      return Optional.of(
          Hints.wrong("expected ';', not ','; what is said of an input ends with ';'"));
    }
    boolean isList = word.equals(",") && !expected.equals(Optional.of("'{'"));
    if (isList || (word.equals("(") && !Hints.isName(culprit.previous()))) {
      return Optional.of(Hints.wrong(TOGETHER));
    }
    if (word.equals(",")) {
      return Optional.of(
          Hints.notYet("a distribution for several networks is not supported yet; write one each"));
    }
    return Optional.empty();
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
    if (culprit.previous().equals("[") && Hints.isName(word) && culprit.next().equals("(")) {
      return Optional.of(Hints.wrong(MIXTURES));
    }
    return Optional.empty();
  }
}
