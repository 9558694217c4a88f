package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;

/** What ONNX Runtime computes, beside what the reader makes of a file. */
final class OnnxRuntime {

  /** What single precision may be off by. */
  private static final double ERROR = 1e-5;

  private static final int POINTS = 3;

  private OnnxRuntime() {}

  /** The reader's network of a file is, at random points, what ONNX Runtime computes. */
  static void assertAgrees(byte[] file, long seed, long... inputShape) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Network network = OnnxReader.read(file);
    for (int round = 0; round < POINTS; round++) {
      float[] x = new float[network.inputs()];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) (8 * random.nextDouble() - 4);
      }
      assertAgrees(network, x, run(file, x, inputShape));
    }
  }

  private static void assertAgrees(Network network, float[] x, float[] theirs) {
    double[] point = new double[x.length];
    Interval[] box = new Interval[x.length];
    Rational[] exact = new Rational[x.length];
    for (int i = 0; i < x.length; i++) {
      point[i] = x[i];
      box[i] = Interval.of(x[i]);
      exact[i] = Rational.ofDouble(x[i]);
    }
    double[] ours = network.evaluate(point);
    Interval[] enclosures = network.enclose(box);
    Rational[] exactly =
        network.isPiecewiseLinear() ? network.evaluateExactly(exact) : new Rational[0];
    assertEquals(theirs.length, ours.length);
    for (int i = 0; i < ours.length; i++) {
      double scale = Math.max(1, Math.abs(ours[i]));
      String what = "output %d at %s".formatted(i, Arrays.toString(x));
      assertEquals(theirs[i], ours[i], ERROR * scale, what);
      assertTrue(enclosures[i].width() < 1e-12 * scale, "tight");
      assertEquals(ours[i], enclosures[i].middle(), 1e-12 * scale);
      if (exactly.length > 0) {
        assertTrue(enclosures[i].contains(exactly[i]));
      }
    }
  }

  static float[] run(byte[] file, float[] x, long... shape) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      try (OrtSession session = environment.createSession(file, options);
          OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
          OrtSession.Result result = session.run(Map.of("x", tensor))) {
        FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] y = new float[buffer.remaining()];
        buffer.get(y);
        return y;
      }
    }
  }
}
