package surety.solver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.network.Network;
import surety.certificates.statement.Input;
import surety.certificates.statement.Statement;

/**
 * Whatever the inputs, the search proposes nothing that the kernel refuses: random families, one to
 * six of them, any gap. Nothing is asked about how close the bounds are.
 */
class AnyInputsTest {
  private static final String[] FAMILIES = {
    "uniform(-1, 2)",
    "normal(0, 1)",
    "normal(1/3, 1/1000)",
    "normal(-7, 2) on [-8, -6]",
    "normal(0, 1) on [5, 60]",
    "exponential(1)",
    "exponential(1/1000) on [1, 2]",
    "gamma(2, 1)",
    "gamma(7/3, 5)",
    "gamma(1000, 1/10)",
    "beta(2, 3)",
    "beta(20, 30)",
    "beta(3/2, 7/3)",
    "beta(5, 5) on [1/10, 9/10]",
    "triangular(0, 1/3, 1)",
    "triangular(0, 0, 1)",
    "histogram([0, 1/3, 1/2, 1], [1/4, 1/4, 1/2])",
    "histogram([0, 1000000000000000/3000000000000001, 1/3, 1], [1/4, 1/4, 1/2])",
  };

  private static final double[] GAPS = {0, 1e-300, 1e-9, 1e-3, 0.1};

  private static void assertSound(Statement statement, Network network, SearchOptions options)
      throws IOException {
    Result result = Checker.check(statement, List.of(network), options, p -> {}, () -> false);
    for (BandPoint point : result.points()) {
      assertTrue(point.lower().compareTo(point.upper()) <= 0, point::toString);
    }
    Replays.assertValid(statement, network, result.certificate());
  }

  static List<Long> seeds() {
    return IntStream.range(0, 48).mapToObj(k -> (long) k).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endsWithBoundsThatReplay(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 6);
    String[] texts = new String[n];
    boolean mixed = random.nextBoolean();
    String one = FAMILIES[random.nextInt(FAMILIES.length)];
    for (int k = 0; k < n; k++) {
      texts[k] = mixed ? FAMILIES[random.nextInt(FAMILIES.length)] : one;
    }
    List<Input> inputs = Statements.inputs(texts);
    Network network =
        random.nextBoolean()
            ? Networks.random(seed, n, 4)
            : Networks.linear(0, IntStream.range(0, n).mapToDouble(k -> 1).toArray());
    SearchOptions options =
        SearchOptions.defaults()
            .withThreads(1)
            .withTimeout(Duration.ofSeconds(5))
            .withMaxCells(300)
            .withGap(GAPS[random.nextInt(GAPS.length)]);
    String symbol = List.of("<", "<=", ">", ">=").get(random.nextInt(4));
    Statement statement =
        switch (random.nextInt(3)) {
          case 0 -> Statements.query(network, inputs, symbol, "1/2");
          case 1 -> Statements.property(network, inputs, symbol, "1/2", ">=", "999/1000");
          default -> Statements.cdf(network, inputs, 3);
        };
    assertSound(statement, network, options);
  }

  /** Four normals and no gap: once a density of degree 48, which the kernel refuses. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "4; normal(0, 1)",
        "4; gamma(7/3, 1)",
        "4; beta(20, 20)",
        "4; normal(0, 1) on [-1, 1]",
        "5; normal(0, 1)",
        "6; gamma(2, 1)"
      })
  void manyCurvedDensitiesWithoutAGap(int n, String distribution) throws IOException {
    double[] ones = new double[n];
    java.util.Arrays.fill(ones, 1);
    Network network = Networks.linear(0, ones);
    List<Input> inputs =
        Statements.inputs(java.util.Collections.nCopies(n, distribution).toArray(String[]::new));
    SearchOptions options =
        SearchOptions.defaults().withThreads(2).withTimeout(Duration.ofSeconds(4));
    assertSound(Statements.query(network, inputs, ">", "1"), network, options);
    assertSound(Statements.property(network, inputs, ">", "1", ">=", "999/1000"), network, options);
  }
}
