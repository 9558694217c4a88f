package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Deviation;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/** What ONNX Runtime computes lies within the proven deviation, for every network of an example. */
class RoundingTest {
  private static final int INPUTS = 3_000;

  /**
   * Runtimes compute convolutions in other ways than sum by sum, so their rounding has no bounds.
   */
  private static final Path CONVOLUTION = ExampleFiles.folder().resolve("digits/digits.onnx");

  @TestFactory
  Stream<DynamicNode> everyNetworkIsComputedWithinTheProvenDeviation() {
    return ExampleFiles.networks().stream()
        .filter(file -> !file.equals(CONVOLUTION))
        .map(
            file ->
                dynamicTest(
                    ExampleFiles.folder().relativize(file).toString(), () -> compare(file)));
  }

  private static void compare(Path file) throws OrtException {
    Network network = ExampleFiles.network(file);
    SplittableRandom random = new SplittableRandom(3);
    try (RuntimeNetwork runtime = new RuntimeNetwork(file)) {
      FloatFormat format = runtime.isDouble() ? FloatFormat.FLOAT64 : FloatFormat.FLOAT32;
      assertEquals(Optional.empty(), Deviation.obstacle(network, format));
      for (double size : new double[] {1, 100}) {
        Interval[] box = new Interval[network.inputs()];
        Arrays.fill(box, new Interval(-size, 2 * size));
        double[] over = deviations(network, format, box);
        for (int i = 0; i < INPUTS; i++) {
          double[] x = random.doubles(network.inputs(), -size, 2 * size).toArray();
          Interval[] at = Arrays.stream(x).mapToObj(Interval::of).toArray(Interval[]::new);
          double[] here = deviations(network, format, at);
          Interval[] exact = network.enclose(at);
          double[] computed = runtime.evaluate(x);
          for (int j = 0; j < computed.length; j++) {
            double above = computed[j] - exact[j].upper();
            double distance = Math.max(above, exact[j].lower() - computed[j]);
            assertTrue(distance <= here[j], "output " + j + " at " + Arrays.toString(x));
            assertTrue(here[j] <= over[j], "it is monotone in the inputs' ranges");
          }
        }
      }
    }
  }

  @Test
  void theRoundingOfAConvolutionHasNoBounds() {
    Network network = ExampleFiles.network(CONVOLUTION);
    assertTrue(Deviation.obstacle(network, FloatFormat.FLOAT32).isPresent());
  }

  private static double[] deviations(Network network, FloatFormat format, Interval[] box) {
    List<Interval> wires = network.encloseWires(box, Stop.NEVER);
    return network.output().of(Deviation.of(network, format, 4, wires));
  }

  /** So what is undecided in float32 is rightly so. */
  @Test
  void secondsSince1970AreLostInFloat32() throws OrtException {
    Path folder = ExampleFiles.folder().resolve("float32");
    double[] x = {1_700_000_050, 1_700_000_070};
    try (RuntimeNetwork single = new RuntimeNetwork(folder.resolve("delay.onnx"));
        RuntimeNetwork wide = new RuntimeNetwork(folder.resolve("delay64.onnx"))) {
      assertEquals(0, wide.evaluate(x)[0]);
      assertTrue(single.evaluate(x)[0] > 90, "20 seconds have become 128");
    }
  }
}
