package surety.language.syntax;

import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import surety.language.problems.IssueCodes;
import surety.language.sure.Assignment;
import surety.language.sure.Query;
import surety.language.sure.Timeout;

/** Messages on what people write because they know it from elsewhere, or will be able to later. */
final class Hints {
  /** What comes later, wherever it stands. */
  private static final Map<String, String> NOT_YET =
      Map.of(
          "import", "write everything into one file",
          "include", "write everything into one file");

  /** What is written differently, wherever it stands. */
  private static final Map<String, String> WRITTEN_DIFFERENTLY =
      Map.ofEntries(
          Map.entry("!", "write <, <=, > or >="),
          Map.entry("≤", "write <="),
          Map.entry("≥", "write >="),
          Map.entry("∧", "write 'and'"),
          Map.entry("∨", "write 'or'"),
          Map.entry("¬", "write 'not'"),
          Map.entry(
              "^", "events are linear, and a power of a quantity is a product, as in E(c) * E(c)"),
          Map.entry("&", "write 'and'"),
          Map.entry("#", "a comment begins with //"),
          Map.entry(".", "write a digit before the point, such as 0.5"),
          Map.entry("'", "text stands in double quotation marks"));

  private Hints() {}

  /** A code with a message. */
  record Hint(String code, String message) {}

  /**
   * The hint for a word.
   *
   * @param expected the word that was expected instead, if there was only one
   */
  static Optional<Hint> find(Culprit culprit, Optional<String> expected, EObject context) {
    String word = culprit.text().equals("(") ? culprit.previous() : culprit.text();
    Optional<Hint> later = notYetWord(word);
    if (later.isPresent()) {
      return later;
    }
    Optional<Hint> elsewhere =
        NameHints.find(culprit, expected, context)
            .or(() -> DistributionHints.find(culprit, expected, context))
            .or(() -> ClaimHints.find(culprit, expected, context))
            .or(() -> EventHints.find(culprit, expected, context));
    if (elsewhere.isPresent()) {
      return elsewhere;
    }
    if (word.equals("%")) {
      return ClaimHints.percentage(culprit.previous());
    }
    if (WRITTEN_DIFFERENTLY.containsKey(word)) {
      return syntax("'" + word + "' is not understood; " + WRITTEN_DIFFERENTLY.get(word));
    }
    return inContext(culprit, expected, context)
        .or(() -> misplaced(culprit.text(), expected))
        .or(() -> missing(culprit.text(), expected, context));
  }

  private static Optional<Hint> inContext(
      Culprit culprit, Optional<String> expected, EObject context) {
    String word = culprit.text();
    if (culprit.previous().equals("[") && expected.equals(Optional.of("RULE_INT"))) {
      return syntax("'[' is not understood here; write P(...) with parentheses");
    }
    if (isComparison(word) && context instanceof Query && expected.equals(Optional.of("'='"))) {
      return syntax("a query has no limit; write P(...) = ?, or make it a property");
    }
    return Optional.empty();
  }

  private static Optional<Hint> misplaced(String word, Optional<String> expected) {
    if (ClaimHints.OPTION_WORDS.contains(word) && expected.equals(Optional.of("'under'"))) {
      return syntax("'" + word + "' stands too early; write it behind 'under DISTRIBUTION'");
    }
    if (word.equals("at") && expected.equals(Optional.of("';'"))) {
      return syntax(
          "'at' stands too late; write it before 'under', as in cdf(y[0]) at 100 points under D");
    }
    return Optional.empty();
  }

  private static Optional<Hint> missing(String word, Optional<String> expected, EObject context) {
    String before = word.isEmpty() ? "the end of the file" : "'" + word + "'";
    if (expected.equals(Optional.of("'='")) && context instanceof Query && word.equals("?")) {
      return syntax("'=' is missing before '?'");
    }
    if (expected.equals(Optional.of("'='")) && context instanceof Query) {
      return syntax("'= ?' is missing before " + before + "; a query asks for a quantity");
    }
    if (expected.equals(Optional.of("RULE_ID")) && context instanceof Assignment) {
      return syntax(
          "expected a distribution such as Normal(0, 1), not "
              + before
              + "; for a fixed value write '=' instead of '~'");
    }
    if (expected.isEmpty() && context instanceof Assignment) {
      return syntax(
          "expected a number, not " + before + "; for a distribution write '~' instead of '='");
    }
    if (expected.equals(Optional.of("RULE_ID")) && context instanceof Timeout) {
      return syntax("the unit of the timeout is missing; write ms, s, min or h");
    }
    return Optional.empty();
  }

  /** What will be understood later. */
  static Hint notYet(String message) {
    return new Hint(IssueCodes.UNSUPPORTED, message);
  }

  /** What is written differently. */
  static Hint wrong(String message) {
    return new Hint(IssueCodes.SYNTAX, message);
  }

  /** The message for a word that comes later, if it does. */
  static Optional<Hint> notYetWord(String word) {
    return Optional.ofNullable(NOT_YET.get(word))
        .map(wayOut -> notYet("'" + word + "' is not supported yet; " + wayOut));
  }

  static boolean isName(String word) {
    return word.matches("[A-Za-z_][A-Za-z_0-9]*");
  }

  static boolean isNumber(String word) {
    return word.matches("[0-9].*");
  }

  static boolean isComparison(String word) {
    return word.equals("<") || word.equals("<=") || word.equals(">") || word.equals(">=");
  }

  private static Optional<Hint> syntax(String message) {
    return Optional.of(wrong(message));
  }
}
