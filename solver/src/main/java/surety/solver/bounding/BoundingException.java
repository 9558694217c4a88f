package surety.solver.bounding;

/** A network that has no bounding networks over a box; the message says why, and the way out. */
public final class BoundingException extends Exception {
  private static final long serialVersionUID = 1L;

  BoundingException(String message) {
    super(message);
  }
}
