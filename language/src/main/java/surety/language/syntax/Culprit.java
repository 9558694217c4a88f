package surety.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * @param following the words behind it, as far as the element goes
 */
record Culprit(String text, boolean isKeyword, String previous, List<String> following) {
  /** More of a claim than stands behind its limit. */
  private static final int MOST_FOLLOWING = 40;

  private static final Set<String> NO_NAME_BEHIND = Set.of("in", "[");

  /** What stands between two events. */
  static final Set<String> JOINING = Set.of("and", "or");

  /** Behind which an event begins. */
  static final Set<String> OPENING = Set.of("(", "|", "=", "and", "or", "not");

  private static final Set<String> ENDS =
      Set.of(";", "semantics", "network", "distribution", "property", "query");

  /**
   * Finds it. In front of an input or output the parser must look two words ahead, and complains
   * about its name although it is the word behind that it cannot make sense of; but behind {@code
   * in} and {@code [} no name can stand, of two names in a row the second one is wrong, and where
   * {@code and} or {@code or} stands for a name, nothing stands before it.
   *
   * @param inReference whether the parser is in front of an input or output
   */
  static Culprit of(RecognitionException problem, String[] tokenNames, boolean inReference) {
    if (!(problem.input instanceof TokenStream tokens)) {
      return new Culprit("", false, "", List.of());
    }
    int index = visible(tokens, problem.index, 1);
    int before = visible(tokens, index - 1, -1);
    if (inReference
        && !NO_NAME_BEHIND.contains(text(tokens, before))
        && !name(tokens, before, tokenNames).equals("RULE_ID")
        && problem instanceof NoViableAltException
        && name(tokens, index, tokenNames).equals("RULE_ID")) {
      index =
          JOINING.contains(text(tokens, before))
                  && OPENING.contains(text(tokens, visible(tokens, before - 1, -1)))
              ? before
              : behindReference(tokens, index, tokenNames);
    }
    return new Culprit(
        text(tokens, index),
        name(tokens, index, tokenNames).matches("'\\w+'"),
        text(tokens, visible(tokens, index - 1, -1)),
        following(tokens, index));
  }

  /** Behind a name, and the one behind a point, if there is one. */
  private static int behindReference(TokenStream tokens, int name, String[] tokenNames) {
    int next = visible(tokens, name + 1, 1);
    int second = visible(tokens, next + 1, 1);
    return text(tokens, next).equals(".") && name(tokens, second, tokenNames).equals("RULE_ID")
        ? visible(tokens, second + 1, 1)
        : next;
  }

  /** The word behind it; empty at the end of the file. */
  String next() {
    return following.isEmpty() ? "" : following.get(0);
  }

  /** Whether a word stands behind it in the same element. */
  boolean precedes(String word) {
    return following.contains(word);
  }

  private static List<String> following(TokenStream tokens, int index) {
    List<String> words = new ArrayList<>();
    int next = index;
    String last = "";
    do {
      next = visible(tokens, next + 1, 1);
      last = text(tokens, next);
      words.add(last);
    } while (!last.isEmpty() && !ENDS.contains(last) && words.size() < MOST_FOLLOWING);
    return words;
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
