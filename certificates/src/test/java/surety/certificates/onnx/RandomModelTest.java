package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;

/** Seeded models are read as a naive exact interpreter and as ONNX Runtime read them. */
class RandomModelTest {
  private static final int EXACT_MODELS = 1_500;
  private static final int RUNTIME_MODELS = 2_000;

  static double[] input(SeededModel model, SplittableRandom random) {
    double[] x = new double[model.inputs()];
    Arrays.setAll(x, i -> (float) random.nextDouble(-3, 3));
    return x;
  }

  private static Rational[] exact(double[] x) {
    return Arrays.stream(x).mapToObj(Rational::ofDouble).toArray(Rational[]::new);
  }

  @Test
  void theNetworkIsTheExactFunctionOfTheGraph() throws NetworkFormatException {
    for (int seed = 0; seed < EXACT_MODELS; seed++) {
      assertSameFunction(new RandomModel(seed), seed);
      assertSameFunction(new RandomGraph(seed), seed);
    }
  }

  private static void assertSameFunction(SeededModel model, int seed)
      throws NetworkFormatException {
    Network network = OnnxReader.read(model.file());
    Rational[] x = exact(input(model, new SplittableRandom(seed)));
    assertArrayEquals(model.evaluate(x), network.evaluateExactly(x), "seed " + seed);
  }

  @Test
  void onnxRuntimeAgreesWithinItsRoundingErrors() throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      for (int seed = EXACT_MODELS; seed < EXACT_MODELS + RUNTIME_MODELS; seed++) {
        SeededModel model = seed % 2 == 0 ? new RandomModel(seed) : new RandomGraph(seed);
        byte[] file = model.file();
        Network network = OnnxReader.read(file);
        double[] x = input(model, new SplittableRandom(seed));
        try (OrtSession session = environment.createSession(file, options)) {
          double[] theirs = run(environment, session, model, x);
          compare(model, network.evaluate(x), theirs, x, "seed " + seed);
        }
      }
    }
  }

  static double[] run(OrtEnvironment environment, OrtSession session, SeededModel model, double[] x)
      throws OrtException {
    FloatBuffer floats = FloatBuffer.allocate(x.length);
    for (double element : x) {
      floats.put((float) element);
    }
    floats.flip();
    try (OnnxTensor tensor =
            model.isDouble()
                ? OnnxTensor.createTensor(environment, DoubleBuffer.wrap(x), model.inputDims())
                : OnnxTensor.createTensor(environment, floats, model.inputDims());
        OrtSession.Result result = session.run(Map.of("x", tensor))) {
      OnnxTensor y = (OnnxTensor) result.get(0);
      if (model.isDouble()) {
        DoubleBuffer buffer = y.getDoubleBuffer();
        double[] values = new double[buffer.remaining()];
        buffer.get(values);
        return values;
      }
      FloatBuffer buffer = y.getFloatBuffer();
      double[] values = new double[buffer.remaining()];
      Arrays.setAll(values, i -> buffer.get(i));
      return values;
    }
  }

  /**
   * By the usual analysis, after k roundings of relative size u an output is off by at most k u /
   * (1 - k u) times its magnitude; ours, in doubles, are allowed the same again.
   */
  private static void compare(
      SeededModel model, double[] ours, double[] theirs, double[] x, String what) {
    assertEquals(theirs.length, ours.length, what);
    double unit = model.isDouble() ? 0x1p-53 : 0x1p-24;
    double k = model.roundings() * unit;
    Rational[] magnitudes = model.magnitudes(exact(x));
    for (int i = 0; i < ours.length; i++) {
      double bound = 2 * k / (1 - k) * magnitudes[i].doubleCeiling() + Float.MIN_NORMAL;
      assertTrue(
          Math.abs(ours[i] - theirs[i]) <= bound,
          "%s output %d: %s, ONNX Runtime %s".formatted(what, i, ours[i], theirs[i]));
    }
  }
}
