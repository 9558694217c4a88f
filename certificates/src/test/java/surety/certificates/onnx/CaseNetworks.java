package surety.certificates.onnx;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The small network files of the language-neutral cases, one for each thing that they show. */
public enum CaseNetworks {
  /** y = x. */
  IDENTITY(OnnxFiles.line(1)),
  /** y = 2 x. */
  TWICE(OnnxFiles.line(2)),
  /** y = -x. */
  MINUS(OnnxFiles.line(-1)),
  /** y = 2^-1074 x, a weight that is subnormal. */
  SUBNORMAL(
      Onnx.network(
          1,
          Onnx.initializer(Onnx.doubles("w", Onnx.dims(1, 1), Double.MIN_VALUE)),
          Onnx.node("MatMul", "x, w"))),
  /** y = 1e300 x. */
  HUGE(
      Onnx.network(
          1,
          Onnx.initializer(Onnx.doubles("w", Onnx.dims(1, 1), 1e300)),
          Onnx.node("MatMul", "x, w"))),
  /** y = x[0] + 2 x[1]. */
  PLANE(
      Onnx.network(
          2,
          Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 1), 1, 2)),
          Onnx.node("MatMul", "x, w"))),
  /** y = x[0] + x[1] + x[2]. */
  SPACE(
      Onnx.network(
          3,
          Onnx.initializer(Onnx.floats("w", Onnx.dims(3, 1), 1, 1, 1)),
          Onnx.node("MatMul", "x, w"))),
  /** y = relu(x[0] + x[1] - 1). */
  CORNER(OnnxFiles.corner()),
  /** y[0] = 1/2 - x[0] + x[1] and y[1] = relu(x[0]) - relu(x[1]). */
  TWO_OUTPUTS(
      Onnx.network(
          2,
          Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 4), 1, -1, 1, 0, -1, 1, 0, 1)),
          Onnx.initializer(Onnx.floats("v", Onnx.dims(4, 2), -1, 0, 1, 0, 0, 1, 0, -1)),
          Onnx.initializer(Onnx.floats("c", Onnx.dims(2), 0.5, 0)),
          Onnx.node("first", "MatMul", "x, w", "h"),
          Onnx.node("relu", "Relu", "h", "r"),
          Onnx.node("last", "Gemm", "r, v, c", "y"))),
  /** Two inputs, two hidden layers of three and two ReLUs, one output. */
  DEEP(
      Onnx.network(
          2,
          Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), 1, -0.5, 0.75, 0.5, 1, -1)),
          Onnx.initializer(Onnx.floats("b", Onnx.dims(3), -0.25, 0.125, 0)),
          Onnx.initializer(Onnx.floats("v", Onnx.dims(3, 2), 1, -1, 0.5, 1, -1, 0.5)),
          Onnx.initializer(Onnx.floats("c", Onnx.dims(2), 0, -0.25)),
          Onnx.initializer(Onnx.floats("u", Onnx.dims(2, 1), 1, -1)),
          Onnx.node("first", "Gemm", "x, w, b", "h"),
          Onnx.node("relu", "Relu", "h", "r"),
          Onnx.node("second", "Gemm", "r, v, c", "g"),
          Onnx.node("again", "Relu", "g", "s"),
          Onnx.node("last", "MatMul", "s, u", "y"))),
  /** y = relu(x). */
  RELU(activation("Relu")),
  ABS(activation("Abs")),
  /** With the slope 1/8. */
  LEAKY_RELU(activation("LeakyRelu", Onnx.floatAttribute("alpha", 0.125f))),
  /** To [-1/2, 1/4]. */
  CLIP(
      Onnx.network(
          1,
          Onnx.initializer(Onnx.floats("l", Onnx.dims(), -0.5)),
          Onnx.initializer(Onnx.floats("u", Onnx.dims(), 0.25)),
          Onnx.node("Clip", "x, l, u"))),
  TANH(activation("Tanh")),
  /** y = relu(tanh(2^52 (x - 1))). */
  TANH_RELU(
      Onnx.network(
          1,
          Onnx.initializer(Onnx.floats("one", Onnx.dims(), 1)),
          Onnx.initializer(Onnx.floats("scale", Onnx.dims(), 0x1p52)),
          Onnx.node("d", "Sub", "x, one", "d"),
          Onnx.node("u", "Mul", "d, scale", "u"),
          Onnx.node("t", "Tanh", "u", "t"),
          Onnx.node("r", "Relu", "t", "y"))),
  SIGMOID(activation("Sigmoid")),
  SOFTPLUS(activation("Softplus")),
  SOFTSIGN(activation("Softsign")),
  ELU(activation("Elu")),
  SELU(activation("Selu")),
  HARD_SIGMOID(activation("HardSigmoid")),
  EXP(activation("Exp")),
  SIN(activation("Sin")),
  ERF(activation("Erf")),
  GELU(Onnx.network(20L, 1, Onnx.node("Gelu", "x"))),
  /** y = relu(x[0]) + tanh(x[1]) - gelu(x[0] + x[1]). */
  BENDS(
      Onnx.network(
          20L,
          2,
          Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), 1, 0, 1, 0, 1, 1)),
          Onnx.initializer(Onnx.floats("v", Onnx.dims(3, 1), 1, 1, -1)),
          Onnx.node("m", "MatMul", "x, w", "u"),
          Onnx.node(
              "s",
              "Split",
              "u",
              "a, b, c",
              Onnx.intAttribute("axis", 1),
              Onnx.intAttribute("num_outputs", 3)),
          Onnx.node("r", "Relu", "a", "d"),
          Onnx.node("t", "Tanh", "b", "e"),
          Onnx.node("g", "Gelu", "c", "f"),
          Onnx.node("c", "Concat", "d, e, f", "h", Onnx.intAttribute("axis", 1)),
          Onnx.node("n", "MatMul", "h, v", "y"))),
  /** y = x^2, a product of a value by itself. */
  SQUARE(Onnx.network(1, Onnx.node("Mul", "x, x"))),
  /** y = 1 / (1 + e^x). */
  RECIPROCAL(
      Onnx.network(
          1,
          Onnx.initializer(Onnx.floats("one", Onnx.dims(), 1)),
          Onnx.node("e", "Exp", "x", "e"),
          Onnx.node("s", "Add", "e, one", "s"),
          Onnx.node("r", "Reciprocal", "s", "y"))),
  /** y = x / 3, which is no product by a double. */
  THIRD(
      Onnx.network(
          1, Onnx.initializer(Onnx.floats("t", Onnx.dims(), 3)), Onnx.node("Div", "x, t"))),
  /** y = max(x[0], x[1]). */
  MAXIMUM(OnnxFilesOfPairs.joined("Max")),
  /** y = min(x[0], x[1]). */
  MINIMUM(OnnxFilesOfPairs.joined("Min")),
  /** y = x[0] x[1]. */
  PRODUCT(OnnxFilesOfPairs.joined("Mul")),
  /** Two outputs: the softmax of two numbers. */
  SOFTMAX(Onnx.network(2, Onnx.node("Softmax", "x", Onnx.intAttribute("axis", 1)))),
  /** y = c (x[0] + x[1] - 1) + 1 with c = 2 / root(1/2), which is no double. */
  BATCH_NORMALIZATION(
      Onnx.network(
          2,
          Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 1), 1, 1)),
          Onnx.initializer(Onnx.floats("scale", Onnx.dims(1), 2)),
          Onnx.initializer(Onnx.floats("bias", Onnx.dims(1), 1)),
          Onnx.initializer(Onnx.floats("mean", Onnx.dims(1), 1)),
          Onnx.initializer(Onnx.floats("variance", Onnx.dims(1), 0.5)),
          Onnx.node("m", "MatMul", "x, w", "h"),
          Onnx.node(
              "b",
              "BatchNormalization",
              "h, scale, bias, mean, variance",
              "y",
              Onnx.floatAttribute("epsilon", 0)))),
  /** An NNet file: y = relu(x[0] - x[1]) - 1/2 in other units. */
  NNET(
      """
       // a small network
       2,2,1,2,
       2,1,1,
       0,
       0.0,-1.0,
       10.0,1.0,
       5.0,0.0,1.0,
       10.0,3.0,4.0,
       1.0,-1.0,
       0.0,
       1.0,
       -0.5,
       """
          .getBytes(StandardCharsets.US_ASCII),
      "nnet"),
  /** y = 1/2 x[0] + 2 x[1] - 1 with all constants in files of their own. */
  EXTERNAL(OnnxFiles.external(CaseNetworks.WEIGHTS, CaseNetworks.BIASES));

  /** The file with the weights of {@link #EXTERNAL}. */
  public static final String WEIGHTS = "external.weights";

  /** The file with the constant of {@link #EXTERNAL}. */
  public static final String BIASES = "external.biases";

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
  private final byte[] bytes;

  private final String ending;

  CaseNetworks(byte[] bytes) {
    this(bytes, "onnx");
  }

  CaseNetworks(byte[] bytes, String ending) {
    this.bytes = bytes;
    this.ending = ending;
  }

  private static byte[] activation(String operator, Proto... attributes) {
    return Onnx.network(1, Onnx.node(operator, "x", attributes));
  }

  /** Functions of the two parts of the input. */
  private static final class OnnxFilesOfPairs {
    static byte[] joined(String operator) {
      return Onnx.network(
          2,
          Onnx.node("s", "Split", "x", "a, b", Onnx.intAttribute("axis", 1)),
          Onnx.node("j", operator, "a, b", "y"));
    }
  }

  /** The file's content. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The file's name. */
  public String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + ending;
  }

  /** The content of {@link #WEIGHTS}; the first number is not read. */
  public static byte[] weights() {
    return OnnxFiles.data(7, 0.5f, 2);
  }

  /** The content of {@link #BIASES}. */
  public static byte[] biases() {
    return OnnxFiles.data(-1);
  }
}
