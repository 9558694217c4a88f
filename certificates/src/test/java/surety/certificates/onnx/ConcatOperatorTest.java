package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class ConcatOperatorTest {

  private static Network read(Proto... graph) throws NetworkFormatException {
    return OnnxReader.read(Onnx.network(2, graph));
  }

  private static Proto constant(String name, long[] dims, double... values) {
    return Onnx.initializer(Onnx.floats(name, dims, values));
  }

  private static Proto axis(long axis) {
    return Onnx.intAttribute("axis", axis);
  }

  @Test
  void computedAndConstantPartsFollowEachOther() throws NetworkFormatException {
    Network network =
        read(constant("c", Onnx.dims(1, 3), 7, 8, 9), Onnx.node("Concat", "c, x, x", axis(-1)));
    assertEquals(
        AffineLayer.selection(
            2,
            new int[] {0, 0, 0, 0, 1, 0, 1},
            new double[] {0, 0, 0, 1, 1, 1, 1},
            new double[] {7, 8, 9, 0, 0, 0, 0}),
        Gates.affine(network));
    assertEquals(1, network.gates().size(), "only for the constants");
  }

  @Test
  void anInnerAxisInterleaves() throws NetworkFormatException {
    Network network =
        read(
            Onnx.initializer(Onnx.longs("s", 2, 1)),
            constant("c", Onnx.dims(2, 2), 5, 6, 7, 8),
            Onnx.node("r", "Reshape", "x, s", "t"),
            Onnx.node("n", "Concat", "t, c", "y", axis(1)));
    assertArrayEquals(new double[] {1, 5, 6, 2, 7, 8}, network.evaluate(new double[] {1, 2}));
  }

  @Test
  void constantsStayConstant() throws NetworkFormatException {
    Network network =
        read(
            constant("a", Onnx.dims(1), 3),
            constant("b", Onnx.dims(1), 4),
            Onnx.node("k", "Concat", "a, b", "c", axis(0)),
            Onnx.node("m", "Mul", "x, c", "y"));
    assertEquals(
        List.of(AffineLayer.diagonal(new double[] {3, 4}, new double[2])), Gates.chain(network));
  }

  @Test
  void aConstantMayBeMultiplied() throws NetworkFormatException {
    Network network =
        read(
            constant("one", Onnx.dims(1, 1), 1),
            constant("w", Onnx.dims(3, 1), 2, 3, 4),
            Onnx.node("k", "Concat", "x, one", "c", axis(1)),
            Onnx.node("m", "MatMul", "c, w", "y"));
    assertEquals(AffineLayer.of(new double[][] {{2, 3}}, new double[] {4}), Gates.affine(network));
  }

  @Test
  void theWeightsOfARepeatedValueAreNotRounded() throws NetworkFormatException {
    Proto w = Onnx.initializer(Onnx.doubles("w", Onnx.dims(4, 1), 0.1, 1, 0.3, 0x1p-70));
    Network network =
        read(
            w,
            Onnx.node("k", "Concat", "x, x", "c", axis(1)),
            Onnx.node("m", "MatMul", "c, w", "y"));
    assertArrayEquals(
        new Rational[] {
          Rational.ofDouble(0.1).plus(Rational.ofDouble(0.3)),
          Rational.ONE.plus(Rational.ofDouble(0x1p-70))
        },
        values(network));
  }

  /** At the points (1, 0) and (0, 1). */
  private static Rational[] values(Network network) {
    Rational[] first = {Rational.ONE, Rational.ZERO};
    Rational[] second = {Rational.ZERO, Rational.ONE};
    return new Rational[] {network.evaluateExactly(first)[0], network.evaluateExactly(second)[0]};
  }

  private static Arguments wrong(String name, Proto node, String... fragments) {
    return Arguments.of(name, node, List.of(fragments));
  }

  static Stream<Arguments> wrongNodes() {
    return Stream.of(
        wrong("no axis", Onnx.node("Concat", "x, x"), "Concat (node 'n')", "no axis"),
        wrong("axis", Onnx.node("Concat", "x, x", axis(2)), "axis 2 is not one of 2"),
        wrong("negative axis", Onnx.node("Concat", "x, x", axis(-3)), "axis -3"),
        wrong("scalar", Onnx.node("Concat", "s, s", axis(0)), "axis 0 is not one of 0"),
        wrong("width", Onnx.node("Concat", "x, c", axis(0)), "[1, 2] and [1, 3]", "axis 0"),
        wrong("height", Onnx.node("Concat", "x, m", axis(1)), "[1, 2] and [2, 2]", "axis 1"),
        wrong("rank", Onnx.node("Concat", "x, v", axis(1)), "[1, 2] and [2]"),
        wrong("omitted", Onnx.node("Concat", "x, ", axis(1)), "input 1 ''", "missing"),
        wrong("integers", Onnx.node("Concat", "x, j", axis(1)), "integers and real numbers"),
        wrong("nothing", Onnx.node("Concat", "", axis(1)), "0 inputs", "at least 1"),
        wrong("float axis", Onnx.node("Concat", "x", Onnx.floatAttribute("axis", 1)), "wrong type"),
        wrong("cycle", Onnx.node("Concat", "x, y", axis(1)), "cycle through 'y'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongNodes")
  void whatIsWrongIsNamed(String name, Proto node, List<String> fragments) {
    byte[] file =
        Onnx.network(
            2,
            constant("c", Onnx.dims(1, 3), 1, 2, 3),
            constant("m", Onnx.dims(2, 2), 1, 2, 3, 4),
            constant("v", Onnx.dims(2), 1, 2),
            constant("s", Onnx.dims(), 1),
            Onnx.initializer(Onnx.header("j", Onnx.INT64, 1, 1).varint(7, 1)),
            node);
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
  }
}
