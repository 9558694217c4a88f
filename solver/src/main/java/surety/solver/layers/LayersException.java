package surety.solver.layers;

/** A network whose layers would be far larger than itself; the message says so. */
public final class LayersException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  LayersException(String message) {
    super(message);
  }
}
