package surety.language.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import surety.language.parser.antlr.internal.InternalSureLexer;
import surety.language.problems.IssueCodes;

/**
 * What a text must satisfy before it is parsed, so that no file can exhaust memory or stack: it is
 * UTF-8 text of bounded length, with a bounded number of words and of open parentheses.
 */
public final class TextLimits {
  /** The most bytes of a specification. */
  public static final int MOST_BYTES = 8 << 20;

  /**
   * The most words, numbers, signs and comments; each takes some hundred bytes of a syntax tree.
   */
  private static final int MOST_TOKENS = 250_000;

  /** The parser calls itself for each. */
  private static final int MOST_OPEN = 200;

  private TextLimits() {}

  /** Why a text is refused, and where: line and column from 1, offset from 0. */
  public record Problem(String code, String message, int line, int column, int offset) {}

  /** The text of a file, or why it has none. */
  public record Reading(String text, Optional<Problem> problem) {}

  /** Decodes and checks the bytes of a file. */
  public static Reading read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Reading("", Optional.of(tooLarge()));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new Reading(
          "",
          Optional.of(
              start(
                  IssueCodes.TEXT_NOT_TEXT,
                  "this is not UTF-8 text; a specification is a text file, save it as UTF-8")));
    }
    Optional<Problem> problem = check(text);
    return new Reading(text, problem);
  }

  /** Checks a text. */
  public static Optional<Problem> check(String text) {
    if (text.length() > MOST_BYTES) {
      return Optional.of(tooLarge());
    }
    OptionalInt control = text.chars().filter(TextLimits::isControl).findFirst();
    if (control.isPresent()) {
      int offset = text.indexOf(control.getAsInt());
      return Optional.of(
          at(
              text,
              offset,
              IssueCodes.TEXT_NOT_TEXT,
              "the control character "
                  + String.format("U+%04X", control.getAsInt())
                  + " cannot be in a specification; is this a text file?"));
    }
    return isSurelySmall(text) ? Optional.empty() : checkTokens(text);
  }

  /** Most texts are far from the limits; a token has at least one character. */
  private static boolean isSurelySmall(String text) {
    return text.length() <= MOST_TOKENS && Parentheses.areAtMost(MOST_OPEN, text);
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }

  /** Counts exactly. */
  static Optional<Problem> checkTokens(String text) {
    InternalSureLexer lexer = new InternalSureLexer(new ANTLRStringStream(text));
    int tokens = 0;
    int open = 0;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens += token.getType() == InternalSureLexer.RULE_WS ? 0 : 1;
      if (tokens > MOST_TOKENS) {
        return Optional.of(tooLarge());
      }
      // Comments and text in quotation marks are tokens of their own and never just a parenthesis.
      if (token.getText().equals("(")) {
        open++;
      } else if (token.getText().equals(")")) {
        open = Math.max(0, open - 1);
      }
      if (open > MOST_OPEN) {
        return Optional.of(
            at(
                text,
                ((org.antlr.runtime.CommonToken) token).getStartIndex(),
                IssueCodes.TEXT_TOO_DEEP,
                "more than " + MOST_OPEN + " parentheses are open here; write simpler sums"));
      }
    }
    return Optional.empty();
  }

  private static Problem tooLarge() {
    return start(
        IssueCodes.TEXT_TOO_LARGE,
        "this specification is larger than "
            + (MOST_BYTES >> 20)
            + " MB or "
            + MOST_TOKENS
            + " words; split it, and put histograms into files");
  }

  private static Problem start(String code, String message) {
    return new Problem(code, message, 1, 1, 0);
  }

  private static Problem at(String text, int offset, String code, String message) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    int column = offset - text.lastIndexOf('\n', offset - 1);
    return new Problem(code, message, line, column, offset);
  }
}
