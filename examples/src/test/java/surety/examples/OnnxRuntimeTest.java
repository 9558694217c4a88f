package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import surety.certificates.network.Network;

/** The kernel reads the networks of the examples as ONNX Runtime does. */
class OnnxRuntimeTest {
  private static final int INPUTS = 500;

  @TestFactory
  Stream<DynamicNode> everyNetworkIsReadAlike() {
    return ExampleFiles.networks().stream()
        .map(
            file ->
                dynamicTest(
                    ExampleFiles.folder().relativize(file).toString(), () -> compare(file)));
  }

  private static void compare(Path file) throws OrtException {
    Network network = ExampleFiles.network(file);
    SplittableRandom random = new SplittableRandom(1);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString())) {
      for (int i = 0; i < INPUTS; i++) {
        float[] x = new float[network.inputs()];
        double[] sameInDoubles = new double[x.length];
        for (int j = 0; j < x.length; j++) {
          x[j] = (float) (4 * random.nextDouble() - 2);
          sameInDoubles[j] = x[j];
        }
        compare(evaluate(environment, session, x), network.evaluate(sameInDoubles));
      }
    }
  }

  private static float[] evaluate(OrtEnvironment environment, OrtSession session, float[] x)
      throws OrtException {
    String input = session.getInputNames().iterator().next();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][] {x});
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  /** ONNX Runtime computes in float32, so they differ by its rounding. */
  private static void compare(float[] theirs, double[] ours) {
    assertEquals(theirs.length, ours.length);
    for (int j = 0; j < ours.length; j++) {
      assertEquals(theirs[j], ours[j], 1e-4 * (1 + Math.abs(ours[j])));
    }
  }
}
