package surety.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.SparseMatrix;
import surety.certificates.proof.TreeBounds;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.solver.search.Forest;
import surety.solver.search.Rounds;

/** Trees of boxes on which the network is condensed: what the search makes, the kernel confirms. */
class CondensedTreeTest {
  private static final String ARGMAX = "(1*y[0] + -1*y[1] >= 0 and 1*y[0] + -1*y[2] >= 0)";
  private static final String NOT_ARGMAX = "(1*y[0] + -1*y[1] < 0 or 1*y[0] + -1*y[2] < 0)";
  private static final String BETWEEN = "(1*y[0] > -1/4 and 1*y[0] <= 1/2 and not 1*y[1] > 1/3)";
  private static final String NESTED =
      "((1*y[0] > 1/8 or (1*y[1] <= 0 and 1*x[0] > 1/2)) and not (1*y[2] > 1 and 1*y[0] < 1))";

  private static Statement statement(Network network, String event, String... inputs) {
    StringBuilder text = new StringBuilder("surety statement 2\nsemantics real\nnetworks 1\n");
    text.append("network sha256 ").append("0".repeat(64));
    text.append(" outputs ").append(network.outputs()).append('\n');
    text.append("inputs ").append(network.inputs()).append('\n');
    for (int q = 0; q < network.inputs(); q++) {
      text.append("x[").append(q).append("] ").append(inputs[q % inputs.length]).append('\n');
    }
    text.append("P(").append(event).append(") = ?\n");
    try {
      return Statement.parse(text.toString());
    } catch (StatementException e) {
      throw new IllegalArgumentException(e.getMessage() + ": " + text, e);
    }
  }

