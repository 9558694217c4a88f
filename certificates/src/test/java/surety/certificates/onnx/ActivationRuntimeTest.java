package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.network.Network;

/**
 * The smooth activations are those of ONNX Runtime, which approximates them in single precision.
 */
class ActivationRuntimeTest {

  /** What the polynomials and tables of ONNX Runtime may be off by. */
  private static final double ERROR = 4e-6;

  private static final float[] POINTS = {
    -90, -20, -6.5f, -3, -1.25f, -1, -0.4f, -1e-3f, 0, 1e-3f, 0.3f, 0.5f, 1, 1.7f, 4, 9, 30, 88
  };

  @ParameterizedTest
  @ValueSource(strings = {"Tanh", "Sigmoid", "Elu", "Selu", "Softplus", "Softsign", "HardSigmoid"})
  void agreesWithOnnxRuntime(String operator) throws Exception {
    for (long opset : new long[] {7, 13, 22}) {
      agrees(opset, Onnx.node(operator, "x"), operator);
    }
    if (operator.equals("Elu") || operator.equals("Selu")) {
      agrees(13, Onnx.node(operator, "x", Onnx.floatAttribute("alpha", 0.3f)), operator);
    }
  }

  private static void agrees(long opset, Proto node, String what) throws Exception {
    byte[] file = Onnx.network(opset, POINTS.length, node);
    double[] x = new double[POINTS.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = POINTS[i];
    }
    Network network = OnnxReader.read(file);
    double[] ours = network.evaluate(x);
    float[] theirs = run(file);
    for (int i = 0; i < ours.length; i++) {
      double error = ERROR * Math.max(1, Math.abs(ours[i]));
      assertEquals(theirs[i], ours[i], error, what + " at " + POINTS[i]);
    }
  }

  private static float[] run(byte[] file) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      try (OrtSession session = environment.createSession(file, options);
          OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][] {POINTS});
          OrtSession.Result result = session.run(Map.of("x", tensor))) {
        return ((float[][]) result.get(0).getValue())[0];
      }
    }
  }
}
