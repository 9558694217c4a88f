package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class ElementwiseOperatorsTest {

  private static final Proto W = constant("w", Onnx.dims(2, 2), 1, 2, 3, 4);
  private static final Proto PRODUCT = Onnx.node("m", "MatMul", "x, w", "t");

  private static Proto constant(String name, long[] dims, double... values) {
    return Onnx.initializer(Onnx.floats(name, dims, values));
  }

  private static Network read(Proto... graph) throws NetworkFormatException {
    return OnnxReader.read(Onnx.network(2, graph));
  }

  private static AffineLayer affine(Proto... graph) throws NetworkFormatException {
    return Gates.affine(read(graph));
  }

  private static AffineLayer matrix(double a, double b, double c, double d) {
    return AffineLayer.of(new double[][] {{a, b}, {c, d}}, new double[2]);
  }

  @Test
  void twoComputedValuesAreAddedOrSubtracted() throws NetworkFormatException {
    assertEquals(matrix(2, 3, 2, 5), affine(W, PRODUCT, Onnx.node("Add", "x, t")));
    assertEquals(matrix(0, -3, -2, -3), affine(W, PRODUCT, Onnx.node("Sub", "x, t")));
    assertEquals(matrix(0, 3, 2, 3), affine(W, PRODUCT, Onnx.node("Sub", "t, x")));
  }

  @Test
  void aSumHasAnyNumberOfTerms() throws NetworkFormatException {
    Proto c = constant("c", Onnx.dims(2), 7, 8);
    assertEquals(List.of(), read(Onnx.node("Sum", "x")).gates());
    assertEquals(matrix(3, 3, 2, 6), affine(W, PRODUCT, Onnx.node("Sum", "x, t, x")));
    double[] shifts = {14, 16};
    assertEquals(
        AffineLayer.diagonal(new double[] {2, 2}, shifts),
        affine(c, Onnx.node("Sum", "c, x, c, x")));
  }

  @Test
  void sumsBroadcast() throws NetworkFormatException {
    Network network =
        OnnxReader.read(
            Onnx.network(
                2, Onnx.node("s", "Transpose", "x", "t"), Onnx.node("m", "Sub", "x, t", "y")));
    assertArrayEquals(
        new double[] {0, 3, -3, 0}, network.evaluate(new double[] {1, 4}), "all differences");
  }

  @Test
  void aValueMinusItselfIsZero() throws NetworkFormatException {
    assertEquals(matrix(0, 0, 0, 0), affine(Onnx.node("Sub", "x, x")));
    assertEquals(matrix(2, 0, 0, 2), affine(Onnx.node("Add", "x, x")));
  }

  private static Arguments wrong(Proto node, String... fragments) {
    return Arguments.of(node, List.of(fragments));
  }

  static Stream<Arguments> wrongNodes() {
    Proto cycle =
        Onnx.node("a", "Add", "x, q", "p")
            .append(Onnx.node("b", "Sub", "p, x", "q"))
            .append(Onnx.node("Sum", "x, q, x"));
    return Stream.of(
        wrong(Onnx.node("Add", "x, t"), "Add (node 'n')", "[1, 2] and [1, 3] do not broadcast"),
        wrong(Onnx.node("Sub", "t, x"), "[1, 3] and [1, 2] do not broadcast"),
        wrong(Onnx.node("Sum", "x, x, t"), "do not broadcast"),
        wrong(Onnx.node("Sum", "x, c"), "[1, 2] and [3] do not broadcast"),
        wrong(Onnx.node("Sum", ""), "0 inputs", "at least 1"),
        wrong(Onnx.node("Sum", "x, , x"), "input 1 ''", "missing"),
        wrong(Onnx.node("Add", "x, x, x"), "3 inputs", "2 to 2"),
        wrong(Onnx.node("Neg", "x, x"), "2 inputs"),
        wrong(Onnx.node("Neg", "i"), "a constant is no network"),
        wrong(Onnx.node("Add", "x, x", Onnx.intAttribute("axis", 1)), "'axis' is not supported"),
        wrong(cycle, "cycle through 'q'", "feed-forward"),
        wrong(Onnx.node("Sum", "x, y"), "cycle through 'y'"));
  }

  @ParameterizedTest
  @MethodSource("wrongNodes")
  void whatIsWrongIsNamed(Proto node, List<String> fragments) {
    byte[] file =
        Onnx.network(
            2,
            constant("v", Onnx.dims(2, 3), 1, 2, 3, 4, 5, 6),
            constant("c", Onnx.dims(3), 1, 2, 3),
            Onnx.initializer(Onnx.longs("i", 1, 2)),
            Onnx.node("m", "MatMul", "x, v", "t"),
            node);
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
    assertFalse(message.contains("\n"), message);
  }
}
