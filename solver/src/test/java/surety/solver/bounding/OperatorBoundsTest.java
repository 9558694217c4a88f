package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.solver.onnx.OnnxWriteException;
import surety.solver.onnx.OnnxWriter;

/** Networks from ONNX files, operator by operator, between their bounds. */
class OperatorBoundsTest {
  private static final int WIDTH = 3;

  /** What an operator makes of a row of {@link #WIDTH} numbers. */
  record Operator(String name, int outputs, Consumer<OnnxGraph> nodes) {
    @Override
    public String toString() {
      return name;
    }

    /** Its network between random affine maps; for an odd seed two of them, if that is possible. */
    Network network(long seed) {
      return graph(seed).network(2);
    }

    OnnxGraph graph(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      OnnxGraph graph = new OnnxGraph(2).dense(random, 2, WIDTH);
      nodes.accept(graph);
      if (seed % 2 == 1 && outputs == WIDTH) {
        nodes.accept(graph.dense(random, WIDTH, WIDTH));
      }
      return graph.dense(random, outputs, 2);
    }
  }

  private static Operator unary(String name) {
    return new Operator(name, WIDTH, graph -> graph.then(name));
  }

  private static Operator reduction(String name) {
    return new Operator(name, 1, graph -> graph.then(name));
  }

  /** Of the numbers themselves and a multiple of these. */
  private static Operator binary(String name, float factor) {
    return new Operator(
        name,
        WIDTH,
        graph -> {
          String x = graph.last();
          graph.then("Mul", graph.constant(new int[] {WIDTH}, factor, -0.5f, 1));
          graph.then("Tanh").node(name, x, graph.last());
        });
  }

  private static Operator power(float exponent) {
    return new Operator(
        "Pow " + exponent, WIDTH, graph -> graph.then("Pow", graph.constant(exponent)));
  }

  /** Of the square and a positive number. */
  private static Operator ofPositive(String name) {
    return new Operator(
        name,
        WIDTH,
        graph -> {
          graph.node("Mul", graph.last(), graph.last());
          graph.then("Add", graph.constant(0.5f)).then(name);
        });
  }

  static Stream<Operator> straight() {
    return Stream.of(
        unary("Abs"),
        unary("Neg"),
        unary("LeakyRelu"),
        unary("HardSigmoid"),
        reduction("ReduceMax"),
        reduction("ReduceMin"),
        reduction("ReduceL1"),
        new Operator(
            "PRelu",
            WIDTH,
            graph -> graph.then("PRelu", graph.constant(new int[] {WIDTH}, -0.7f, 2, -3))),
        new Operator(
            "Clip",
            WIDTH,
            graph -> graph.then("Clip", graph.constant(-0.3f), graph.constant(0.4f))),
        new Operator(
            "Max and Min",
            WIDTH,
            graph -> {
              String x = graph.last();
              graph.then("Neg").then("Max", x).then("Min", graph.constant(0.8f));
            }));
  }

  static Stream<Operator> curved() {
    return Stream.of(
        unary("Exp"),
        unary("Sin"),
        unary("Cos"),
        unary("Erf"),
        unary("Gelu"),
        unary("Mish"),
        unary("HardSwish"),
        unary("Elu"),
        unary("Selu"),
        unary("Softplus"),
        unary("Softsign"),
        unary("Softmax"),
        unary("LogSoftmax"),
        power(2),
        power(3),
        power(6),
        binary("Mul", 1.5f),
        new Operator(
            "Mul with itself", WIDTH, graph -> graph.node("Mul", graph.last(), graph.last())),
        new Operator(
            "Swish",
            WIDTH,
            graph -> {
              String x = graph.last();
              graph.then("Sigmoid").then("Mul", x);
            }),
        new Operator(
            "Div",
            WIDTH,
            graph -> {
              String x = graph.last();
              graph.then("Exp").then("Add", graph.constant(1)).node("Div", x, graph.last());
            }),
        ofPositive("Log"),
        ofPositive("Sqrt"),
        ofPositive("Reciprocal"),
        reduction("ReduceL2"),
        reduction("ReduceSumSquare"),
        reduction("ReduceLogSumExp"),
        reduction("ReduceProd"),
        new Operator(
            "LayerNormalization",
            WIDTH,
            graph ->
                graph
                    .then("Mul", graph.constant(new int[] {WIDTH}, 1, 2, -1))
                    .then("LayerNormalization", graph.constant(new int[] {WIDTH}, 1, 0.5f, 2))));
  }

