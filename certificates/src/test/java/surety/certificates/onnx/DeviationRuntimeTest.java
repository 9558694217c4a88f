package surety.certificates.onnx;

import static ai.onnxruntime.OrtSession.SessionOptions.OptLevel.NO_OPT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Deviation;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/** ONNX Runtime, with and without its optimizations, stays within the proven deviation. */
class DeviationRuntimeTest {
  private static final int MODELS = 2_000;

  @ParameterizedTest
  @EnumSource(
      value = OrtSession.SessionOptions.OptLevel.class,
      names = {"NO_OPT", "ALL_OPT"})
  void coversRandomModels(OrtSession.SessionOptions.OptLevel level) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    int covered = 0;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(1);
      options.setOptimizationLevel(level);
      for (int seed = 0; seed < MODELS; seed++) {
        SeededModel model = seed % 2 == 0 ? new RandomModel(seed) : new RandomGraph(seed);
        Network network = OnnxReader.read(model.file());
        FloatFormat format = model.isDouble() ? FloatFormat.FLOAT64 : FloatFormat.FLOAT32;
        boolean isUnknown = level != NO_OPT && model.isDouble(); // fused operators take floats only
        if (isUnknown || Deviation.obstacle(network, format).isPresent()) {
          continue;
        }
        double[] x = RandomModelTest.input(model, new SplittableRandom(seed));
        try (OrtSession session = environment.createSession(model.file(), options)) {
          double[] theirs = RandomModelTest.run(environment, session, model, x);
          if (level == NO_OPT || isTheSame(network.evaluate(x), theirs)) {
            compare(network, format, x, theirs, "seed " + seed);
            covered++;
          }
        } catch (OrtException e) {
          assertTrue(level != NO_OPT, () -> "only optimizations fail: " + e.getMessage());
        }
      }
    }
    assertTrue(covered > MODELS / 3, "covers " + covered);
  }

  /** Not where an optimization has made another function of the graph, as a few do. */
  private static boolean isTheSame(double[] ours, double[] theirs) {
    return IntStream.range(0, ours.length)
        .allMatch(i -> Math.abs(ours[i] - theirs[i]) <= 0.01 * Math.max(1, Math.abs(ours[i])));
  }

  private static void compare(
      Network network, FloatFormat format, double[] x, double[] theirs, String what) {
    Interval[] at = Arrays.stream(x).mapToObj(Interval::of).toArray(Interval[]::new);
    List<Interval> wires = network.encloseWires(at, Stop.NEVER);
    double[] bounds = network.output().of(Deviation.of(network, format, 4, wires));
    Interval[] exact = network.output().of(wires, new Interval[0]);
    assertEquals(theirs.length, bounds.length);
    for (int i = 0; i < theirs.length; i++) {
      double distance = Math.max(theirs[i] - exact[i].upper(), exact[i].lower() - theirs[i]);
      assertTrue(
          distance <= bounds[i],
          "%s output %d: %s in %s, off by up to %s"
              .formatted(what, i, theirs[i], exact[i], bounds[i]));
    }
  }

  /** What is taken for granted of activations holds for this runtime. */
  @ParameterizedTest
  @ValueSource(strings = {"Tanh", "Sigmoid", "Softplus", "Softsign", "Elu", "Selu"})
  void smoothActivationsAreAccurateTo4UnitsInTheLastPlace(String operator) throws Exception {
    int count = 4_096;
    byte[] file = Onnx.network(count, Onnx.node(operator, "x"));
    Network network = OnnxReader.read(file);
    SplittableRandom random = new SplittableRandom(5);
    for (double size : new double[] {1e-20, 1e-3, 1, 20, 1e6}) {
      float[] x = new float[count];
      IntStream.range(0, count).forEach(k -> x[k] = (float) random.nextDouble(-size, size));
      double[] sameInDoubles = IntStream.range(0, count).mapToDouble(k -> x[k]).toArray();
      float[] computed = OnnxRuntime.run(file, x, 1, count);
      double[] theirs = IntStream.range(0, count).mapToDouble(k -> computed[k]).toArray();
      compare(network, FloatFormat.FLOAT32, sameInDoubles, theirs, operator + " to " + size);
    }
  }

  /** Means, sums of many, normalisations and SiLU of values of several sizes, far from 0 or not. */
  @ParameterizedTest
  @EnumSource(
      value = OrtSession.SessionOptions.OptLevel.class,
      names = {"NO_OPT", "ALL_OPT"})
  void coversLayersOfSeveralSteps(OrtSession.SessionOptions.OptLevel level) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(1);
      options.setOptimizationLevel(level);
      SplittableRandom random = new SplittableRandom(12);
      long[] dims = {1, 3, 2, 5};
      for (int round = 0; round < 200; round++) {
        double offset = round % 3 == 0 ? 0 : random.nextDouble(-1000, 1000);
        Proto[] graph = severalSteps(random, offset);
        byte[] file = Pictures.file(15, dims, graph);
        Network network = OnnxReader.read(file);
        assertEquals("", Deviation.obstacle(network, FloatFormat.FLOAT32).orElse(""));
        float[] x = new float[30];
        IntStream.range(0, x.length).forEach(i -> x[i] = (float) (offset + random.nextDouble()));
        double[] inDoubles = IntStream.range(0, x.length).mapToDouble(i -> x[i]).toArray();
        try (OrtSession session = environment.createSession(file, options);
            ai.onnxruntime.OnnxTensor tensor =
                ai.onnxruntime.OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), dims);
            OrtSession.Result result = session.run(Map.of("x", tensor))) {
          FloatBuffer y = ((ai.onnxruntime.OnnxTensor) result.get(0)).getFloatBuffer();
          double[] theirs = IntStream.range(0, y.remaining()).mapToDouble(y::get).toArray();
          compare(network, FloatFormat.FLOAT32, inDoubles, theirs, "round " + round);
        }
      }
    }
  }

  private static Proto[] severalSteps(SplittableRandom random, double offset) {
    double[] numbers = random.doubles(9, 0.1, 2).toArray();
    Proto mean =
        random.nextBoolean()
            ? Onnx.node("m", "ReduceMean", "x", "m", Onnx.intsAttribute("axes", 2, 3))
            : Onnx.node("m", "GlobalAveragePool", "x", "m");
    Proto pool =
        Onnx.node(
            "p",
            "AveragePool",
            "n",
            "p",
            Onnx.intsAttribute("kernel_shape", 1, 3),
            Onnx.intsAttribute("pads", 0, 1, 0, 1));
    return new Proto[] {
      floats("s", numbers[0], -numbers[1], numbers[2]),
      floats("b", numbers[3], offset * numbers[4], -numbers[5]),
      floats("e", offset, offset + 1, offset / 3),
      floats("v", numbers[6], 10 * numbers[7], numbers[8] / 1000),
      Onnx.initializer(Onnx.floats("c", Onnx.dims(3, 1, 1), offset, 0.1, -offset)),
      mean,
      Onnx.node("a", "BatchNormalization", "x, s, b, e, v", "n"),
      pool,
      Onnx.node("g", "Sigmoid", "n", "g"),
      Onnx.node("i", "Mul", "g, n", "i"),
      Onnx.node("q", "Sum", "i, p, c, m", "q"),
      Onnx.node("r", "Mean", "q, x, i", "y")
    };
  }

  private static String obstacle(Proto... fields) throws NetworkFormatException {
    Network network = OnnxReader.read(Onnx.network(3, fields));
    return Deviation.obstacle(network, FloatFormat.FLOAT32).orElse("");
  }

  private static Proto floats(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  @Test
  void whatIsDoneInOneStepIsCovered() throws NetworkFormatException {
    Proto c = floats("c", 1, 2, 3);
    assertEquals("", obstacle(Onnx.node("Relu", "x")));
    assertEquals("", obstacle(c, Onnx.node("Add", "x, c")));
    assertEquals("", obstacle(c, Onnx.node("Div", "x, c")));
    assertEquals("", obstacle(c, Onnx.node("Sum", "x, c")));
    assertEquals("", obstacle(c, Onnx.node("Max", "x, c")));
    assertEquals("", obstacle(Onnx.node("ReduceSum", "x")));
    assertEquals("", obstacle(Onnx.node("ReduceMean", "x")));
    assertEquals("", obstacle(c, Onnx.node("Mean", "x, c")));
    assertEquals("", obstacle(c, Onnx.node("Sum", "x, c, x, c, c")));
    assertEquals(
        "", obstacle(c, floats("v", 1, 0, 1), Onnx.node("BatchNormalization", "x, c, c, c, v")));
    assertEquals("", obstacle(Onnx.node("s", "Sigmoid", "x", "s"), Onnx.node("Mul", "x, s")));
    assertEquals("", obstacle(Onnx.node("s", "Sigmoid", "x", "s"), Onnx.node("Mul", "s, x")));
    assertEquals("", obstacle(Onnx.node("Identity", "x")));
  }

  @Test
  void whatMayBeDoneInOtherStepsIsNot() throws NetworkFormatException {
    Proto c = floats("c", 1, 2, 3);
    assertTrue(obstacle(Onnx.node("Erf", "x")).startsWith("Erf (node "));
    assertTrue(obstacle(c, Onnx.node("ReduceL1", "x")).contains("other steps"));
    for (double wrong : new double[] {0, 1e-13, 2e12}) {
      Proto constants = floats("v", 1, 1, wrong);
      assertTrue(
          obstacle(c, constants, Onnx.node("BatchNormalization", "x, v, c, c, c"))
              .contains("tiny or huge"));
    }
    assertTrue(
        obstacle(c, floats("v", 1, 1, 2e12), Onnx.node("BatchNormalization", "x, c, c, c, v"))
            .contains("tiny or huge"));
    Proto half = Onnx.node("h", "Mul", "x, k", "h");
    assertTrue(
        obstacle(
                floats("k", 1.5, 1.5, 1.5),
                half,
                Onnx.node("s", "Sigmoid", "h", "s"),
                Onnx.node("Mul", "x, s"))
            .contains("is a product"));
    Proto square = Onnx.initializer(Onnx.floats("w", Onnx.dims(3, 3), 1, 0, 0, 0, 1, 0, 0, 0, 1));
    assertEquals("", obstacle(square, Onnx.node("Gemm", "x, w")));
    assertTrue(
        obstacle(square, Onnx.node("Gemm", "x, w", Onnx.floatAttribute("alpha", 0.5f)))
            .contains("alpha"));
  }

  @Test
  void constantsThatAreComputedAreExactHereAndRoundedThere() throws NetworkFormatException {
    Proto c = floats("c", 1, 2, 3);
    for (String operator : List.of("Add", "Sub", "Mul", "Div")) {
      assertTrue(
          obstacle(c, Onnx.node("a", operator, "c, c", "d"), Onnx.node("b", "Add", "x, d", "y"))
              .contains("computes constants"));
    }
    assertTrue(
        obstacle(c, Onnx.node("a", "Sqrt", "c", "d"), Onnx.node("b", "Add", "x, d", "y"))
            .contains("Sqrt"));
  }

  @Test
  void otherFormatsInBetweenAreNotCovered() throws NetworkFormatException {
    assertTrue(
        obstacle(Onnx.node("Cast", "x", Onnx.intAttribute("to", Onnx.FLOAT)))
            .contains("another format"));
  }
}
