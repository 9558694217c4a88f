package surety.solver.onnx;

/** A network that cannot be written; the message says why. */
public final class OnnxWriteException extends Exception {
  private static final long serialVersionUID = 1L;

  OnnxWriteException(String message) {
    super(message);
  }
}
