package surety.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import surety.certificates.network.Network;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
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
  private static final long SEED = 20_240_601;

  /** The bands of the benchmark take longer than a test should, unless they are coarse. */
  private static final long CELLS = 1000;

  private static final int THRESHOLDS = 5;

  /** How many standard errors an estimate may lie outside the bounds: by chance, once in 1e6. */
  private static final double STANDARD_ERRORS = 5;

  /** A whole empirical cdf strays further than {@link #bandError} with this probability. */
  private static final double BAND_CHANCE = 1e-6;

  @TestFactory
  Stream<DynamicNode> theBoundsOfEveryExampleContainTheEstimate() {
    return ExampleFiles.specifications().stream()
        .map(
            file ->
                dynamicContainer(
                    ExampleFiles.folder().relativize(file).toString(),
                    ExampleFiles.specification(file).obligations().stream()
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
    Samples samples = Samples.of(statement, networks, SAMPLES, SEED);
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
    double[] values = claim.given().map(samples::where).orElse(samples).values(claim.form());
    Arrays.sort(values);
    double error = bandError(values.length);
    for (BandPoint point : band) {
      double estimate = (double) countAtMost(values, point.t()) / values.length;
      assertTrue(
          point.lower().doubleFloor() - error <= estimate
              && estimate <= point.upper().doubleCeiling() + error,
          () -> estimate + " is not in " + point + " +- " + error);
    }
  }

  /** Dvoretzky, Kiefer and Wolfowitz, with Massart's constant: over all thresholds at once. */
  private static double bandError(int samples) {
    return Math.sqrt(Math.log(2 / BAND_CHANCE) / (2.0 * samples));
  }

  private static long countAtMost(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
