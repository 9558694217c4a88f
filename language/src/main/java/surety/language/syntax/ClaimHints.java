package surety.language.syntax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import surety.language.sure.Cdf;
import surety.language.sure.Points;
import surety.language.sure.Property;
import surety.language.sure.Query;
import surety.language.sure.SettingsDeclaration;
import surety.language.syntax.Hints.Hint;
import surety.language.translation.Numbers;

/** Messages on what stands around the event: heads, limits, thresholds, distributions, options. */
final class ClaimHints {
  private static final String OPTIONS =
      "the wanted gap, the time limit and the number of threads stand behind the distribution of a"
          + " property or query, or in settings { within 1e-3; timeout 60 s; threads 2; }";
  private static final String CONDITION =
      "a condition stands inside of the parentheses, behind a bar: P(c > 0 | d > 0)";
  private static final String THRESHOLDS =
      "write how many points, as in at 100 points, or a list of thresholds in brackets, as in"
          + " at [0, 1, 2]";

  private static final String GRID =
      "for the joint cdf of two sums write at 20 x 20 points, or lists as in at [0, 1] x [2, 3]";

  /** How a block of options is called elsewhere. */
  private static final Set<String> SETTINGS =
      Set.of("options", "config", "set", "option", "within", "timeout", "threads", "gap");

  /** The words that options begin with. */
  static final Set<String> OPTION_WORDS = Set.of("within", "timeout", "threads");

  /** What may stand behind a distribution. */
  private static final Set<String> BEHIND_DISTRIBUTION =
      Set.of(";", "within", "timeout", "threads");

  private ClaimHints() {}

  static Optional<Hint> find(Culprit culprit, Optional<String> expected, EObject context) {
    if (DistributionHints.isInside(context)) {
      return Optional.empty();
    }
    String wanted = expected.orElse("");
    return switch (wanted) {
      case "EOF" -> topLevel(culprit);
      case "':'" -> head(culprit);
      case "'under'" -> distribution(culprit, context);
      case "'points'" -> thresholds(culprit);
      case "'}'" ->
          context instanceof SettingsDeclaration
              ? wrong(
                  "expected 'within 1e-3;', 'timeout 60 s;' or 'threads 2;', not '"
                      + culprit.text()
                      + "'")
              : Optional.empty();
      case "';'" -> options(culprit, context);
      default -> inside(culprit, context);
    };
  }

  private static Optional<Hint> topLevel(Culprit culprit) {
    String word = culprit.text();
    if ((word.equals("-") && culprit.next().equals("-")) || word.equals("%")) {
      return wrong("'" + word + "' is not understood; a comment begins with //");
    }
    if (word.equals(";")) {
      return wrong("';' is not understood behind '" + culprit.previous() + "'; leave it out");
    }
    return SETTINGS.contains(word)
        ? wrong("'" + word + "' is not understood; " + OPTIONS)
        : Optional.empty();
  }

  private static Optional<Hint> head(Culprit culprit) {
    String word = culprit.text();
    if (word.equals("(")) {
      return wrong("':' is missing before '('");
    }
    return Hints.isName(word) && !culprit.isKeyword() && !culprit.next().equals("(")
        ? wrong(
            "expected ':', not '%2$s'; a name is one word, such as %1$s_%2$s, and a title stands in quotation marks"
                .formatted(culprit.previous(), word))
        : Optional.empty();
  }

  private static Optional<Hint> distribution(Culprit culprit, EObject context) {
    String word = culprit.text();
    if (OPTION_WORDS.contains(word) || word.matches("[/%]")) {
      return Optional.empty();
    }
    return behindClaim(culprit, context).or(() -> under(culprit));
  }

  private static Optional<Hint> behindClaim(Culprit culprit, EObject context) {
    if (context instanceof Query query && query.getCdf() != null) {
      return behindCdf(culprit);
    }
    return context instanceof Query query && query.getMoments() != null
        ? behindMoments(culprit)
        : behindLimit(culprit, context);
  }

