package surety.language.syntax;

import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.syntax.Hints.Hint;

/** Messages on names as they are allowed elsewhere. */
final class NameHints {
  /** What follows a name. */
  private static final Set<String> BEHIND_NAME = Set.of("':'", "'='", "';'", "'for'", "'{'", "'~'");

  private static final String LETTERS = "a name consists of letters, digits and '_'";

  private NameHints() {}

  static Optional<Hint> find(Culprit culprit, Optional<String> expected, EObject context) {
    String word = culprit.text();
    boolean isBehindName =
        expected
                .map(BEHIND_NAME::contains)
                .orElse(context instanceof Assignment || context instanceof DistributionDeclaration)
            && Hints.isName(culprit.previous());
    if (isBehindName && word.equals("-") && culprit.next().equals(">")) {
      return Optional.of(arrow(expected));
    }
    if (isBehindName && (word.equals("-") || word.equals("."))) {
      String next = culprit.next().matches("\\w+") ? culprit.next() : "";
      String name = culprit.previous() + "_" + next;
      return Optional.of(
          Hints.wrong(
              "'%s%s%s' is not a name; %s: write '%s'"
                  .formatted(culprit.previous(), word, next, LETTERS, name)));
    }
    if (SyntaxMessages.isBeforeName(culprit)) {
      return wrongStart(word);
    }
    return Optional.empty();
  }

  private static Hint arrow(Optional<String> expected) {
    return Hints.wrong(
        "'->' is not understood; write "
            + expected
                .map(sign -> sign.replace("'", ""))
                .filter(sign -> sign.equals("=") || sign.equals(":"))
                .orElse("~ before a distribution, and = before a number"));
  }

  private static Optional<Hint> wrongStart(String word) {
    if (Hints.isNumber(word)) {
      return Optional.of(
          Hints.wrong("expected a name, not '" + word + "'; a name begins with a letter or '_'"));
    }
    return word.startsWith("\"")
        ? Optional.of(
            Hints.wrong(
                "expected a name, not " + word + "; " + LETTERS + ", without quotation marks"))
        : Optional.empty();
  }
}
