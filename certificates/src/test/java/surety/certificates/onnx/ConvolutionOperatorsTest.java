package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.DenseMatrix;
import surety.certificates.network.Gate;

class ConvolutionOperatorsTest {
  /** A graph over an x of shape [1, 2, 4, 4] with weights w for 3 results and 2 by 2 taps. */
  private static byte[] file(long opset, String operator, String inputs, Proto... attributes) {
    double[] ones = new double[36];
    Arrays.fill(ones, 1);
    Proto graph = new Proto();
    for (Object[] each :
        new Object[][] {
          {"w", Onnx.dims(3, 2, 2, 2)},
          {"big", Onnx.dims(1, 2, 5, 1)},
          {"deep", Onnx.dims(3, 3, 2, 2)},
          {"flat", Onnx.dims(3, 2, 2)},
          {"matrix", Onnx.dims(3, 2)},
          {"t", Onnx.dims(2, 3, 2, 2)},
          {"b", Onnx.dims(3)},
          {"b2", Onnx.dims(2)},
          {"b13", Onnx.dims(1, 3)}
        }) {
      long[] dims = (long[]) each[1];
      int size = (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
      graph.append(
          Onnx.initializer(Onnx.floats((String) each[0], dims, Arrays.copyOf(ones, size))));
    }
    graph
        .append(Onnx.initializer(Onnx.longs("shape", 1, 2, 16)))
        .append(Onnx.initializer(Onnx.longs("integers", 1, 2, 3)))
        .append(Onnx.initializer(Onnx.floats("three", Onnx.dims(1), 3)))
        .append(Onnx.node("q", "Div", "w, three", "thirds"))
        .append(Onnx.node("o", "Div", "b, three", "biases"))
        .append(Onnx.node("r", "Reshape", "x, shape", "long"))
        .append(Onnx.node(operator, inputs, attributes))
        .append(Onnx.input("x", Onnx.FLOAT, 1, 2, 4, 4))
        .append(Onnx.output("y", Onnx.FLOAT));
    return Onnx.model(opset, graph);
  }

  private static Arguments wrong(String operator, String inputs, Object... more) {
    Proto[] attributes = Arrays.stream(more).filter(Proto.class::isInstance).toArray(Proto[]::new);
    List<String> fragments =
        Arrays.stream(more).filter(String.class::isInstance).map(String.class::cast).toList();
    return Arguments.of(file(13, operator, inputs, attributes), fragments);
  }

  private static Proto ints(String name, long... numbers) {
    return Onnx.intsAttribute(name, numbers);
  }

  private static Proto auto(String text) {
    return new Proto().string(1, "auto_pad").string(4, text).varint(20, 3);
  }

  static Stream<Arguments> wrongInBoth() {
    return Stream.of("Conv", "ConvTranspose")
        .flatMap(
            operator -> {
              String both = operator.equals("Conv") ? "x, w" : "x, t";
              return Stream.of(
                  wrong(operator, "x", "1 inputs"),
                  wrong(operator, "w, x", "input 0 'w' is constant"),
                  wrong(operator, "x, x", "constant tensor of numbers", "depends"),
                  wrong(operator, "x, integers", "type int64"),
                  wrong(operator, "x, thirds", "element 0 of input 1 'thirds'", "fold constants"),
                  wrong(operator, "x, deep", "[3, 3, 2, 2] do not fit"),
                  wrong(operator, "x, flat", "[1, 2, 4, 4] and [3, 2, 2]"),
                  wrong(operator, "long, w", "[1, 2, 16] and [3, 2, 2, 2]"),
                  wrong(operator, both + ", b2", "the bias has the shape [2]; it must be [3]"),
                  wrong(operator, both + ", b13", "the bias has the shape [1, 3]"),
                  wrong(operator, both + ", x", "constant tensor of numbers"),
                  wrong(operator, both, Onnx.intAttribute("group", 0), "group is 0"),
                  wrong(operator, both, Onnx.intAttribute("group", -1), "group is -1"),
                  wrong(operator, both, Onnx.intAttribute("group", 3), "group is 3", "2 channels"),
                  wrong(operator, both, Onnx.intAttribute("group", 1L << 40), "group is"),
                  wrong(operator, both, Onnx.floatAttribute("group", 1), "wrong type"),
                  wrong(operator, both, ints("kernel_shape", 3, 3), "kernel_shape is [3, 3]"),
                  wrong(operator, both, ints("kernel_shape", 2), "kernel_shape is [2]"),
                  wrong(operator, both, ints("strides", 1), "strides has 1 numbers", "must be 2"),
                  wrong(operator, both, ints("strides", 1, 0), "strides has the number 0"),
                  wrong(operator, both, ints("strides", 1, -2), "strides has the number -2"),
                  wrong(operator, both, ints("strides", 1, 1L << 31), "the number 2147483648"),
                  wrong(operator, both, ints("dilations", 1, 0), "dilations has the number 0"),
                  wrong(operator, both, ints("dilations", 1, 1, 1), "dilations has 3 numbers"),
                  wrong(operator, both, ints("pads", 1, 1), "pads has 2 numbers", "must be 4"),
                  wrong(operator, both, ints("pads", 0, -1, 0, 0), "pads has the number -1"),
                  wrong(operator, both, ints("pads", 0, Long.MAX_VALUE, 0, 0), "pads has the"),
                  wrong(operator, both, auto("SAME"), "auto_pad is 'SAME'", "SAME_UPPER"),
                  wrong(operator, both, auto(""), "auto_pad is ''"),
                  wrong(operator, both, auto("VALID"), ints("pads", 0, 1, 0, 0), "it has pads and"),
                  wrong(operator, both, Onnx.intAttribute("ceil_mode", 1), "'ceil_mode'"));
            });
  }

  static Stream<Arguments> wrongInOne() {
    String transposed = "ConvTranspose";
    return Stream.of(
        wrong("Conv", "x, w", Onnx.intAttribute("group", 2), "do not fit", "2 groups"),
        wrong("Conv", "x, big", "reaches over 5 places, so that nothing would be left"),
        wrong("Conv", "x, w", ints("dilations", 1, 4), "reaches over 5 places"),
        wrong("Conv", "x, w", ints("dilations", 1, Integer.MAX_VALUE), "reaches over 2147483648"),
        wrong("Conv", "x, w", ints("pads", 0, 1 << 30, 0, 1 << 30), "too large for its file"),
        wrong("Conv", "x, w", ints("pads", 0, 0, Integer.MAX_VALUE, 0), "too large for its file"),
        wrong("Conv", "x, w", ints("output_padding", 0, 0), "'output_padding'"),
        wrong(transposed, "x, w", "[3, 2, 2, 2] do not fit"),
        wrong(transposed, "x, t", ints("output_padding", 1, 0), "must be less than the stride 1"),
        wrong(transposed, "x, t", ints("output_padding", 0, -1), "output_padding has the number"),
        wrong(transposed, "x, t", ints("output_padding", 0), "output_padding has 1 numbers"),
        wrong(transposed, "x, t", ints("output_shape", 3, 0), "output_shape has the number 0"),
        wrong(transposed, "x, t", ints("output_shape", 3, 6), "longer by 1"),
        wrong(transposed, "x, t", ints("output_shape", 1, 3, 3, 3), "output_shape has 4 numbers"),
        wrong(transposed, "x, t", ints("pads", 3, 0, 2, 0), "nothing would be left"),
        wrong(transposed, "x, t", ints("strides", 3, 1), auto("SAME_UPPER"), "longer by 1"),
        wrong(
            transposed,
            "x, t",
            ints("output_shape", 3, 3),
            ints("pads", 1, 0, 1, 0),
            "pads and output_shape"),
        wrong(transposed, "x, t", ints("strides", 1 << 30, 1 << 30), "too large"),
        Arguments.of(
            file(10, transposed, "x, t", ints("output_shape", 4, 3)), List.of("an odd pad of 1")));
  }

  static Stream<Arguments> allWrong() {
    return Stream.concat(wrongInBoth(), wrongInOne());
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, List<String> fragments) {
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
  }

  private static AffineLayer onlyLayer(byte[] file) throws NetworkFormatException {
    List<Gate> gates = OnnxReader.read(file).gates();
    assertEquals(1, gates.size());
    return ((Gate.Affine) gates.get(0)).terms().get(0).layer();
  }

  @Test
  void aConvolutionAndItsBiasAreOneGate() throws NetworkFormatException {
    AffineLayer layer = onlyLayer(file(13, "Conv", "x, w, b"));
    assertInstanceOf(Convolution.class, layer.operator());
    assertEquals(3 * 3 * 3, layer.rows());
    assertEquals(1, layer.bias(26));
    assertEquals(2 * 4, layer.operator().rowNorm(0));
  }

  @Test
  void aBiasMayBeAFraction() throws Exception {
    byte[] file = file(13, "Conv", "x, w, biases");
    assertEquals(2, OnnxReader.read(file).gates().size());
    OnnxRuntime.assertAgrees(file, 3, 1, 2, 4, 4);
  }

  /** A picture of a million numbers, of which a matrix would not fit into memory. */
  @Test
  void largePicturesStaySmall() throws NetworkFormatException {
    Proto graph =
        new Proto()
            .append(Onnx.initializer(Onnx.floats("w", Onnx.dims(1, 1, 3, 3), new double[9])))
            .append(Onnx.node("Conv", "x, w", ints("strides", 2, 2)))
            .append(Onnx.input("x", Onnx.FLOAT, 1, 1, 900, 900))
            .append(Onnx.output("y", Onnx.FLOAT));
    assertEquals(449 * 449, onlyLayer(Onnx.model(13, graph)).rows());
  }

  @Test
  void whatTakesForeverIsRefused() {
    int side = 700;
    double[] window = new double[200 * 200];
    Proto graph =
        new Proto()
            .append(Onnx.initializer(Onnx.floats("w", Onnx.dims(1, 1, 200, 200), window)))
            .append(Onnx.node("Conv", "x, w"))
            .append(Onnx.input("x", Onnx.FLOAT, 1, 1, side, side))
            .append(Onnx.output("y", Onnx.FLOAT));
    byte[] file = Onnx.model(13, graph);
    String message = Refusal.of(file);
    assertTrue(message.contains("takes 10040040000 more products"), message);
  }

  @Test
  void aMatrixForEachOfSeveralColumnsIsStoredOnce() throws NetworkFormatException {
    double[] matrix = {1, 2, 3, 4, 5, 6};
    Proto graph =
        new Proto()
            .append(Onnx.initializer(Onnx.longs("s", 1, 4, 2)))
            .append(Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), matrix)))
            .append(Onnx.node("r", "Reshape", "x, s", "r"))
            .append(Onnx.node("MatMul", "r, w"));
    AffineLayer several = onlyLayer(Onnx.network(8, graph));
    assertInstanceOf(Convolution.class, several.operator());
    assertEquals(2, several.operator().entries(0));
    assertArrayEquals(new double[] {0, 0, 2, 5, 0, 0, 0, 0}, several.operator().row(4));
    AffineLayer single =
        onlyLayer(
            Onnx.network(
                2,
                Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), matrix)),
                Onnx.node("MatMul", "x, w")));
    assertInstanceOf(DenseMatrix.class, single.operator());
  }
}
