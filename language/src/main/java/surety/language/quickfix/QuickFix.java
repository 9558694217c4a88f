package surety.language.quickfix;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One way out of a message.
 *
 * @param title what it does, in the imperative
 * @param edits in the order of the text; no two touch the same place
 */
public record QuickFix(String title, List<Edit> edits) {
  /** Sorts the edits, and refuses none as well as those that overlap. */
  public QuickFix {
    Objects.requireNonNull(title);
    edits = edits.stream().sorted(Comparator.comparingInt(Edit::offset)).toList();
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("'" + title + "' changes nothing");
    }
    for (int i = 1; i < edits.size(); i++) {
      Edit before = edits.get(i - 1);
      Edit edit = edits.get(i);
      if (before.end() > edit.offset() || before.offset() == edit.offset()) {
        throw new IllegalArgumentException("'" + title + "' changes a place twice: " + edit);
      }
    }
  }

  QuickFix(String title, Edit... edits) {
    this(title, List.of(edits));
  }

  /** The text with all edits made. */
  public String applyTo(String text) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Edit edit : edits) {
      result.append(text, done, edit.offset()).append(edit.text());
      done = edit.end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