  private static Optional<Hint> behindMoments(Culprit culprit) {
    String word = culprit.text();
    if (Hints.isComparison(word)) {
      return wrong(
          "moments are many numbers and have no limit; limit one of them: property p: E(y[0]) < 3"
              + " under D");
    }
    return word.equals("=")
        ? wrong("'= ?' stands behind a quantity only; leave it out behind moments(...)")
        : Optional.empty();
  }

  private static Optional<Hint> behindCdf(Culprit culprit) {
    String word = culprit.text();
    if (Hints.isComparison(word)) {
      return wrong(
          "a cdf has no limit; leave '"
              + word
              + "' out, or limit one of its probabilities: property p: P(y[0] <= 3) < 0.2 under D");
    }
    if (word.equals("=")) {
      return wrong("'= ?' stands behind a quantity only; leave it out behind cdf(...)");
    }
    if (word.equals("points") && culprit.previous().equals("]")) {
      return wrong("'points' stands behind a number only; leave it out behind a list");
    }
    boolean isCount = Hints.isNumber(word) && culprit.next().equals("points");
    return word.equals("[") || isCount
        ? wrong("'at' is missing before '" + word + "'")
        : Optional.empty();
  }

  private static Optional<Hint> behindLimit(Culprit culprit, EObject context) {
    String word = culprit.text();
    if (word.equals("given")) {
      return wrong(CONDITION);
    }
    if ((word.equals("and") || word.equals("or")) && context instanceof Property) {
      return wrong("'" + word + "' is not understood here; write two properties");
    }
    if (word.matches("[-+*]") && context instanceof Property) {
      return wrong(
          "'" + word + "' is not understood here; a limit is one number: write 3/4 for 1/2 + 1/4");
    }
    return Hints.isNumber(culprit.previous()) && Hints.isName(word) && culprit.precedes("under")
        ? wrong("'" + word + "' is not understood here; a limit is one number, without a unit")
        : Optional.empty();
  }

  /** Only where there is none it is said to be missing. */
  private static Optional<Hint> under(Culprit culprit) {
    String word = culprit.text();
    if (culprit.precedes("under")) {
      return wrong("expected 'under DISTRIBUTION', not '" + word + "'");
    }
    if (Hints.isName(word) && !culprit.isKeyword() && isEnd(culprit.next())) {
      return wrong("'under' is missing before '" + word + "'");
    }
    boolean isOther =
        Hints.isName(word)
            && culprit.following().size() > 1
            && Hints.isName(culprit.next())
            && isEnd(culprit.following().get(1));
    if (isOther) {
      return wrong("expected 'under', not '%s'; write under %s".formatted(word, culprit.next()));
    }
    String before = word.isEmpty() ? "the end of the file" : "'" + word + "'";
    return wrong("the distribution is missing; write 'under DISTRIBUTION' before " + before);
  }

  private static boolean isEnd(String word) {
    return BEHIND_DISTRIBUTION.contains(word);
  }

  private static Optional<Hint> thresholds(Culprit culprit) {
    String word = culprit.text();
    if (Set.of("*", "X", "\u00d7").contains(word)) {
      return wrong("expected 'x' or 'points', not '" + word + "'; " + GRID);
    }
    if (word.equals(",")) {
      return wrong(
          "expected 'points', not ','; a list of thresholds stands in brackets, as in at [0, 1, 2]");
    }
    return word.equals("under")
        ? wrong(
            "'points' is missing before 'under'; a threshold stands in brackets, as in at [%s]"
                .formatted(culprit.previous()))
        : Optional.empty();
  }

  private static Optional<Hint> options(Culprit culprit, EObject context) {
    String word = culprit.text();
    boolean isClaim = context instanceof Property || context instanceof Query;
    if (!isClaim) {
      return Optional.empty();
    }
    if (word.equals("given")) {
      return wrong(CONDITION);
    }
    boolean isOption = Hints.isName(word) && !culprit.isKeyword();
    return isOption || word.equals(",") || word.equals("for")
        ? wrong(
            "expected ';', not '"
                + word
                + "'; behind the distribution may stand 'within 1e-3', the wanted gap, 'timeout 60 s' and 'threads 2'")
        : Optional.empty();
  }

