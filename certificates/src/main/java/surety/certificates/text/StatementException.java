package surety.certificates.text;

/** A statement's text that is not one; the message names the line and what was expected. */
public final class StatementException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the message for the reader. */
  public StatementException(String message) {
    super(message);
  }

  /** With the message for the reader and what caused it. */
  public StatementException(String message, Throwable cause) {
    super(message, cause);
  }
}
