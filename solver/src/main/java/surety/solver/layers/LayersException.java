package surety.solver.layers;

/** A network whose layers would be far larger than itself; the message says so. */
public final class LayersException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what is said to whoever asked for the layers. */
  public LayersException(String message) {
    super(message);
  }
}