  private static Optional<Hint> inside(Culprit culprit, EObject context) {
    String word = culprit.text();
    String before = culprit.previous();
    if (context instanceof Property property
        && property.getQuantity() != null
        && word.matches("=|==|!=")) {
      return wrong(
          "'"
              + word
              + "' is not understood here; write <, <=, > or >= and a limit, or a range such as in"
              + " [0.1, 0.2]");
    }
    if (before.equals("cdf") && word.equals("(")) {
      return wrong(
          "a whole cdf has no limit; limit one of its probabilities: property p: P(y[0] <= 3) < 0.2"
              + " under D");
    }
    if (before.equals("moments") && word.equals("(")) {
      return wrong(
          "moments are many numbers and have no limit; limit one of them: property p: E(y[0]) < 3"
              + " under D");
    }
    if (!(context instanceof Property) && hasPointsInside(culprit)) {
      return wrong("the points stand behind the parenthesis, as in cdf(y[0]) at 20 points");
    }
    if (context instanceof Points && Hints.isName(before)) {
      return wrong(
          "expected a number or list behind '" + before + "', not '" + word + "'; " + GRID);
    }
    if (before.equals("at") && (context instanceof Cdf || context instanceof Points)) {
      return wrong("'" + word + "' is not understood behind 'at'; " + THRESHOLDS);
    }
    if (context instanceof Property && Hints.isComparison(before) && Hints.isName(word)) {
      boolean isOneWord = !culprit.isKeyword() && !culprit.next().matches("[(.\\[]");
      if (isOneWord) {
        return wrong(
            "a limit is one number, not '"
                + word
                + "'; write the number, or bring the rest to the other side, as in P(c > 0) - k < 0"
                + " with a constant k");
      }
      return wrong(
          "a limit is one number, not '"
              + word
              + "'; bring the rest to the other side, as in P(c > 0) - P(d > 0) < 0");
    }
    return OPTION_WORDS.contains(before) && word.matches("[=:;}]|under")
        ? wrong("expected a number, not '%s'; write %s".formatted(word, example(before)))
        : Optional.empty();
  }

  /**
   * Whether {@code at 20 points} or {@code at [...]} comes before the parenthesis is closed: the
   * parser looks behind it before it takes a cdf for one, and complains of what stands at its
   * begin.
   */
  private static boolean hasPointsInside(Culprit culprit) {
    if (culprit.text().equals("at")) {
      return arePoints(culprit.next()) && culprit.precedes(")");
    }
    int depth = 1;
    List<String> words = culprit.following();
    for (int k = 0; k + 1 < words.size() && depth > 0; k++) {
      depth += words.get(k).equals("(") ? 1 : words.get(k).equals(")") ? -1 : 0;
      if (words.get(k).equals("at") && arePoints(words.get(k + 1))) {
        return depth > 0 && culprit.previous().matches("[-(,+*/]");
      }
    }
    return false;
  }

  private static boolean arePoints(String word) {
    return word.equals("[") || Hints.isNumber(word);
  }

  private static String example(String option) {
    return switch (option) {
      case "within" -> "within 1e-3";
      case "timeout" -> "timeout 60 s";
      default -> "threads 2";
    };
  }

  /** Behind any number that is no value of an output. */
  static Optional<Hint> percentage(String number) {
    String example =
        Numbers.parse(number).isPresent() && !number.contains("e") && !number.contains("E")
            ? "%s for %s %%"
                .formatted(
                    new BigDecimal(number).movePointLeft(2).stripTrailingZeros().toPlainString(),
                    number)
            : "0.01 for 1 %";
    return wrong("'%' is not understood; write " + example);
  }

  private static Optional<Hint> wrong(String message) {
    return Optional.of(Hints.wrong(message));
  }
}
