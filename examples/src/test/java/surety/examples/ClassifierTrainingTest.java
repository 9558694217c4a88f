package surety.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.network.Network;

/** Training finds what can be found, and the same each time. */
class ClassifierTrainingTest {
  /** Exclusive or, which no network without a hidden layer knows. */
  private static final LabelledData XOR =
      new LabelledData(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});

  private static final List<Integer> WIDTHS = List.of(2, 6, 4, 2);
  private static final double[] POINT = {0.25, 0.75};

  @Test
  void exclusiveOrIsLearnt() {
    assertEquals(1, XOR.accuracy(ClassifierTraining.train(XOR, WIDTHS, 1)));
  }

  @Test
  void withoutHiddenLayersItIsNot() {
    assertEquals(0.5, XOR.accuracy(ClassifierTraining.train(XOR, List.of(2, 2), 1)), 0.25);
  }

  @Test
  void theSeedDecidesEverything() {
    Network first = ClassifierTraining.train(XOR, WIDTHS, 1);
    assertArrayEquals(
        first.evaluate(POINT), ClassifierTraining.train(XOR, WIDTHS, 1).evaluate(POINT));
    assertNotEquals(
        first.evaluate(POINT)[0], ClassifierTraining.train(XOR, WIDTHS, 2).evaluate(POINT)[0]);
  }
}
