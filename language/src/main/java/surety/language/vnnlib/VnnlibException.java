package surety.language.vnnlib;

/** A VNN-LIB file that cannot be read. The message begins with line and column, from 1. */
public final class VnnlibException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_QUOTE = 60;

  VnnlibException(Term place, String message) {
    this(place.line(), place.column(), message);
  }

  VnnlibException(int line, int column, String message) {
    super(line + ":" + column + ": " + message);
  }

  /** A text of the file for a message, without what moves or hides other text. */
  static String quote(String text) {
    String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
    return "'" + shown.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?") + "'";
  }
}
