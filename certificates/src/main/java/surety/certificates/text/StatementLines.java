package surety.certificates.text;

/** The lines of a text, each ended by a line feed, taken one by one. */
public final class StatementLines {
  private final String text;
  private int position;
  private int line;

  public StatementLines(String text) {
    this.text = text;
  }

  /** The next line behind a prefix, which has no line feed in it. */
  public String after(String prefix) throws StatementException {
    line++;
    int end = text.indexOf('\n', position);
    if (end < 0 || !text.startsWith(prefix, position)) {
      throw new StatementException("line " + line + " of the statement: expected '" + prefix + "'");
    }
    String rest = text.substring(position + prefix.length(), end);
    position = end + 1;
    return rest;
  }

  /** What is wrong with the line that was taken last. */
  public StatementException wrong(String message) {
    return new StatementException("line " + line + " of the statement: " + message);
  }

  public void expect(String whole) throws StatementException {
    if (!after(whole).isEmpty()) {
      throw new StatementException("line " + line + " of the statement: expected '" + whole + "'");
    }
  }

  public void expectEnd() throws StatementException {
    if (position != text.length()) {
      throw new StatementException("the statement goes on after its claim");
    }
  }

  /** Whether the next line begins like this. */
  public boolean follows(String prefix) {
    return text.startsWith(prefix, position);
  }

  /** A count behind a prefix. */
  public int count(String prefix) throws StatementException {
    return countOf(after(prefix));
  }

  /** A count in the line that was taken last. */
  public int countOf(String text) throws StatementException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new StatementException("'" + TextScanner.brief(text) + "' is not a count", e);
    }
  }
}
