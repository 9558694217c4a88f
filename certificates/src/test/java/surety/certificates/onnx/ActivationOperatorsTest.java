package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Selu;
import surety.certificates.activation.Sigmoid;
import surety.certificates.activation.Softplus;
import surety.certificates.activation.Softsign;
import surety.certificates.activation.Tanh;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

class ActivationOperatorsTest {

  private static final float NAN = Float.NaN;
  private static final float INFINITE = Float.POSITIVE_INFINITY;

  private static List<Layer> layers(long opset, Proto... graph) throws NetworkFormatException {
    return Gates.chain(OnnxReader.read(Onnx.network(opset, 2, graph)));
  }

  private static Proto number(String name, double value) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(), value));
  }

  private static Proto vector(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  private static Proto alpha(float value) {
    return Onnx.floatAttribute("alpha", value);
  }

  private static Proto beta(float value) {
    return Onnx.floatAttribute("beta", value);
  }

  private static Proto gamma(float value) {
    return Onnx.floatAttribute("gamma", value);
  }

  static Stream<Arguments> operators() {
    return Stream.of(
        Arguments.of(Onnx.node("Relu", "x"), Activation.RELU),
        Arguments.of(Onnx.node("Tanh", "x"), new Tanh()),
        Arguments.of(Onnx.node("Sigmoid", "x"), new Sigmoid()),
        Arguments.of(Onnx.node("Softplus", "x"), new Softplus()),
        Arguments.of(Onnx.node("Softsign", "x"), new Softsign()),
        Arguments.of(Onnx.node("Abs", "x"), Activation.ABS),
        Arguments.of(Onnx.node("LeakyRelu", "x"), PiecewiseLinear.leakyRelu(0.01f)),
        Arguments.of(Onnx.node("LeakyRelu", "x", alpha(-0.5f)), PiecewiseLinear.leakyRelu(-0.5)),
        Arguments.of(Onnx.node("Elu", "x"), new Elu(1)),
        Arguments.of(Onnx.node("Elu", "x", alpha(0.1f)), new Elu(0.1f)),
        Arguments.of(Onnx.node("Selu", "x"), new Selu(0x1.ac5afap0, 0x1.0cfabep0)),
        Arguments.of(Onnx.node("Selu", "x", alpha(2), gamma(3)), new Selu(2, 3)));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void eachNumberGetsTheFunction(Proto node, Activation activation) throws NetworkFormatException {
    for (long opset : new long[] {7, 13, 22}) {
      assertEquals(List.of(ActivationLayer.uniform(2, activation)), layers(opset, node));
    }
  }

  @Test
  void pReluHasASlopeForEachNeuron() throws NetworkFormatException {
    Proto node = Onnx.node("PRelu", "x, s");
    assertEquals(
        List.of(
            new ActivationLayer(
                List.of(PiecewiseLinear.leakyRelu(0.1f), PiecewiseLinear.leakyRelu(-2)))),
        layers(9, vector("s", 0.1f, -2), node));
    List<Layer> same = List.of(ActivationLayer.uniform(2, PiecewiseLinear.leakyRelu(0.25)));
    assertEquals(same, layers(16, vector("s", 0.25), node));
    assertEquals(same, layers(16, number("s", 0.25), node));
  }

  @Test
  void hardSigmoidIsALineAndAClip() throws NetworkFormatException {
    double[] shifts = {0.5, 0.5};
    assertEquals(
        List.of(
            AffineLayer.diagonal(new double[] {0.2f, 0.2f}, shifts),
            ActivationLayer.uniform(2, PiecewiseLinear.clip(0, 1))),
        layers(7, Onnx.node("HardSigmoid", "x")));
    assertEquals(
        List.of(
            AffineLayer.diagonal(new double[] {3, 3}, new double[] {-1, -1}),
            ActivationLayer.uniform(2, PiecewiseLinear.clip(0, 1))),
        layers(22, Onnx.node("HardSigmoid", "x", alpha(3), beta(-1))));
  }

  @Test
  void negatingIsALine() throws NetworkFormatException {
    assertEquals(
        List.of(AffineLayer.diagonal(new double[] {-1, -1}, new double[2])),
        layers(13, Onnx.node("Neg", "x")));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 10})
  void clipHadAttributes(long opset) throws NetworkFormatException {
    Proto min = Onnx.floatAttribute("min", -0.5f);
    Proto max = Onnx.floatAttribute("max", 2);
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(clip(-0.5, 2), layers(opset, Onnx.node("Clip", "x", min, max)));
    assertEquals(clip(-infinite, 2), layers(opset, Onnx.node("Clip", "x", max)));
    assertEquals(clip(-0.5, infinite), layers(opset, Onnx.node("Clip", "x", min)));
    Proto none = Onnx.floatAttribute("max", INFINITE);
    assertEquals(clip(-0.5, infinite), layers(opset, Onnx.node("Clip", "x", min, none)));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 22})
  void clipHasInputs(long opset) throws NetworkFormatException {
    Proto ends = number("a", -0.5).append(vector("b", 2));
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(clip(-0.5, 2), layers(opset, ends, Onnx.node("Clip", "x, a, b")));
    assertEquals(clip(-infinite, 2), layers(opset, ends, Onnx.node("Clip", "x, , b")));
    assertEquals(clip(-0.5, infinite), layers(opset, ends, Onnx.node("Clip", "x, a")));
    assertEquals(clip(-0.5, -0.5), layers(opset, ends, Onnx.node("Clip", "x, a, a")));
  }

  @Test
  void aClipOnOneSideOfZeroIsTheRelu() throws NetworkFormatException {
    List<Layer> relu = List.of(ActivationLayer.uniform(2, Activation.RELU));
    assertEquals(relu, layers(13, number("a", 0), Onnx.node("Clip", "x, a")));
    assertEquals(relu, layers(7, Onnx.node("Clip", "x", Onnx.floatAttribute("min", 0))));
  }

  private static List<Layer> clip(double lower, double upper) {
    return List.of(ActivationLayer.uniform(2, PiecewiseLinear.clip(lower, upper)));
  }

  static Stream<Arguments> foldings() {
    return Stream.of(
        Arguments.of(Onnx.node("n", "Relu", "c", "k"), 0.0, 0.5),
        Arguments.of(Onnx.node("n", "Abs", "c", "k"), 2.0, 0.5),
        Arguments.of(Onnx.node("n", "Neg", "c", "k"), 2.0, -0.5),
        Arguments.of(Onnx.node("n", "LeakyRelu", "c", "k"), -2 * (double) 0.01f, 0.5),
        Arguments.of(Onnx.node("n", "PRelu", "c, c", "k"), 4.0, 0.5),
        Arguments.of(Onnx.node("n", "Clip", "c, , one", "k"), -2.0, 0.5),
        Arguments.of(Onnx.node("n", "HardSigmoid", "c", "k", alpha(0.125f)), 0.25, 0.5625),
        Arguments.of(Onnx.node("n", "Max", "c, one", "k"), 1.0, 1.0),
        Arguments.of(Onnx.node("n", "Min", "one, c", "k"), -2.0, 0.5));
  }

  @ParameterizedTest
  @MethodSource("foldings")
  void constantsAreComputedWhereThatIsExact(Proto node, double first, double second)
      throws NetworkFormatException {
    assertEquals(
        List.of(AffineLayer.diagonal(new double[] {1, 1}, new double[] {first, second})),
        layers(
            13, vector("c", -2, 0.5), number("one", 1), node, Onnx.node("a", "Add", "x, k", "y")));
  }

  private static Arguments wrong(String name, long opset, Proto node, String... fragments) {
    return Arguments.of(name, opset, node, List.of(fragments));
  }

  static Stream<Arguments> wrongNodes() {
    Proto min = Onnx.floatAttribute("min", 2);
    return Stream.of(
        wrong("slope NaN", 7, Onnx.node("LeakyRelu", "x", alpha(NAN)), "alpha is NaN", "finite"),
        wrong("alpha", 7, Onnx.node("Elu", "x", alpha(INFINITE)), "alpha is Infinity"),
        wrong("gamma", 7, Onnx.node("Selu", "x", gamma(NAN)), "gamma is NaN"),
        wrong("line", 7, Onnx.node("HardSigmoid", "x", alpha(INFINITE)), "alpha is Infinity"),
        wrong("shift", 7, Onnx.node("HardSigmoid", "x", beta(NAN)), "beta is NaN"),
        wrong("integer", 7, Onnx.node("Elu", "x", Onnx.intAttribute("alpha", 1)), "wrong type"),
        wrong("unknown", 7, Onnx.node("Tanh", "x", alpha(1)), "'alpha' is not supported"),
        wrong("two", 7, Onnx.node("Sigmoid", "x, x"), "2 inputs"),
        wrong("too many slopes", 9, Onnx.node("PRelu", "x, s"), "[1, 2]", "[3]"),
        wrong("slopes enlarge", 9, Onnx.node("PRelu", "x, m"), "[2, 2] do not broadcast to"),
        wrong("computed", 9, Onnx.node("PRelu", "x, x"), "input 1 'x'", "a constant tensor"),
        wrong("no slopes", 9, Onnx.node("PRelu", "x"), "1 inputs"),
        wrong("NaN slope", 9, Onnx.node("PRelu", "x, nan"), "'nan'", "finite"),
        wrong("integer slope", 9, Onnx.node("PRelu", "x, i"), "'i'", "type int64"),
        wrong("attribute", 11, Onnx.node("Clip", "x", min), "attributes before opset 11"),
        wrong("inputs", 10, Onnx.node("Clip", "x, one"), "attributes before opset 11"),
        wrong(
            "ends crossed",
            7,
            Onnx.node("Clip", "x", min, Onnx.floatAttribute("max", 1)),
            "min is 2.0 and max is 1.0"),
        wrong("crossed inputs", 13, Onnx.node("Clip", "x, two, one"), "min is 2.0"),
        wrong("NaN end", 7, Onnx.node("Clip", "x", Onnx.floatAttribute("min", NAN)), "min is NaN"),
        wrong("NaN input", 13, Onnx.node("Clip", "x, nan"), "'nan'", "finite"),
        wrong(
            "above all",
            7,
            Onnx.node("Clip", "x", Onnx.floatAttribute("min", INFINITE)),
            "min is Infinity"),
        wrong(
            "below all",
            7,
            Onnx.node("Clip", "x", Onnx.floatAttribute("max", -INFINITE)),
            "max is -Infinity"),
        wrong("vector end", 13, Onnx.node("Clip", "x, c"), "min must be one number", "[2]"),
        wrong("vector max", 13, Onnx.node("Clip", "x, , c"), "max must be one number"),
        wrong("computed end", 13, Onnx.node("Clip", "x, x"), "input 1 'x'", "constant"),
        wrong("too many ends", 13, Onnx.node("Clip", "x, one, two, c"), "4 inputs"),
        wrong("no input", 13, Onnx.node("Clip", ", one"), "input 0", "missing"),
        wrong(
            "jump",
            13,
            Onnx.node("ThresholdedRelu", "x"),
            "it jumps from 0 to alpha at alpha = 1.0"),
        wrong(
            "sign",
            13,
            Onnx.node("Sign", "x"),
            "Sign (node 'n'): of a value",
            "only of constants"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongNodes")
  void whatIsWrongIsNamed(String name, long opset, Proto node, List<String> fragments) {
    Proto constants =
        new Proto()
            .append(vector("c", -2, 0.5))
            .append(vector("s", 1, 2, 3))
            .append(number("one", 1))
            .append(number("two", 2))
            .append(number("nan", NAN))
            .append(Onnx.initializer(Onnx.longs("i", 1)))
            .append(Onnx.initializer(Onnx.floats("m", Onnx.dims(2, 2), 1, 2, 3, 4)));
    assertRefused(Onnx.network(opset, 2, constants, node), fragments);
  }

  /** What a graph that adds a value of constants gives at zero. */
  private static Interval[] atZero(Proto constants, Proto node) throws NetworkFormatException {
    Proto add = Onnx.node("a", "Add", "x, k", "y");
    Network network = OnnxReader.read(Onnx.network(2, constants, node, add));
    return network.enclose(new Interval[] {Interval.ZERO, Interval.ZERO});
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tanh", "Sigmoid", "Elu", "Selu", "Softplus", "Softsign"})
  void valuesOfConstantsAreEnclosed(String operator) throws NetworkFormatException {
    Interval[] y = atZero(vector("c", -1, 1), Onnx.node("n", operator, "c", "k"));
    Network alone = OnnxReader.read(Onnx.network(2, Onnx.node(operator, "x")));
    Interval[] expected = alone.enclose(new Interval[] {Interval.of(-1), Interval.ONE});
    for (int i = 0; i < 2; i++) {
      assertTrue(y[i].width() < 1e-14);
      assertTrue(y[i].contains(expected[i].middle()));
    }
  }

  @Test
  void aSlopeTimesAConstantIsNotRounded() throws NetworkFormatException {
    Proto c = Onnx.initializer(Onnx.doubles("c", Onnx.dims(1), -0.1));
    Proto add = Onnx.node("a", "Add", "x, k", "y");
    Network network =
        OnnxReader.read(Onnx.network(1, c, Onnx.node("n", "LeakyRelu", "c", "k"), add));
    Rational exact = Rational.ofDouble(-0.1).times(Rational.ofDouble(0.01f));
    assertEquals(exact, network.evaluateExactly(new Rational[] {Rational.ZERO})[0]);
  }

  private static void assertRefused(byte[] file, List<String> fragments) {
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
    assertFalse(message.contains("\n"), message);
  }
}
