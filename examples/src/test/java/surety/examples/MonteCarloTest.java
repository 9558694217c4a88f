package surety.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
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
    compare(statement, benchmark.network(), benchmark.check(statement, options));
  }

  private static void compare(Obligation obligation) {
    compare(
        obligation.statement(),
        ExampleFiles.network(obligation.networkFiles().get(0)),
        Runs.check(obligation));
  }

  private static void compare(Statement statement, Network network, Result result) {
    double[] values = sortedValues(statement, network);
    if (statement.claim() instanceof QuantityClaim claim) {
      compareProbability(claim.atom().orElseThrow(), values, result.points().get(0));
    } else {
      compareBand(values, result.points());
    }
  }

  private static void compareProbability(Atom event, double[] values, BandPoint bounds) {
    double threshold = event.threshold().doubleFloor();
    long hits =
        Arrays.stream(values)
            .filter(value -> event.comparison().holds(Double.compare(value, threshold)))
            .count();
    double estimate = (double) hits / values.length;
    double lower = bounds.lower().doubleFloor();
    double upper = bounds.upper().doubleCeiling();
    double error = STANDARD_ERRORS * largestStandardError(lower, upper);
    assertTrue(
        lower - error <= estimate && estimate <= upper + error,
        () -> estimate + " is not in [" + lower + ", " + upper + "] +- " + error);
  }

  private static void compareBand(double[] values, List<BandPoint> band) {
    double error = bandError();
    for (BandPoint point : band) {
      double estimate = (double) countAtMost(values, point.t()) / values.length;
      assertTrue(
          point.lower().doubleFloor() - error <= estimate
              && estimate <= point.upper().doubleCeiling() + error,
          () -> estimate + " is not in " + point + " +- " + error);
    }
  }

  /** Of a probability anywhere between the bounds: the one nearest to 1/2 has the largest. */
  private static double largestStandardError(double lower, double upper) {
    double probability = Math.min(Math.max(0.5, lower), upper);
    return Math.sqrt(probability * (1 - probability) / SAMPLES);
  }

  /** Dvoretzky, Kiefer and Wolfowitz, with Massart's constant: over all thresholds at once. */
  private static double bandError() {
    return Math.sqrt(Math.log(2 / BAND_CHANCE) / (2.0 * SAMPLES));
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

  private static double[] sortedValues(Statement statement, Network network) {
    Sampler sampler = new Sampler(statement.inputs(), SEED);
    AffineForm form = statement.claim().allForms().get(0);
    double[] coefficients =
        form.outputs().stream().mapToDouble(Rational::doubleFloor).toArray();
    double[] values =
        IntStream.range(0, SAMPLES)
            .mapToDouble(i -> product(coefficients, network.evaluate(sampler.next())))
            .toArray();
    Arrays.sort(values);
    return values;
  }

  private static double product(double[] coefficients, double[] outputs) {
    return IntStream.range(0, outputs.length).mapToDouble(j -> coefficients[j] * outputs[j]).sum();
  }
}