  /** A search of so many cells, and what the kernel says of its tree. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record End(double lower, double gap, byte[] tree, Enclosure bounds, long leaves) {
    double kernelLower() {
      return bounds.lower().doubleFloor();
    }

    double kernelGap() {
      return bounds.upper().doubleFloor() - kernelLower();
    }
  }

  private static End search(Network network, Statement statement, long cells, int threads) {
    SearchOptions options = SearchOptions.defaults().withThreads(threads);
    RunClock clock = new RunClock(Duration.ofHours(1), () -> false);
    Task task = Task.of(statement, List.of(network), options, clock);
    try (Rounds rounds = new Rounds(threads, Stop.NEVER)) {
      Forest forest =
          Forest.start(task.branches(), task.objective(), 1e-9, 60, cells, rounds, () -> false);
      while (!forest.isExhausted() && forest.cells() < cells) {
        forest.round(cells - forest.cells());
      }
      byte[] tree = forest.tree(Stop.NEVER);
      TreeBounds.Outcome outcome = task.kernel().bounds(new ByteArrayInputStream(tree));
      assertEquals(forest.cells(), outcome.leaves());
      return new End(
          forest.lower(), forest.meanGap(), tree, outcome.bounds().get(0), outcome.leaves());
    }
  }

  /** The kernel's bounds are those that the search sees, but for rounding and tiny coefficients. */
  private static void requireConfirmed(End end) {
    assertTrue(end.gap < 0.9, "gap " + end.gap);
    double room = 1e-2 * end.gap + 1e-9;
    assertEquals(end.lower, end.kernelLower(), room, () -> "lower " + end.bounds);
    assertEquals(end.gap, end.kernelGap(), 2 * room, () -> "gap " + end.bounds);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 5", "3, 6", "4, 7", "5, 8"})
  void theKernelSeesWhatTheSearchSees(long seed, int inputs) {
    Network network = Networks.ofSeveral(seed, 3, inputs, 12, 10);
    for (String event : List.of(ARGMAX, NOT_ARGMAX, BETWEEN, NESTED)) {
      requireConfirmed(search(network, statement(network, event, "~ uniform(0, 1)"), 4000, 2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'~ beta(2, 3)', '~ uniform(-1, 1)', '~ normal(0, 1/2)'",
    "'~ exponential(2)', '~ normal(0, 1) on [-1, 2]', '~ triangular(0, 1/3, 1)'"
  })
  void densitiesAreNearlyUniformOnSmallSides(String a, String b, String c) {
    Network network = Networks.ofSeveral(7, 3, 5, 8, 8);
    End end = search(network, statement(network, ARGMAX, a, b, c), 6000, 2);
    assertTrue(end.gap < 0.5, "gap " + end.gap);
    assertEquals(end.lower, end.kernelLower(), 0.05 * end.gap);
    assertEquals(end.gap, end.kernelGap(), 0.1 * end.gap);
  }

  /** Of sampled inputs about the share that is claimed have the event. */
  @ParameterizedTest
  @CsvSource({"11, 5", "12, 6", "13, 9", "14, 12"})
  void boundsContainASampledProbability(long seed, int inputs) {
    Network network = Networks.ofSeveral(seed, 3, inputs, 10, 10);
    End end = search(network, statement(network, ARGMAX, "~ uniform(-1, 1)"), 3000, 2);
    SplittableRandom random = new SplittableRandom(seed);
    int samples = 40_000;
    int count = 0;
    for (int i = 0; i < samples; i++) {
      double[] y = network.evaluate(random.doubles(inputs, -1, 1).toArray());
      count += y[0] >= y[1] && y[0] >= y[2] ? 1 : 0;
    }
    double share = count / (double) samples;
    double error = 5 * Math.sqrt(0.25 / samples);
    assertTrue(end.kernelLower() <= share + error, "lower " + end.bounds + " of " + share);
    assertTrue(end.kernelLower() + end.kernelGap() >= share - error, "upper " + end.bounds);
  }

  @Test
  void theTreeDoesNotDependOnTheNumberOfThreads() {
    Network network = Networks.ofSeveral(21, 3, 6, 12, 12);
    Statement statement = statement(network, ARGMAX, "~ uniform(0, 1)", "~ beta(2, 2)");
    End one = search(network, statement, 5000, 1);
    End three = search(network, statement, 5000, 3);
    assertArrayEquals(one.tree, three.tree);
    assertEquals(one.bounds, three.bounds);
  }

  /** A stage of few weights, as of a convolution, is kept sparse. */
  @Test
  void sparseStagesAreCondensed() {
    int n = 300;
    double[][] first = new double[n][5];
    int[][] sources = new int[n][];
    double[][] weights = new double[n][];
    double[][] last = new double[3][n];
    SplittableRandom random = new SplittableRandom(41);
    for (int row = 0; row < n; row++) {
      first[row][row % 5] = random.nextDouble(-1, 1);
      sources[row] = new int[] {row / 2, row / 2 + n / 2};
      weights[row] = random.doubles(2, -1, 1).toArray();
      last[row % 3][row] = random.nextDouble(-0.1, 0.1);
    }
    Network network =
        Network.chain(
            5,
            List.of(
                AffineLayer.of(first, random.doubles(n, -0.5, 0.5).toArray()),
                ActivationLayer.uniform(n, Activation.RELU),
                new AffineLayer(new SparseMatrix(n, sources, weights), new double[n]),
                ActivationLayer.uniform(n, Activation.RELU),
                AffineLayer.of(last, new double[3])));
    requireConfirmed(search(network, statement(network, ARGMAX, "~ uniform(0, 1)"), 3000, 2));
  }

  /** A sum of five uniform numbers: its distribution is known. */
  @Test
  void anAffineFunctionTakesHardlyAnyCut() {
    List<double[]> rows = new ArrayList<>();
    rows.add(new double[] {1, 1, 1, 1, 1});
    Network network =
        Network.chain(5, List.of(AffineLayer.of(rows.toArray(double[][]::new), new double[1])));
    End end = search(network, statement(network, "1*y[0] <= 1", "~ uniform(0, 1)"), 100, 1);
    assertTrue(end.leaves < 10, "leaves " + end.leaves);
    assertEquals(1 / 120.0, end.kernelLower(), 1e-12);
    assertTrue(end.kernelGap() < 1e-12, "gap " + end.bounds);
  }

  @Test
  void aCellIsAFewBytes() {
    Network network = Networks.ofSeveral(31, 3, 5, 20, 20);
    End end = search(network, statement(network, ARGMAX, "~ uniform(0, 1)"), 20_000, 2);
    assertTrue(end.tree.length < 3 * end.leaves, end.tree.length + " bytes, " + end.leaves);
  }
}
