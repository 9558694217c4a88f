package surety.eclipse.states;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into its declarations, each up to its semicolon or closing brace. Comments are left
 * out, white space counts as one blank, and so do the titles of properties and queries.
 */
final class DeclarationScan {
  private final String text;
  private final List<String> declarations = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int next;
  private int depth;

  DeclarationScan(String text) {
    this.text = text;
    while (next < text.length()) {
      step();
    }
    end();
  }

  List<String> declarations() {
    return List.copyOf(declarations);
  }

  private void step() {
    char c = text.charAt(next);
    if (text.startsWith("//", next)) {
      skipTo("\n", 0);
    } else if (text.startsWith("/*", next)) {
      skipTo("*/", 2);
    } else if (c == '"') {
      quote();
    } else if (Character.isWhitespace(c)) {
      blank();
      next++;
    } else {
      current.append(c);
      next++;
      close(c);
    }
  }

  private void close(char c) {
    if (c == '{') {
      depth++;
    } else if (c == '}') {
      depth = Math.max(0, depth - 1);
    }
    if (depth == 0 && (c == ';' || c == '}')) {
      end();
    }
  }

  private void skipTo(String end, int length) {
    int found = text.indexOf(end, next + length);
    next = found < 0 ? text.length() : found + length;
    blank();
  }

  /** It ends in its line, closed or not. */
  private void quote() {
    int end = next + 1;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
      end++;
    }
    if (isClaim()) {
      blank();
    } else {
      current.append(text, next, end);
    }
    next = Math.min(text.length(), end + 1);
  }

  private boolean isClaim() {
    return current.indexOf("property ") == 0 || current.indexOf("query ") == 0;
  }

  private void blank() {
    if (!current.isEmpty() && current.charAt(current.length() - 1) != ' ') {
      current.append(' ');
    }
  }

  private void end() {
    if (!current.isEmpty()) {
      declarations.add(current.toString());
      current.setLength(0);
    }
  }
}
