package surety.eclipse.driver;

import java.util.Optional;

/**
 * How one step of a scenario went: a line in the report.
 *
 * @param name what was tried
 * @param passed whether it went well
 * @param message what was seen, or what went wrong
 */
public record Step(String name, boolean passed, String message) {

  private static final char SEPARATOR = '\t';

  /** The line of the report, without its end. */
  public String line() {
    return (passed ? "passed" : "failed")
        + SEPARATOR
        + escaped(name)
        + SEPARATOR
        + escaped(message);
  }

  /**
   * Reads a line of the report; empty if it is none, as the last line of a workbench that was
   * killed may be.
   */
  public static Optional<Step> parse(String line) {
    int first = line.indexOf(SEPARATOR);
    int second = line.indexOf(SEPARATOR, first + 1);
    if (first < 0 || second < 0) {
      return Optional.empty();
    }
    String state = line.substring(0, first);
    if (!state.equals("passed") && !state.equals("failed")) {
      return Optional.empty();
    }
    String name = line.substring(first + 1, second);
    String message = line.substring(second + 1);
    return Optional.of(new Step(plain(name), state.equals("passed"), plain(message)));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "").replace("\t", "\\t");
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
      } else {
        i++;
        char escaped = text.charAt(i);
        plain.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      }
    }
    return plain.toString();
  }
}
