package surety.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

/** Made-up observations have the layout that is asked for, and are the same each time. */
class LabelledDataTest {
  private static final List<Integer> SIZES = List.of(59, 71, 48);

  private final LabelledData data = LabelledData.madeUp(SIZES, 13, 0.6, 1);

  @Test
  void eachClassHasItsSize() {
    assertEquals(178, data.count());
    for (int k = 0; k < SIZES.size(); k++) {
      int label = k;
      assertEquals(
          (long) SIZES.get(k), Arrays.stream(data.classes()).filter(c -> c == label).count());
    }
  }

  @Test
  void eachFeatureReachesFromZeroToOne() {
    for (int k = 0; k < 13; k++) {
      double[] sorted = column(k);
      Arrays.sort(sorted);
      assertEquals(0, sorted[0]);
      assertEquals(1, sorted[sorted.length - 1]);
    }
  }

  /** As those of wines and irises do. */
  @Test
  void featuresDependOnEachOther() {
    double[][] correlations =
        new PearsonsCorrelation(data.features()).getCorrelationMatrix().getData();
    double strongest = 0;
    for (int k = 0; k < 13; k++) {
      for (int other = 0; other < k; other++) {
        strongest = Math.max(strongest, Math.abs(correlations[k][other]));
      }
    }
    assertEquals(0.85, strongest, 0.1);
  }

  @Test
  void classesAreMixed() {
    long changes =
        IntStream.range(1, data.count())
            .filter(i -> data.classes()[i] != data.classes()[i - 1])
            .count();
    assertEquals(117.0, (double) changes, 30); // two of three neighbours are of different classes
  }

  @Test
  void theSeedDecidesEverything() {
    assertArrayEquals(data.features(), LabelledData.madeUp(SIZES, 13, 0.6, 1).features());
    assertNotEquals(data.features()[0][0], LabelledData.madeUp(SIZES, 13, 0.6, 2).features()[0][0]);
  }

  @Test
  void accuracyIsTheShareOfLargestOutputsThatAreRight() {
    LabelledData three =
        new LabelledData(new double[][] {{0.2, 0.8}, {0.9, 0.1}, {0.3, 0.4}}, new int[] {1, 0, 0});
    Network identity =
        Network.chain(2, List.of(AffineLayer.of(new double[][] {{1, 0}, {0, 1}}, new double[2])));
    assertEquals(2.0 / 3, three.accuracy(identity));
    assertEquals(1, three.part(0, 2).accuracy(identity));
    assertEquals(0, three.part(2, 3).accuracy(identity));
  }

  @Test
  void observationsWithoutClassesAreRefused() {
    assertEquals(
        "2 observations of 1 classes",
        assertThrows(
                IllegalArgumentException.class,
                () -> new LabelledData(new double[2][3], new int[1]))
            .getMessage());
  }

  private double[] column(int k) {
    return Arrays.stream(data.features()).mapToDouble(row -> row[k]).toArray();
  }
}
