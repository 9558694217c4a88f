package surety.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;

/** A network in the NNet format is the same function as its twin in the ONNX format. */
class NnetTest {
  private static final int POINTS = 20;
  private static final double[] LEAST = {200, -3.25, -3.25, 50, 50};
  private static final double[] GREATEST = {10_000, 3.25, 3.25, 250, 250};

  private static Network network(String file) {
    return ExampleFiles.network(ExampleFiles.folder().resolve("collision-avoidance/" + file));
  }

  /** Also beyond the least and greatest values, which both cut off. */
  @Test
  void bothFilesGiveExactlyTheSameCosts() {
    Network nnet = network("collision-avoidance.nnet");
    Network onnx = network("collision-avoidance.onnx");
    assertTrue(nnet.isRational());
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < POINTS; k++) {
      Rational[] x = new Rational[LEAST.length];
      for (int i = 0; i < x.length; i++) {
        double width = GREATEST[i] - LEAST[i];
        x[i] =
            Rational.ofDouble(random.nextDouble(LEAST[i] - 0.1 * width, GREATEST[i] + 0.1 * width));
      }
      assertArrayEquals(onnx.evaluateExactly(x), nnet.evaluateExactly(x));
    }
  }
}
