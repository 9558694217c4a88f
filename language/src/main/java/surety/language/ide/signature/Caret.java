package surety.language.ide.signature;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import surety.language.translation.Family;

/**
 * Where one is in a distribution that may be half written. The words before that place tell, so it
 * does not matter what the parser made of them, nor what comes behind.
 *
 * @param family that is being written
 * @param place how many arguments, or ends of the interval, are complete
 * @param isText whether the first argument is a text
 * @param isTruncation whether one is in the interval behind {@code on}
 */
record Caret(Family family, int place, boolean isText, boolean isTruncation) {
  /** No distribution goes beyond these. */
  private static final Set<String> BORDERS =
      Set.of(";", "{", "}", "semantics", "network", "distribution", "property", "query");

  /** Nothing if the place is in no distribution, or in a comment. */
  static Optional<Caret> at(ICompositeNode root, int offset) {
    List<String> words = WordsBefore.in(root, offset, BORDERS);
    int start = words.lastIndexOf("~");
    boolean isCall = start >= 0 && words.size() > start + 2 && words.get(start + 2).equals("(");
    return isCall
        ? Family.ofWord(words.get(start + 1))
            .flatMap(family -> in(family, words.subList(start + 3, words.size())))
        : Optional.empty();
  }

  /**
   * @param words from behind the parenthesis that opens the arguments
   */
  private static Optional<Caret> in(Family family, List<String> words) {
    boolean isText = !words.isEmpty() && words.get(0).startsWith("\"");
    int lists = 0;
    int commas = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(")") && lists == 0) {
        return inInterval(family, isText, words.subList(i + 1, words.size()));
      }
      if (word.equals("(") || word.equals(")")) {
        return Optional.empty();
      }
      lists = Math.max(0, lists + change(word));
      commas += lists == 0 && word.equals(",") ? 1 : 0;
    }
    return Optional.of(new Caret(family, commas, isText, false));
  }

  private static int change(String word) {
    return word.equals("[") ? 1 : word.equals("]") ? -1 : 0;
  }

  /**
   * @param words from behind the parenthesis that closes the arguments
   */
  private static Optional<Caret> inInterval(Family family, boolean isText, List<String> words) {
    boolean isOpen =
        words.size() >= 2
            && words.get(0).equals("on")
            && words.get(1).equals("[")
            && !words.contains("]");
    int commas = (int) words.stream().filter(","::equals).count();
    return isOpen ? Optional.of(new Caret(family, commas, isText, true)) : Optional.empty();
  }
}
