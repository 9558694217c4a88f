package surety.language.vnnlib;

import static surety.language.vnnlib.VnnlibException.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import surety.language.vnnlib.Term.Atom;
import surety.language.vnnlib.Term.Group;
import surety.language.vnnlib.Term.Index;
import surety.language.vnnlib.Term.Quoted;

/** Cuts a text into its parts; whatever stands behind a semicolon is a comment. */
final class TermReader {
  /** Deeper ones nobody writes, and whoever follows them needs room for each level. */
  private static final int DEEPEST = 200;

  private static final String SIGNS = "()[],;\"";

  private final String text;
  private int next;
  private int line = 1;
  private int lineStart;

  private TermReader(String text) {
    this.text = text;
  }

  /** What stands in the outermost parentheses. */
  static List<Group> read(String text) throws VnnlibException {
    return new TermReader(text).read();
  }

  private List<Group> read() throws VnnlibException {
    List<Group> outermost = new ArrayList<>();
    Deque<Group> open = new ArrayDeque<>();
    while (skipToNext()) {
      char c = text.charAt(next);
      Group around = open.peek();
      if (c == '(') {
        if (open.size() == DEEPEST) {
          throw error("more than " + DEEPEST + " parentheses inside of one another");
        }
        open.push(new Group(new ArrayList<>(), line, column()));
        next++;
      } else if (c == ')' && around != null) {
        next++;
        open.pop();
        if (open.isEmpty()) {
          outermost.add(around);
        } else {
          open.peek().parts().add(around);
        }
      } else if (around == null) {
        throw error("everything stands in parentheses, but here is " + quote(word()));
      } else {
        around.parts().add(part());
      }
    }
    if (!open.isEmpty()) {
      throw new VnnlibException(open.peek(), "this parenthesis is never closed");
    }
    return outermost;
  }

  private Term part() throws VnnlibException {
    int startLine = line;
    int column = column();
    if (text.charAt(next) == '[') {
      return index(startLine, column);
    }
    if (text.charAt(next) == '"') {
      int end = text.indexOf('"', next + 1);
      if (end < 0 || text.substring(next, end).contains("\n")) {
        throw error("this quotation mark has no second one in its line");
      }
      Quoted quoted = new Quoted(text.substring(next + 1, end), startLine, column);
      next = end + 1;
      return quoted;
    }
    String word = word();
    if (word.length() == 1 && SIGNS.contains(word)) {
      throw error(quote(word) + " does not belong here");
    }
    next += word.length();
    return new Atom(word, startLine, column);
  }

  private Index index(int startLine, int column) throws VnnlibException {
    List<Integer> numbers = new ArrayList<>();
    next++;
    while (skipToNext() && text.charAt(next) != ']') {
      if (!numbers.isEmpty()) {
        if (text.charAt(next) != ',') {
          throw error("between the numbers in brackets there are commas");
        }
        next++;
        skipToNext();
      }
      String word = next < text.length() ? word() : "";
      if (!word.matches("[0-9]{1,9}")) {
        throw error("in brackets stand whole numbers, not " + quote(word));
      }
      numbers.add(Integer.parseInt(word));
      next += word.length();
    }
    if (next >= text.length()) {
      throw new VnnlibException(startLine, column, "this bracket is never closed");
    }
    next++;
    return new Index(List.copyOf(numbers), startLine, column);
  }

  /** The next word, or the next sign; it is still to be read. */
  private String word() {
    int end = next;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && SIGNS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(next, Math.max(end, next + 1));
  }

  private boolean skipToNext() {
    boolean inComment = false;
    while (next < text.length()) {
      char c = text.charAt(next);
      if (c == '\n') {
        line++;
        lineStart = next + 1;
        inComment = false;
      } else if (c == ';') {
        inComment = true;
      } else if (!inComment && !Character.isWhitespace(c)) {
        return true;
      }
      next++;
    }
    return false;
  }

  private int column() {
    return next - lineStart + 1;
  }

  private VnnlibException error(String message) {
    return new VnnlibException(line, column(), message);
  }
}
