package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * The words, numbers and signs of a text, without blanks and comments, whether they could be parsed
 * or not.
 */
record Words(List<Word> all) {
  /** How far behind the place of its message a word can be that the parser did not understand. */
  private static final int LOOK_AHEAD = 3;

  /** One of them; one beyond the ends of the text is empty. */
  record Word(String text, int offset) {
    int end() {
      return offset + text.length();
    }

    boolean is(String other) {
      return text.equals(other);
    }

    boolean isNumber() {
      return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    boolean isName() {
      return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_');
    }

    Edit replace(String other) {
      return new Edit(offset, text.length(), other);
    }
  }

  static Words of(INode root) {
    List<Word> words = new ArrayList<>();
    for (ILeafNode leaf : root.getLeafNodes()) {
      if (!leaf.isHidden() && !leaf.getText().isBlank()) {
        words.add(new Word(leaf.getText(), leaf.getOffset()));
      }
    }
    return new Words(List.copyOf(words));
  }

  /** The index of the first word that ends behind an offset. */
  int indexAt(int offset) {
    int index = 0;
    while (index < all.size() && all.get(index).end() <= offset) {
      index++;
    }
    return index;
  }

  /** The index of the next word with this text, if it is near; else the index itself. */
  int near(int index, String text) {
    for (int i = index; i < index + LOOK_AHEAD; i++) {
      if (get(i).is(text)) {
        return i;
      }
    }
    return index;
  }

  Word get(int index) {
    if (index < 0) {
      return new Word("", 0);
    }
    if (index >= all.size()) {
      return new Word("", all.isEmpty() ? 0 : all.get(all.size() - 1).end());
    }
    return all.get(index);
  }
}
