package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.Arrays;
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
    try (RuntimeNetwork runtime = new RuntimeNetwork(file)) {
      for (int i = 0; i < INPUTS; i++) {
        double[] x = new double[network.inputs()];
        Arrays.setAll(x, j -> (float) (4 * random.nextDouble() - 2));
        compare(runtime.evaluate(x), network.evaluate(x));
      }
    }
  }

  /** ONNX Runtime computes mostly in float32, so they differ by its rounding. */
  private static void compare(double[] theirs, double[] ours) {
    assertEquals(theirs.length, ours.length);
    for (int j = 0; j < ours.length; j++) {
      assertEquals(theirs[j], ours[j], 1e-4 * (1 + Math.abs(ours[j])));
    }
  }
}
