package surety.report.difference;

/** A file or folder that is no record of a run; the message names it, with the way out. */
public final class UnreadableRunException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRunException(String message) {
    super(message);
  }
}
