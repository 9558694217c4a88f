package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExtremesTest {
  @Test
  void areThoseOfTheSortedNumbers() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      double[] values = random.doubles(random.nextInt(1, 9), -1e3, 1e3).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      assertEquals(sorted[0], Extremes.least(values));
      assertEquals(sorted[sorted.length - 1], Extremes.greatest(values));
    }
  }

  @Test
  void ofNothingAreTheNeutralOnes() {
    assertEquals(Double.POSITIVE_INFINITY, Extremes.least(new double[0]));
    assertEquals(Double.NEGATIVE_INFINITY, Extremes.greatest(new double[0]));
  }

  @Test
  void negatedNumbersHaveTheOtherExtremes() {
    double[] values = {3, -2, 0};
    double[] negated = Extremes.negated(values);
    assertArrayEquals(new double[] {-3, 2, 0}, negated);
    assertEquals(-Extremes.greatest(values), Extremes.least(negated));
    assertArrayEquals(new double[] {3, -2, 0}, values);
  }
}
