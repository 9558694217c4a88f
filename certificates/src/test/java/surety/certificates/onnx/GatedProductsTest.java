package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.activation.Activation;
import surety.certificates.network.Network;

/** Which products are taken for functions of one number, and which are not. */
class GatedProductsTest {
  private static final Proto CONSTANTS =
      new Proto()
          .append(Onnx.initializer(Onnx.floats("three", Onnx.dims(), 3)))
          .append(Onnx.initializer(Onnx.floats("zero", Onnx.dims(), 0)))
          .append(Onnx.initializer(Onnx.floats("one", Onnx.dims(), 1)))
          .append(Onnx.initializer(Onnx.floats("two", Onnx.dims(2), 1, 2)))
          .append(node("Mul", "x, three", "k"))
          .append(node("Div", "x, three", "d"))
          .append(node("Mul", "x, two", "t"))
          .append(node("Mul", "x, zero", "o"))
          .append(node("Add", "x, one", "s"))
          .append(node("Relu", "x", "r"));

  private static Proto node(String operator, String inputs, String output) {
    return Onnx.node("", operator, inputs, output);
  }

  private static Arguments product(boolean is, String function, String of, String... rest) {
    return Arguments.of(is, function, of, List.of(rest));
  }

  static Stream<Arguments> products() {
    return Stream.of(
        product(true, "Sigmoid", "x", "x, g"),
        product(true, "Sigmoid", "x", "g, x"),
        product(true, "Sigmoid", "k", "x, g"),
        product(true, "Sigmoid", "d", "x, g"),
        product(true, "Erf", "x", "x, p"),
        product(true, "Erf", "d", "p, x"),
        product(false, "Sigmoid", "t", "x, g"), // different multiples
        product(false, "Sigmoid", "o", "x, g"), // no multiple
        product(false, "Sigmoid", "s", "x, g"), // a shift
        product(false, "Sigmoid", "r", "x, g"), // a function
        product(false, "Sigmoid", "k", "s, g"), // of another number
        product(false, "Sigmoid", "x", "x, p"), // 1 is added
        product(false, "Erf", "x", "x, g"), // 1 is not added
        product(false, "Tanh", "x", "x, g"),
        product(false, "Tanh", "x", "x, p"));
  }

  @ParameterizedTest
  @MethodSource("products")
  void areFoundWhereTheyAre(boolean is, String function, String of, List<String> factors)
      throws Exception {
    Proto graph =
        new Proto()
            .append(CONSTANTS)
            .append(node(function, of, "g"))
            .append(node("Add", "g, one", "p"))
            .append(node("Mul", factors.get(0), "y"));
    byte[] file = Onnx.network(13, 2, graph);
    Network network = OnnxReader.read(file);
    Activation gate = function.equals("Erf") ? Activation.ERF_GATE : Activation.SILU;
    assertEquals(is, has(network, gate));
    assertEquals(!is, has(network, Activation.SQUARE));
    OnnxRuntime.assertAgrees(file, 3, 1, 2);
  }

  private static boolean has(Network network, Activation activation) {
    return network.activations().anyMatch(layer -> layer.activations().contains(activation));
  }
}
