package surety.language.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.MissingTokenException;
import org.antlr.runtime.NoViableAltException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.UnwantedTokenException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Expression;
import surety.language.sure.Factor;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Operand;
import surety.language.sure.Property;
import surety.language.sure.Query;
import surety.language.sure.SettingsDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.Term;

/** Messages on what cannot be parsed, in the words of the language instead of the parser's. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {
  private static final String FIRST_WORDS =
      "'semantics', 'network', 'distribution', 'event', 'settings', 'property' or 'query'";
  private static final String OPERAND = "a number, an output or '('";

  /** Words behind which only a name can stand. */
  private static final Set<String> NAME_FOLLOWS =
      Set.of("network", "input", "output", "distribution", "for", "property", "query", "under");

  private static final Map<String, String> TERMINALS =
      Map.of(
          "RULE_ID", "a name",
          "RULE_INT", "a whole number",
          "RULE_DECIMAL", "a number",
          "RULE_STRING", "a text in quotation marks",
          "EOF", FIRST_WORDS);

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    RecognitionException problem = context.getRecognitionException();
    if (problem == null) {
      return message(unfinishedWord(context.getDefaultMessage()));
    }
    EObject where = context.getCurrentContext();
    Culprit culprit = Culprit.of(problem, context.getTokenNames(), isBeforeReference(where));
    Optional<String> expected =
        isBehindQuestion(problem, where)
            ? Optional.of("'under'")
            : expected(problem, context.getTokenNames());
    return Hints.find(culprit, expected, where)
        .map(hint -> new SyntaxErrorMessage(hint.message(), hint.code()))
        .orElseGet(
            () ->
                message(
                    expected.isPresent()
                        ? wrongWord(problem, culprit, expected.get())
                        : noWay(culprit, where)));
  }

  /**
   * Whether the distribution of a claim is missing; its loop, which could stand there as well, is
   * meant less often.
   */
  private static boolean isBehindQuestion(RecognitionException problem, EObject where) {
    if (!(problem instanceof NoViableAltException)) {
      return false;
    }
    if (where instanceof Query query) {
      return query.getQuantity() != null || query.getCdf() != null || query.getMoments() != null;
    }
    return where instanceof Property property
        && property.getQuantity() != null
        && (property.getLimit() != null
            || property.getRange() != null
            || (property.getFirst() != null && property.getComparison() == null));
  }

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
    return message(context.getValueConverterException().getMessage());
  }

  /** Whether only a name can stand there. */
  static boolean isBeforeName(Culprit culprit) {
    return NAME_FOLLOWS.contains(culprit.previous());
  }

  private static boolean isBeforeReference(EObject where) {
    return where instanceof DistributionDeclaration distribution
        ? distribution.getName() != null
        : where instanceof Expression
            || where instanceof Term
            || where instanceof Factor
            || where instanceof Operand;
  }

  /** The lexer gave up within a word; which one, only its own message says. */
  private static String unfinishedWord(String message) {
    if (message.contains("expecting '\"'")) {
      return "the text does not end on this line; add the closing quotation mark";
    }
    if (message.contains("expecting '*'") || message.contains("expecting '/'")) {
      return "the comment does not end; add */";
    }
    if (message.contains("loop did not match") || message.contains("no viable alternative at")) {
      return "the number is not complete; write digits behind the point and behind the e";
    }
    return "this is not understood";
  }

  /** One word was expected, another one came. */
  private static String wrongWord(RecognitionException problem, Culprit culprit, String expected) {
    String name = TERMINALS.getOrDefault(expected, expected);
    if (expected.equals("EOF")) {
      return "expected "
          + name
          + ", not "
          + found(culprit)
          + Names.nearest(
                  culprit.text(),
                  List.of(
                      "semantics",
                      "network",
                      "distribution",
                      "event",
                      "settings",
                      "property",
                      "query"))
              .map(nearest -> "; did you mean '" + nearest + "'?")
              .orElse("");
    }
    if (expected.equals("RULE_ID") && culprit.isKeyword()) {
      return notAName(culprit);
    }
    Optional<String> nearest =
        expected.equals("'}'")
            ? Names.nearest(culprit.text(), List.of("input", "output"))
            : Optional.empty();
    if (nearest.isPresent()) {
      return "expected '}', not " + found(culprit) + "; did you mean '" + nearest.get() + "'?";
    }
    if (problem instanceof MissingTokenException) {
      return name + " is missing before " + found(culprit);
    }
    return "expected " + name + ", not " + found(culprit);
  }

  /** Several words would have been right. */
  private static String noWay(Culprit culprit, EObject where) {
    String wanted = isBeforeName(culprit) ? "a name" : wanted(where, culprit);
    if (culprit.isKeyword() && wanted.startsWith("a name")) {
      return notAName(culprit);
    }
    if (isForNumber(culprit)) {
      return "expected a number, not "
          + found(culprit)
          + "; a constant stands in quantities, events and distributions, and here its number";
    }
    return "expected " + wanted + ", not " + found(culprit);
  }

  /** Whether a name stands where only a number can: where names may stand, they are no problem. */
  private static boolean isForNumber(Culprit culprit) {
    return Hints.isName(culprit.text())
        && !culprit.isKeyword()
        && (culprit.previous().matches("[\\[,]")
            || ClaimHints.OPTION_WORDS.contains(culprit.previous()));
  }

  private static String wanted(EObject where, Culprit culprit) {
    if (where == null || where instanceof SureFile) {
      return "a name";
    }
    if (where instanceof NetworkDeclaration network) {
      return network.getFile() == null
          ? "a file in quotation marks"
          : "'{ input NAME, ...; output NAME, ...; }' or ';'";
    }
    if (where instanceof DistributionDeclaration distribution) {
      return distribution.getName() == null || culprit.text().equals("{")
          ? "a name"
          : "'INPUT ~ DISTRIBUTION;' or 'INPUT = NUMBER;'";
    }
    if (where instanceof DistributionTerm) {
      return "a number, a list such as [0, 1], or a file in quotation marks";
    }
    if (where instanceof SettingsDeclaration) {
      return "'within 1e-3;', 'timeout 60 s;' or 'threads 2;'";
    }
    if (where instanceof Property property) {
      return property.getQuantity() == null
          ? (culprit.previous().equals(":") ? "" : "':' and ") + "a quantity such as P(...)"
          : "<, <=, > or >= and a limit, such as < 0.01, or a range such as in [0, 0.1]";
    }
    if (where instanceof Query query) {
      return query.getQuantity() == null && query.getCdf() == null && query.getMoments() == null
          ? "P(...) = ?, cdf(...) or moments(...)"
          : "'under DISTRIBUTION' and ';'";
    }
    return OPERAND;
  }

  private static String notAName(Culprit culprit) {
    return "'"
        + culprit.text()
        + "' is a word of the language and cannot be a name; choose another, such as '"
        + culprit.text()
        + "_'";
  }

  private static String found(Culprit culprit) {
    return culprit.text().isEmpty() ? "the end of the file" : "'" + shortened(culprit.text()) + "'";
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 40 ? line : line.substring(0, 40) + "...";
  }

  private static Optional<String> expected(RecognitionException problem, String[] tokenNames) {
    int type =
        problem instanceof UnwantedTokenException unwanted
            ? unwanted.expecting
            : problem instanceof MismatchedTokenException mismatched
                ? mismatched.expecting
                : Token.INVALID_TOKEN_TYPE;
    if (type == Token.EOF) {
      return Optional.of("EOF");
    }
    return type > Token.INVALID_TOKEN_TYPE && type < tokenNames.length
        ? Optional.of(tokenNames[type])
        : Optional.empty();
  }

  private static SyntaxErrorMessage message(String text) {
    return new SyntaxErrorMessage(text, IssueCodes.SYNTAX);
  }
}
