package surety.certificates.text;

import surety.certificates.arithmetic.Rational;

/**
 * A line of canonical text, read from left to right. Whoever reads need not refuse what is not
 * canonical: that is seen when what was read is written again.
 */
public final class TextScanner {
  private static final int MOST_NESTED = 100;

  private final String text;
  private final String where;
  private int position;
  private int nested;

  /**
   * At the beginning of a text.
   *
   * @param where it stands, for messages: {@code the claim}
   */
  public TextScanner(String text, String where) {
    this.text = text;
    this.where = where;
  }

  /** Whether the text goes on like this; if so, it is taken. */
  public boolean takes(String next) {
    if (!follows(next)) {
      return false;
    }
    position += next.length();
    return true;
  }

  /** Whether the text goes on like this. */
  public boolean follows(String next) {
    return text.startsWith(next, position);
  }

  /** Whether one of some characters comes next. */
  public boolean followsOneOf(String characters) {
    return position < text.length() && characters.indexOf(text.charAt(position)) >= 0;
  }

  /** Takes what has to come next. */
  public void expect(String next) throws StatementException {
    if (!takes(next)) {
      throw expected("'" + next + "'");
    }
  }

  /** Refuses anything more. */
  public void expectEnd() throws StatementException {
    if (position != text.length()) {
      throw expected("the end of the line");
    }
  }

  /** All that comes next of some characters. */
  public String run(String characters) {
    int start = position;
    while (position < text.length() && characters.indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return text.substring(start, position);
  }

  /** Integers and fractions only: a decimal's exponent would name a number of any length. */
  public Rational rational() throws StatementException {
    String number = run("-/0123456789");
    if (number.isEmpty()) {
      throw expected("a number");
    }
    try {
      return Rational.parseFraction(number);
    } catch (NumberFormatException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
  }

  /** A number of things. */
  public int count() throws StatementException {
    String digits = run("0123456789");
    if (digits.isEmpty() || digits.length() > 7) {
      throw expected("a count");
    }
    return Integer.parseInt(digits);
  }

  /** Goes into a part of a part, so that no text exhausts the stack. */
  public void deeper() throws StatementException {
    if (++nested > MOST_NESTED) {
      throw new StatementException(where + " has more than " + MOST_NESTED + " parts in another");
    }
  }

  /** Comes out of it. */
  public void higher() {
    nested--;
  }

  /** As much of a text of unknown length as a message has room for. */
  public static String brief(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  /** What is wrong where the text goes on. */
  public StatementException expected(String what) {
    return new StatementException(
        "expected %s in %s, found '%s'".formatted(what, where, brief(text.substring(position))));
  }
}
