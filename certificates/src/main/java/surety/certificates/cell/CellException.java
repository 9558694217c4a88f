package surety.certificates.cell;

/** A rule that does not apply to a cell; the message says which and why. */
public final class CellException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the message for the reader. */
  public CellException(String message) {
    super(message);
  }
}
