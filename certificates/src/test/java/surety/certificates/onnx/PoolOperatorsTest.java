package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;

class PoolOperatorsTest {

  /** A graph over an x of shape [1, 1, length]. */
  private static byte[] line(long opset, int length, String operator, Proto... attributes) {
    return file(opset, new long[] {1, 1, length}, operator, "x", attributes);
  }

  private static byte[] file(
      long opset, long[] dims, String operator, String inputs, Proto... attributes) {
    return Onnx.model(
        opset,
        new Proto()
            .append(Onnx.node(operator, inputs, attributes))
            .append(Onnx.initializer(Onnx.floats("c", Onnx.dims(1, 1, 4), 1, 2, 3, 4)))
            .append(Onnx.input("x", Onnx.FLOAT, dims))
            .append(Onnx.output("y", Onnx.FLOAT)));
  }

  private static Proto ints(String name, long... numbers) {
    return Onnx.intsAttribute(name, numbers);
  }

  private static Proto flag(String name) {
    return Onnx.intAttribute(name, 1);
  }

  private static Proto auto(String text) {
    return new Proto().string(1, "auto_pad").string(4, text).varint(20, 3);
  }

  private static double[] of(double... numbers) {
    return numbers;
  }

  private static double[] values(byte[] file, double... x) throws NetworkFormatException {
    return OnnxReader.read(file).evaluate(x);
  }

  @Test
  void aMaximumOfTwoIsAnAffineGateAReluAndAnother() throws NetworkFormatException {
    Network network =
        OnnxReader.read(line(12, 4, "MaxPool", ints("kernel_shape", 2), ints("strides", 2)));
    assertArrayEquals(of(7, -1), network.evaluate(of(7, 3, -5, -1)));
    assertEquals(3, network.gates().size());
    for (Gate gate : network.gates()) {
      if (gate instanceof Gate.Affine affine) {
        for (Gate.Term term : affine.terms()) {
          assertWeightsAreUnits(term.layer());
        }
      } else {
        assertTrue(
            ((Gate.Activations) gate)
                .layer().activations().stream().allMatch(Activation.RELU::equals));
      }
    }
  }

  private static void assertWeightsAreUnits(AffineLayer layer) {
    assertTrue(layer.isLinear());
    for (int row = 0; row < layer.rows(); row++) {
      assertEquals(1, layer.operator().nonzeros(row).length);
      assertEquals(1, layer.operator().rowNorm(row));
    }
  }

  /** Nothing is compared with itself, so that bounds do not get loose at the border. */
  @Test
  void whatIsOutsideTakesNoGate() throws NetworkFormatException {
    Proto taps = ints("kernel_shape", 3);
    Network network = OnnxReader.read(line(12, 1, "MaxPool", taps, ints("pads", 1, 1)));
    assertEquals(0, network.gates().size());
    byte[] two = line(12, 2, "MaxPool", taps, ints("pads", 1, 1));
    assertEquals(6, OnnxReader.read(two).gates().stream().mapToInt(Gate::size).sum());
    assertArrayEquals(of(5, 5), values(two, 5, 4));
  }

  @Test
  void onlyPlacesInsideAreAveraged() throws NetworkFormatException {
    Proto taps = ints("kernel_shape", 2);
    Proto pads = ints("pads", 1, 0);
    assertArrayEquals(of(8, 6, 3), values(line(7, 3, "AveragePool", taps, pads), 8, 4, 2));
    assertArrayEquals(
        of(4, 6, 3),
        values(line(7, 3, "AveragePool", taps, pads, flag("count_include_pad")), 8, 4, 2));
  }

  @Test
  void ceilModeTakesTheRest() throws NetworkFormatException {
    Proto taps = ints("kernel_shape", 2);
    Proto strides = ints("strides", 2);
    Proto ceil = flag("ceil_mode");
    assertArrayEquals(of(2), values(line(10, 3, "MaxPool", taps, strides), 1, 2, 3));
    assertArrayEquals(of(2, 3), values(line(10, 3, "MaxPool", taps, strides, ceil), 1, 2, 3));
    assertArrayEquals(of(1.5, 3), values(line(10, 3, "AveragePool", taps, strides, ceil), 1, 2, 3));
    byte[] behind = line(22, 2, "MaxPool", taps, strides, ceil, ints("pads", 0, 1));
    assertArrayEquals(of(2), values(behind, 1, 2), "a window in the pads only");
  }

