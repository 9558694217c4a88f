package surety.language.syntax;

import org.antlr.runtime.NoViableAltException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;

/**
 * The word that the parser could not go on with, and the one before it.
 *
 * @param text as it stands in the text; empty at the end of the file
 * @param isKeyword whether it is a word of the language
 * @param previous the word before it; empty at the beginning of the file
 * @param next the word behind it; empty at the end of the file
 */
record Culprit(String text, boolean isKeyword, String previous, String next) {
  /**
   * Finds it. In front of an input or output the parser must look two words ahead, and complains
   * about its name although it is the word behind that it cannot make sense of.
   *
   * @param inReference whether the parser is in front of an input or output
   */
  static Culprit of(RecognitionException problem, String[] tokenNames, boolean inReference) {
    if (!(problem.input instanceof TokenStream tokens)) {
      return new Culprit("", false, "", "");
    }
    int index = visible(tokens, problem.index, 1);
    if (inReference
        && problem instanceof NoViableAltException
        && name(tokens, index, tokenNames).equals("RULE_ID")) {
      index = visible(tokens, index + 1, 1);
    }
    return new Culprit(
        text(tokens, index),
        name(tokens, index, tokenNames).matches("'\\w+'"),
        text(tokens, visible(tokens, index - 1, -1)),
        text(tokens, visible(tokens, index + 1, 1)));
  }

  /** The next index, from one on in a direction, whose token is neither blank nor comment. */
  private static int visible(TokenStream tokens, int from, int step) {
    int index = from;
    while (isInside(tokens, index) && tokens.get(index).getChannel() != Token.DEFAULT_CHANNEL) {
      index += step;
    }
    return index;
  }

  private static boolean isInside(TokenStream tokens, int index) {
    return index >= 0 && index < tokens.size();
  }

  private static String name(TokenStream tokens, int index, String[] tokenNames) {
    int type = isInside(tokens, index) ? tokens.get(index).getType() : Token.EOF;
    return type < 0 || type >= tokenNames.length ? "" : tokenNames[type];
  }

  private static String text(TokenStream tokens, int index) {
    String text = isInside(tokens, index) ? tokens.get(index).getText() : null;
    return text == null ? "" : text;
  }
}
