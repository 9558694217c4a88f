package surety.language.evaluation;

/** An input that cannot be tried; the message says what is wrong with it, and the way out. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
