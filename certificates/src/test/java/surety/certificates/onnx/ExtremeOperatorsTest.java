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
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

class ExtremeOperatorsTest {

  private static final Proto SPLIT =
      Onnx.node("s", "Split", "x", "a,b", Onnx.intAttribute("axis", 1));
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Proto constant(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  private static List<Layer> layers(int inputs, Proto... graph) throws NetworkFormatException {
    return Gates.chain(OnnxReader.read(Onnx.network(inputs, graph)));
  }

  private static double[] row(double... weights) {
    return weights;
  }

  @Test
  void theLargerOfTwoIsOneRelu() throws NetworkFormatException {
    for (String operator : List.of("Max", "Min")) {
      Network network = OnnxReader.read(Onnx.network(2, SPLIT, Onnx.node(operator, "a, b")));
      assertEquals(
          List.of(ActivationLayer.uniform(1, Activation.RELU)), network.activations().toList());
      double larger = network.evaluate(row(-5, 3))[0];
      assertEquals(operator.equals("Max") ? 3 : -5, larger);
      assertEquals(larger, network.evaluate(row(3, -5))[0]);
    }
  }

  @Test
  void exactlyTheLargestAndTheSmallestOfMany() throws NetworkFormatException {
    Proto four = Onnx.node("s", "Split", "x", "a,b,c,d", Onnx.intAttribute("axis", 1));
    Network max =
        OnnxReader.read(Onnx.network(4, four, constant("k", 1), Onnx.node("Max", "a, b, k, c, d")));
    Network min =
        OnnxReader.read(Onnx.network(4, four, constant("k", 1), Onnx.node("Min", "a, b, k, c, d")));
    Rational third = Rational.of(1, 3);
    Rational tiny = Rational.ofDouble(0x1p-300);
    Rational[] x = {third, Rational.of(-7), third.plus(tiny), tiny};
    assertArrayEquals(new Rational[] {Rational.ONE}, max.evaluateExactly(x));
    assertArrayEquals(new Rational[] {Rational.of(-7)}, min.evaluateExactly(x));
    Rational[] above = {Rational.of(4), Rational.of(5), third.plus(Rational.of(5)), Rational.of(4)};
    assertArrayEquals(new Rational[] {Rational.of(16, 3)}, max.evaluateExactly(above));
    assertArrayEquals(new Rational[] {Rational.ONE}, min.evaluateExactly(above));
  }

  @Test
  void withAConstantItIsAClip() throws NetworkFormatException {
    Proto c = constant("c", 0, 0.1);
    double tenth = 0.1f;
    assertEquals(
        List.of(
            new ActivationLayer(List.of(Activation.RELU, PiecewiseLinear.clip(tenth, INFINITE)))),
        layers(2, c, Onnx.node("Max", "x, c")));
    assertEquals(
        List.of(
            new ActivationLayer(
                List.of(
                    PiecewiseLinear.clip(-INFINITE, 0), PiecewiseLinear.clip(-INFINITE, tenth)))),
        layers(2, c, Onnx.node("Min", "c, x")));
  }

  @Test
  void shapesBroadcast() throws NetworkFormatException {
    assertEquals(
        3,
        OnnxReader.read(Onnx.network(1, constant("c", 1, 2, 3), Onnx.node("Max", "x, c")))
            .outputs());
    Network network =
        OnnxReader.read(
            Onnx.network(
                3, Onnx.node("s", "Transpose", "x", "t"), Onnx.node("m", "Max", "x, t", "y")));
    assertArrayEquals(
        row(1, 3, 2, 3, 3, 3, 2, 3, 2), network.evaluate(row(1, 3, 2)), "a table of maxima");
  }

  @Test
  void oneInputIsItself() throws NetworkFormatException {
    assertEquals(List.of(), layers(2, Onnx.node("Max", "x")));
    assertEquals(List.of(), layers(2, Onnx.node("Min", "x")));
  }

  private static Arguments wrong(Proto node, String... fragments) {
    return Arguments.of(node, List.of(fragments));
  }

  static Stream<Arguments> wrongNodes() {
    return Stream.of(
        wrong(Onnx.node("Max", ""), "Max (node 'n')", "0 inputs", "at least 1"),
        wrong(Onnx.node("Min", ""), "Min (node 'n')", "0 inputs"),
        wrong(Onnx.node("Max", "x, "), "input 1 ''", "missing"),
        wrong(Onnx.node("Max", "x, c"), "[1, 2] and [3] do not broadcast"),
        wrong(Onnx.node("Min", "x, c"), "do not broadcast"),
        wrong(Onnx.node("Max", "c, d"), "[3] and [4] do not broadcast"),
        wrong(Onnx.node("Max", "x, i"), "'i'", "type int64"),
        wrong(Onnx.node("Max", "x, nan"), "'nan'", "finite"),
        wrong(Onnx.node("Max", "x", Onnx.intAttribute("axis", 1)), "'axis' is not supported"),
        wrong(Onnx.node("Max", "x, y"), "cycle through 'y'"));
  }

  @ParameterizedTest
  @MethodSource("wrongNodes")
  void whatIsWrongIsNamed(Proto node, List<String> fragments) {
    byte[] file =
        Onnx.network(
            2,
            constant("c", 1, 2, 3),
            constant("d", 1, 2, 3, 4),
            constant("nan", Double.NaN),
            Onnx.initializer(Onnx.longs("i", 1, 2)),
            node);
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
  }
}