  @Test
  void anAverageOfThreeIsExact() throws NetworkFormatException {
    Network network = OnnxReader.read(line(13, 3, "AveragePool", ints("kernel_shape", 3)));
    Rational one = surety.certificates.arithmetic.Rational.ONE;
    Rational[] x = {one, one, one.plus(one)};
    assertEquals(
        one.plus(one).plus(one).plus(one).dividedBy(one.plus(one).plus(one)),
        network.evaluateExactly(x)[0]);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 13, 18, 22})
  void wholeChannelsArePooled(long opset) throws Exception {
    for (String operator : List.of("GlobalAveragePool", "GlobalMaxPool")) {
      OnnxRuntime.assertAgrees(
          file(opset, new long[] {1, 3, 2, 5}, operator, "x"), opset, 1, 3, 2, 5);
      OnnxRuntime.assertAgrees(file(opset, new long[] {1, 2, 3}, operator, "x"), opset, 1, 2, 3);
    }
  }

  private static Arguments wrong(String operator, long opset, int length, Object... more) {
    Proto[] attributes = Arrays.stream(more).filter(Proto.class::isInstance).toArray(Proto[]::new);
    return Arguments.of(line(opset, length, operator, attributes), texts(more));
  }

  private static List<String> texts(Object... more) {
    return Arrays.stream(more).filter(String.class::isInstance).map(String.class::cast).toList();
  }

  static Stream<Arguments> wrongInBoth() {
    Proto two = ints("kernel_shape", 2);
    return Stream.of("MaxPool", "AveragePool")
        .flatMap(
            operator ->
                Stream.of(
                    wrong(operator, 13, 4, "it has no kernel_shape"),
                    wrong(operator, 13, 4, ints("kernel_shape", 2, 2), "kernel_shape has 2"),
                    wrong(
                        operator, 13, 4, ints("kernel_shape", 0), "kernel_shape has the number 0"),
                    wrong(operator, 13, 4, ints("kernel_shape", 5), "reaches over 5 places"),
                    wrong(operator, 13, 4, ints("kernel_shape", 1L << 33), "8589934592"),
                    wrong(operator, 13, 4, two, ints("strides", 0), "strides has the number 0"),
                    wrong(operator, 13, 4, two, ints("strides", 1, 1), "strides has 2 numbers"),
                    wrong(operator, 13, 4, two, ints("pads", 0), "pads has 1 numbers"),
                    wrong(operator, 13, 4, two, ints("pads", -1, 0), "pads has the number -1"),
                    wrong(operator, 13, 4, two, ints("pads", 2, 0), "window 0 along axis 2 covers"),
                    wrong(operator, 13, 4, two, ints("pads", 0, 2), "window 4 along axis 2 covers"),
                    wrong(operator, 13, 4, two, ints("pads", 1 << 30, 0), "too large for its file"),
                    wrong(operator, 9, 4, two, flag("ceil_mode"), "from opset 10 on"),
                    wrong(operator, 9, 4, two, ints("dilations", 1), "from opset 1"),
                    wrong(operator, 22, 4, two, ints("dilations", 4), "reaches over 5 places"),
                    wrong(operator, 13, 4, two, auto("SAME"), "auto_pad is 'SAME'"),
                    wrong(operator, 13, 4, two, auto("VALID"), flag("ceil_mode"), "disagree"),
                    wrong(
                        operator,
                        13,
                        3,
                        ints("kernel_shape", 1),
                        ints("strides", 3),
                        auto("SAME_UPPER"),
                        "shorter than their stride"),
                    wrong(operator, 13, 4, two, Onnx.intAttribute("group", 1), "'group'"),
                    wrong(operator, 13, 4, two, Onnx.intAttribute("ceil_mode", 8), "is 8, which"),
                    Arguments.of(
                        file(13, new long[] {1, 4}, operator, "x", two), List.of("shape [1, 4]")),
                    Arguments.of(
                        file(13, new long[] {1, 1, 4}, operator, "c", two), List.of("constant")),
                    Arguments.of(
                        file(13, new long[] {1, 1, 4}, operator, "x, x", two),
                        List.of("2 inputs"))));
  }

  static Stream<Arguments> wrongInOne() {
    Proto two = ints("kernel_shape", 2);
    Proto counts = flag("count_include_pad");
    long[] flat = {1, 4};
    return Stream.of(
        wrong("AveragePool", 18, 4, two, ints("dilations", 1), "from opset 19 on"),
        wrong("AveragePool", 13, 4, two, flag("storage_order"), "'storage_order'"),
        wrong("AveragePool", 13, 4, two, Onnx.intAttribute("count_include_pad", 2), "is 2, which"),
        wrong("AveragePool", 19, 3, two, ints("strides", 2), counts, flag("ceil_mode"), "disagree"),
        wrong("MaxPool", 13, 4, two, counts, "'count_include_pad'"),
        wrong("MaxPool", 13, 4, two, flag("storage_order"), "second output"),
        wrong("LpPool", 13, 4, two, "LpPool (node 'n') is not supported", "AveragePool"),
        wrong("GlobalLpPool", 13, 4, "GlobalLpPool (node 'n') is not supported"),
        wrong("GlobalMaxPool", 13, 4, two, "'kernel_shape'"),
        Arguments.of(file(13, flat, "GlobalMaxPool", "x"), List.of("shape [1, 4]")),
        Arguments.of(file(13, flat, "GlobalAveragePool", "x"), List.of("shape [1, 4]")),
        Arguments.of(
            Onnx.model(
                13,
                new Proto()
                    .append(Onnx.node("n", "MaxPool", "x", "p,y", two))
                    .append(Onnx.input("x", Onnx.FLOAT, 1, 1, 4))
                    .append(Onnx.output("y", Onnx.FLOAT))),
            List.of("its further output 'y' is used")));
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
}