  static Stream<Operator> all() {
    return Stream.concat(straight(), curved());
  }

  private static final List<Interval> BOX = List.of(Interval.of(-1, 0.75), Interval.of(0, 1.5));

  private static Interval[] enclose(Network network, double[] x) {
    return network.enclose(Arrays.stream(x).mapToObj(Interval::of).toArray(Interval[]::new));
  }

  @ParameterizedTest
  @MethodSource("all")
  void boundsAreOnTheirSides(Operator operator) throws BoundingException {
    SplittableRandom random = new SplittableRandom(1);
    for (long seed = 0; seed < 2; seed++) {
      Network network = operator.network(seed);
      for (int segments : new int[] {1, 5}) {
        BoundingPair pair = BoundingNetworks.of(network, BOX, segments);
        for (int k = 0; k < 30; k++) {
          double[] x = Samples.point(random, BOX);
          Interval[] values = enclose(network, x);
          Interval[] lower = enclose(pair.lower(), x);
          Interval[] upper = enclose(pair.upper(), x);
          for (int i = 0; i < values.length; i++) {
            assertTrue(lower[i].lower() <= values[i].upper(), () -> Arrays.toString(x));
            assertTrue(upper[i].upper() >= values[i].lower(), () -> Arrays.toString(x));
          }
        }
        Rational[] x = Samples.exact(new double[] {random.nextInt(-64, 48) / 64.0, 1.25});
        Rational[] low = pair.lower().evaluateExactly(x);
        Rational[] up = pair.upper().evaluateExactly(x);
        Interval[] values =
            network.enclose(Arrays.stream(x).map(Interval::of).toArray(Interval[]::new));
        for (int i = 0; i < values.length; i++) {
          assertTrue(low[i].compareTo(Rational.ofDouble(values[i].upper())) <= 0);
          assertTrue(up[i].compareTo(Rational.ofDouble(values[i].lower())) >= 0);
          assertTrue(
              up[i].minus(low[i]).compareTo(Rational.ofDouble(pair.distances(1).get(i).bound()))
                  <= 0);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("straight")
  void piecewiseLinearOperatorsAreTheirOwnBounds(Operator operator) throws BoundingException {
    SplittableRandom random = new SplittableRandom(2);
    Network network = operator.network(1);
    BoundingPair pair = BoundingNetworks.of(network, BOX, 1);
    assertSame(pair.lower(), pair.upper());
    for (int k = 0; k < 20; k++) {
      Rational[] x = Samples.exact(Samples.point(random, BOX));
      assertEquals(List.of(network.evaluateExactly(x)), List.of(pair.lower().evaluateExactly(x)));
    }
  }

  @ParameterizedTest
  @MethodSource("curved")
  void boundsAreNestedAndCloseInOnTheNetwork(Operator operator) throws BoundingException {
    SplittableRandom random = new SplittableRandom(3);
    Network network = operator.network(4);
    BoundingPair coarse = BoundingNetworks.of(network, BOX, 4);
    BoundingPair fine = coarse;
    for (int segments = 8; segments <= 16; segments *= 2) {
      BoundingPair before = fine;
      fine = BoundingNetworks.of(network, BOX, segments);
      for (int k = 0; k < 6; k++) {
        double[] x = Samples.point(random, BOX);
        for (int i = 0; i < 2; i++) {
          assertTrue(enclose(before.lower(), x)[i].lower() <= enclose(fine.lower(), x)[i].upper());
          assertTrue(enclose(before.upper(), x)[i].upper() >= enclose(fine.upper(), x)[i].lower());
        }
      }
    }
    for (int i = 0; i < 2; i++) {
      double wide = coarse.distances(30).get(i).mean();
      double narrow = fine.distances(30).get(i).mean();
      boolean isNearPole = operator.name.startsWith("Layer"); // segments are longer than a variance
      assertTrue(narrow < wide / (isNearPole ? 1 : 6), narrow + " after " + wide);
    }
  }

  /** It computes in float32, and a sum of many ReLUs cancels. */
  @ParameterizedTest
  @MethodSource("all")
  void onnxRuntimeFindsTheNetworkBetweenItsBounds(Operator operator)
      throws BoundingException, OnnxWriteException, OrtException {
    SplittableRandom random = new SplittableRandom(5);
    Network network = operator.network(2);
    BoundingPair pair = BoundingNetworks.of(network, BOX, 8);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession lower = session(environment, pair.lower());
        OrtSession upper = session(environment, pair.upper());
        OrtSession original = environment.createSession(operator.graph(2).file(2))) {
      for (int k = 0; k < 30; k++) {
        double[] x = Samples.point(random, BOX);
        float[] point = {(float) x[0], (float) x[1]};
        Interval[] values = enclose(network, new double[] {point[0], point[1]});
        float[] low = run(environment, lower, point);
        float[] up = run(environment, upper, point);
        float[] computed = run(environment, original, point);
        for (int i = 0; i < values.length; i++) {
          double rounding = 2e-4 * (1 + Math.abs(up[i]) + Math.abs(low[i]));
          assertTrue(low[i] <= values[i].upper() + rounding);
          assertTrue(up[i] >= values[i].lower() - rounding);
          assertTrue(low[i] <= computed[i] + rounding && computed[i] <= up[i] + rounding);
        }
      }
    }
  }

  private static OrtSession session(OrtEnvironment environment, Network network)
      throws OnnxWriteException, OrtException {
    return environment.createSession(OnnxWriter.write(network, "bound"));
  }

  private static float[] run(OrtEnvironment environment, OrtSession session, float[] x)
      throws OrtException {
    String input = session.getInputNames().iterator().next();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][] {x});
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  /** Of far scores; with exponentials and their sums nothing would be left of the bounds. */
  @ParameterizedTest
  @ValueSource(strings = {"Softmax", "LogSoftmax"})
  void scoresThatAreFarApartAreBoundedWell(String name) throws BoundingException {
    OnnxGraph graph = new OnnxGraph(4).then(name);
    List<Interval> box = Samples.box(4, -10, 10);
    BoundingPair pair = BoundingNetworks.of(graph.network(4), box, 40);
    for (Distance distance : pair.distances(500)) {
      assertTrue(distance.mean() < (name.equals("Softmax") ? 0.02 : 0.1), distance::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Log, 0, 'it is log of a number in [0.0, 1.0], which is not defined everywhere there'",
    "Sqrt, -1, 'it is square root of a number in [-1.0, 1.0]'",
    "Reciprocal, -1, 'it is reciprocal of a number in [-1.0, 1.0]'",
    "Exp, 1e3, 'exp reaches'",
    "Cos, 1e5, 'farther from 0 than 1024'",
    "Softplus, 1e31, 'too wide for float32'"
  })
  void whatCannotBeBoundedIsRefusedWithTheNeuron(String name, double lower, String message) {
    Network network = new OnnxGraph(1).then(name).network(1);
    List<Interval> box = List.of(Interval.of(lower, Math.max(1, lower)));
    String told =
        assertThrows(BoundingException.class, () -> BoundingNetworks.of(network, box, 10))
            .getMessage();
    assertTrue(told.startsWith("neuron 1 of activation layer 1: "), told);
    assertTrue(told.contains(message) && told.contains("take a smaller box"), told);
  }

  /** Two exponentials one behind the other are beyond floats, before anything is infinite. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void towersAreRefused(int height) {
    OnnxGraph graph = new OnnxGraph(1);
    for (int k = 0; k < height; k++) {
      graph.then("Exp");
    }
    List<Interval> box = List.of(Interval.of(0, 6));
    Network network = graph.network(1);
    String told =
        assertThrows(BoundingException.class, () -> BoundingNetworks.of(network, box, 10))
            .getMessage();
    assertTrue(told.startsWith("neuron 1 of activation layer 2: exp reaches"), told);
  }
}
