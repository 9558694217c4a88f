package surety.language.ide.signature;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import surety.language.translation.CdfForms;
import surety.language.translation.Function;

/**
 * Where one is in a function that may be half written.
 *
 * @param word of the function, or of a cdf, that is being written, the innermost one
 * @param place how many arguments are complete
 * @param isCondition whether one is behind the bar
 */
record CallCaret(String word, int place, boolean isCondition) {
  /** No function goes beyond these; there may be braces in one. */
  private static final Set<String> BORDERS =
      Set.of(";", "semantics", "network", "distribution", "property", "query");

  private static final Set<String> OPENING = Set.of("(", "[", "{");
  private static final Set<String> CLOSING = Set.of(")", "]", "}");

  /** Nothing if the place is in no function, or in a comment. */
  static Optional<CallCaret> at(ICompositeNode root, int offset) {
    List<String> words = WordsBefore.in(root, offset, BORDERS);
    int depth = 0;
    int commas = 0;
    boolean isCondition = false;
    for (int i = words.size() - 1; i > 0; i--) {
      String word = words.get(i);
      if (CLOSING.contains(word)) {
        depth++;
      } else if (depth > 0) {
        depth -= OPENING.contains(word) ? 1 : 0;
      } else if (OPENING.contains(word)) {
        if (word.equals("(") && isFunction(words.get(i - 1))) {
          return Optional.of(new CallCaret(words.get(i - 1), commas, isCondition));
        }
        commas = 0; // those in other brackets are of no function
        isCondition = false;
      } else {
        commas += word.equals(",") ? 1 : 0;
        isCondition |= word.equals("|");
      }
    }
    return Optional.empty();
  }

  private static boolean isFunction(String word) {
    return word.equals(CdfForms.WORD) || Function.ofWord(word).isPresent();
  }
}
