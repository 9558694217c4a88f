package surety.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.network.Network;
import surety.language.Obligation;
import surety.solver.BandPoint;
import surety.solver.onnx.OnnxWriteException;
import surety.solver.onnx.OnnxWriter;

/** Features are deleted and imputed as counted, and bounds of an instance hold sampling's. */
class MissingFeaturesTest {
  private static final List<Integer> COUNTS = List.of(20, 23, 8);
  private static final int SAMPLES = 20_000;
  private static final long SEED = 5;

  private static final int IMPUTATIONS = 5;

  @TempDir private static Path folder;
  private static Network network;
  private static LabelledData test;
  private static List<MissingFeatures> deleted;

  @BeforeAll
  static void delete() throws IOException, OnnxWriteException {
    network = StandIn.IRIS.network();
    Files.write(folder.resolve("net.onnx"), OnnxWriter.write(network, "net"));
    test = StandIn.IRIS.test();
    deleted = MissingFeatures.deleted(test, COUNTS, IMPUTATIONS, 1);
  }

  @Test
  void asManyLoseOneFeatureTwoOrThree() {
    for (int n = 1; n <= 3; n++) {
      int count = n;
      assertEquals(
          (long) COUNTS.get(n - 1), deleted.stream().filter(one -> one.count() == count).count());
    }
    assertEquals(51, deleted.size());
  }

  @Test
  void whatIsKnownIsTheObservation() {
    for (int i = 0; i < deleted.size(); i++) {
      for (int k = 0; k < 4; k++) {
        double feature = deleted.get(i).features()[k];
        assertTrue(Double.isNaN(feature) || feature == test.features()[i][k]);
      }
    }
  }

  @Test
  void onlyThreeFeaturesAreEverMissing() {
    long missing =
        IntStream.range(0, 4)
            .filter(k -> deleted.stream().anyMatch(one -> Double.isNaN(one.features()[k])))
            .count();
    assertEquals(3, missing);
  }

  @Test
  void eachMissingFeatureIsImputed() {
    for (MissingFeatures one : deleted) {
      assertEquals(IMPUTATIONS, one.imputed().length);
      for (double[] row : one.imputed()) {
        assertEquals(one.count(), row.length);
        assertTrue(Arrays.stream(row).allMatch(x -> x > -1.5 && x < 2.5), Arrays.toString(row));
      }
    }
  }

  @Test
  void theSeedDecidesEverything() {
    List<MissingFeatures> again = MissingFeatures.deleted(test, COUNTS, IMPUTATIONS, 1);
    assertArrayEquals(deleted.get(30).features(), again.get(30).features());
    assertArrayEquals(deleted.get(30).imputed(), again.get(30).imputed());
    assertTrue(
        deleted.get(30).imputed()[0][0]
            != MissingFeatures.deleted(test, COUNTS, IMPUTATIONS, 2).get(30).imputed()[0][0]);
  }

  @Test
  void specificationsHaveAnEstimateOfEachGroup() throws IOException {
    for (int row : List.of(0, 20, 43)) {
      MissingFeatures one = deleted.get(row);
      Obligation asked = one.obligation(folder, "one", "net.onnx", 2);
      assertEquals(1, asked.statement().law().branches().size());
      assertEquals(IMPUTATIONS, asked.statement().law().branches().get(0).summands().size());
      assertEquals(one.count(), asked.statement().law().branches().get(0).dimension());
      assertEquals(IMPUTATIONS, Files.readAllLines(folder.resolve("one.csv")).size());
    }
  }

  /** With few components and points, as bounds without a tree are tried first for each of them. */
  @Test
  void boundsOfAnInstanceAreCloseAndHoldTheEstimates() throws IOException {
    MissingFeatures one = MissingFeatures.deleted(test, List.of(1), 2, 1).get(0);
    Obligation asked = one.obligation(folder, "one", "net.onnx", 2);
    TimedCheck check = TimedCheck.best(1, asked, 1e-5, Duration.ofSeconds(60), 2);
    List<BandPoint> points = check.result().points();
    assertEquals(8, points.size());
    assertTrue(MissingFeaturesBenchmark.meanGap(points) <= 1e-5);
    Samples samples = Samples.of(asked.statement(), List.of(network), SAMPLES, SEED);
    int between = 0;
    for (BandPoint point : points) {
      double p = share(samples, point.at());
      between += p > 0.05 && p < 0.95 ? 1 : 0;
      double error = 5 * Math.sqrt(p * (1 - p) / SAMPLES) + 25.0 / SAMPLES;
      assertTrue(
          Estimate.around(p, error)
              .meets(point.lower().doubleFloor(), point.upper().doubleCeiling()),
          () -> p + " +- " + error + " is apart from " + point);
    }
    assertTrue(between > 0, "some probability says something");
  }

  private static double share(Samples samples, List<Double> at) {
    return (double)
            samples.rows().stream()
                .filter(row -> row[0] <= at.get(0) && row[1] <= at.get(1) && row[2] <= at.get(2))
                .count()
        / samples.count();
  }
}
