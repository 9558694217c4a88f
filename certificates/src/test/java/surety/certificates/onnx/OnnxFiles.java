package surety.certificates.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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

  /**
   * The file of relu(u + v) - 2 relu(u - v + 1/2) + 1/4: what the small NNet file of the tests
   * computes of its inputs, normalised, before it denormalises the output.
   */
  public static byte[] normalised() {
    return Onnx.network(
        2,
        Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 2), 1, 1, 1, -1)),
        Onnx.initializer(Onnx.floats("b", Onnx.dims(2), 0, 0.5)),
        Onnx.initializer(Onnx.floats("v", Onnx.dims(2, 1), 1, -2)),
        Onnx.initializer(Onnx.floats("c", Onnx.dims(1), 0.25)),
        Onnx.node("first", "Gemm", "x, w, b", "h"),
        Onnx.node("relu", "Relu", "h", "r"),
        Onnx.node("last", "Gemm", "r, v, c", "y"));
  }

  /** The file of {@code y = w1 x1 + w2 x2 + b} with w and b in two other files. */
  public static byte[] external(String weights, String biases) {
    return Onnx.network(
        2,
        Onnx.initializer(
            Onnx.external("w", Onnx.dims(2, 1), "location", weights, "offset", "4", "length", "8")),
        Onnx.initializer(Onnx.external("b", Onnx.dims(1), "location", biases)),
        Onnx.node("sum", "Gemm", "x, w, b", "y"));
  }

  /** Floats as such files hold them. */
  public static byte[] data(float... values) {
    ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      data.putFloat(value);
    }
    return data.array();
  }

  /** The file of {@code y = relu(... relu(relu(x / 1.1) / 1.1) ... / 1.1)}. */
  public static byte[] chain(int length) {
    Proto graph = Onnx.initializer(Onnx.floats("t", Onnx.dims(), 1.1));
    String value = "x";
    for (int k = 0; k < length; k++) {
      String last = k == length - 1 ? "y" : "r" + k;
      graph.append(Onnx.node("d" + k, "Div", value + ", t", "q" + k));
      graph.append(Onnx.node("r" + k, "Relu", "q" + k, last));
      value = last;
    }
    return Onnx.network(1, graph);
  }

  /**
   * The file of affine layers with an activation behind each but the last one.
   *
   * @param weights of each layer, one row for each input
   * @param activations operators of ONNX; a LeakyRelu has the slope 1/8, a Clip is to [-1/2, 1/4]
   */
  public static byte[] dense(double[][][] weights, double[][] biases, String... activations) {
    Proto graph = new Proto();
    graph.append(Onnx.initializer(Onnx.doubles("lower", Onnx.dims(), -0.5)));
    graph.append(Onnx.initializer(Onnx.doubles("upper", Onnx.dims(), 0.25)));
    String value = "x";
    for (int k = 0; k < weights.length; k++) {
      int rows = weights[k].length;
      int columns = biases[k].length;
      double[] flat = new double[rows * columns];
      for (int i = 0; i < rows; i++) {
        System.arraycopy(weights[k][i], 0, flat, i * columns, columns);
      }
      graph.append(Onnx.initializer(Onnx.doubles("w" + k, Onnx.dims(rows, columns), flat)));
      graph.append(Onnx.initializer(Onnx.doubles("b" + k, Onnx.dims(columns), biases[k])));
      boolean isLast = k == weights.length - 1;
      String sum = isLast ? "y" : "h" + k;
      graph.append(Onnx.node("sum" + k, "Gemm", value + ", w" + k + ", b" + k, sum));
      if (!isLast) {
        value = "r" + k;
        graph.append(activation(activations[k], sum, value));
      }
    }
    return Onnx.network(weights[0].length, graph);
  }

  private static Proto activation(String operator, String input, String output) {
    return switch (operator) {
      case "Clip" -> Onnx.node(output, operator, input + ", lower, upper", output);
      case "LeakyRelu" ->
          Onnx.node(output, operator, input, output, Onnx.floatAttribute("alpha", 0.125f));
      default -> Onnx.node(output, operator, input, output);
    };
  }
}
