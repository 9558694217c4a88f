package surety.certificates.stop;

/**
 * The end of a computation that nobody wants any more; it has no result, not even a part of one.
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One is like another, and none is a fault: without a stack. */
  public StoppedException() {
    super("stopped", null, false, false);
  }
}
