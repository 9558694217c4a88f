package surety.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import surety.certificates.network.Network;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;
import surety.language.Obligation;
import surety.solver.BandPoint;
import surety.solver.Result;
import surety.solver.SearchOptions;

/**
 * Sampling agrees with the bounds, as far as sampling can tell.
 *
 * <p>Networks are evaluated in doubles, and samples are doubles: an error of about 1e-15 in an
 * output moves a probability by far less than the error of sampling.
 */
class MonteCarloTest {
  private static final int SAMPLES = 400_000;

  /** Of a large network there are fewer samples, and so larger errors to allow for. */
  private static final long MOST_PRODUCTS = 1_000_000_000;

  private static final long SEED = 20_240_601;

  /** The bands of the benchmark take longer than a test should, unless they are coarse. */
  private static final long CELLS = 1000;

  private static final int THRESHOLDS = 5;

  /** How many standard errors an estimate may lie outside the bounds: by chance, once in 1e6. */
  private static final double STANDARD_ERRORS = 5;

  /** A whole empirical cdf strays further than {@link #bandError} with this probability. */
  private static final double BAND_CHANCE = 1e-6;

  /** Of networks; loops are compared with what is published, and by the second checker. */
  @TestFactory
  Stream<DynamicNode> theBoundsOfEveryExampleContainTheEstimate() {
    return ExampleFiles.specifications().stream()
        .map(
            file ->
                dynamicContainer(
                    ExampleFiles.folder().relativize(file).toString(),
                    ExampleFiles.specification(file).obligations().stream()
                        .filter(obligation -> !obligation.networkFiles().isEmpty())
                        .map(
                            obligation ->
                                dynamicTest(obligation.name(), () -> compare(obligation)))));
  }

  @TestFactory
  Stream<DynamicNode> theBandsOfTheBenchmarkContainTheEstimate() {
    return BenchmarkCase.ALL.stream()
        .map(benchmark -> dynamicTest(benchmark.title(), () -> compare(benchmark)));
  }

  private static void compare(BenchmarkCase benchmark) {
    Statement statement = benchmark.statement(THRESHOLDS);
    SearchOptions options = benchmark.options().withMaxCells(CELLS);
    compare(statement, List.of(benchmark.network()), benchmark.check(statement, options));
  }

  private static void compare(Obligation obligation) {
    compare(
        obligation.statement(),
        obligation.networkFiles().stream().map(ExampleFiles::network).toList(),
        Runs.check(obligation));
  }

  private static void compare(Statement statement, List<Network> networks, Result result) {
    long products = networks.stream().mapToLong(Network::products).sum();
    int count = (int) Math.min(SAMPLES, MOST_PRODUCTS / Math.max(1, products));
    Samples samples = Samples.of(statement, networks, count, SEED);
    if (statement.claim() instanceof QuantityClaim claim) {
      compareQuantity(
          new Estimator(samples, STANDARD_ERRORS).of(claim.quantity()), result.points().get(0));
    } else {
      compareBand((BandClaim) statement.claim(), samples, result.points());
    }
  }

  private static void compareQuantity(Estimate estimate, BandPoint bounds) {
    double lower = bounds.lower().doubleFloor();
    double upper = bounds.upper().doubleCeiling();
    assertTrue(
        estimate.meets(lower, upper),
        () -> estimate + " is apart from [" + lower + ", " + upper + "]");
  }

  private static void compareBand(BandClaim claim, Samples samples, List<BandPoint> band) {
    Samples counted = claim.given().map(samples::where).orElse(samples);
    List<double[]> values = claim.forms().stream().map(counted::values).toList();
    int[] sizes = claim.thresholds().stream().mapToInt(Thresholds::count).toArray();
    long[] counts = countsAtMost(values, band, sizes);
    int size = values.get(0).length;
    double error = bandError(size, band.size());
    for (int k = 0; k < counts.length; k++) {
      BandPoint point = band.get(k);
      double estimate = (double) counts[k] / size;
      assertTrue(
          point.lower().doubleFloor() - error <= estimate
              && estimate <= point.upper().doubleCeiling() + error,
          () -> estimate + " is not in " + point + " +- " + error);
    }
  }

  /** Hoeffding, for all points at once. */
  private static double bandError(int samples, int points) {
    return Math.sqrt(Math.log(2 * points / BAND_CHANCE) / (2.0 * samples));
  }

  /** How many samples are at most at each point: each is counted at the first one, then summed. */
  private static long[] countsAtMost(List<double[]> values, List<BandPoint> band, int[] sizes) {
    long[] counts = new long[band.size()];
    for (int sample = 0; sample < values.get(0).length; sample++) {
      int index = 0;
      int stride = band.size();
      for (int i = 0; i < sizes.length && index < counts.length; i++) {
        stride /= sizes[i];
        int place = 0;
        while (place < sizes[i] && band.get(place * stride).at().get(i) < values.get(i)[sample]) {
          place++;
        }
        index = place < sizes[i] ? index + place * stride : counts.length;
      }
      if (index < counts.length) {
        counts[index]++;
      }
    }
    int stride = band.size();
    for (int size : sizes) {
      stride /= size;
      for (int k = 0; k < counts.length; k++) {
        counts[k] += k / stride % size == 0 ? 0 : counts[k - stride];
      }
    }
    return counts;
  }
}
