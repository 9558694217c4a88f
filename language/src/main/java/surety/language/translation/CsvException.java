package surety.language.translation;

/** A file that is not the table that is wanted; the message is for the user. */
public final class CsvException extends Exception {
  private static final long serialVersionUID = 1L;

  CsvException(String message) {
    super(message);
  }
}
