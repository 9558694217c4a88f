package surety.certificates.onnx;

/** Small network files for tests of other packages. */
public final class OnnxFiles {
  private OnnxFiles() {}

  /** The file of {@code y = slope x}, with one input and one output. */
  public static byte[] line(double slope) {
    return Onnx.network(
        1, Onnx.initializer(Onnx.floats("w", Onnx.dims(1, 1), slope)), Onnx.node("MatMul", "x, w"));
  }

  /** The file of {@code y = relu(x1 + x2 - 1)}. */
  public static byte[] corner() {
    return Onnx.network(
        2,
        Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 1), 1, 1)),
        Onnx.initializer(Onnx.floats("b", Onnx.dims(1), -1)),
        Onnx.node("sum", "Gemm", "x, w, b", "h"),
        Onnx.node("Relu", "h"));
  }
}
