package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Input;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.text.StatementException;

/** What is said of why a search ended is true. */
class StopReasonTest {
  private static Result check(Statement statement, Network network, SearchOptions options) {
    return Checker.check(statement, List.of(network), options.withThreads(2), p -> {}, () -> false);
  }

  private static SearchOptions gap(double gap) {
    return SearchOptions.defaults().withGap(gap);
  }

  /** Two bounded neurons, so that the last activation is not what shows it. */
  private static Network bounded() {
    return Networks.oneLayer(new double[][] {{1}, {1}}, new double[] {0, -1}, 1, -1);
  }

  /** From 0 to 1, and so smooth that nobody knows it exactly far out. */
  private static Network smoothlyBounded() {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[][] {{1}, {1}}, new double[] {0, -1}),
            ActivationLayer.uniform(2, Activation.SOFTPLUS),
            AffineLayer.of(new double[][] {{1, -1}}, new double[1])));
  }

  /** Beyond either end it is one number, so the tails hold nothing. */
  @Test
  void slopesThatCancelLeaveNothingToTheTails() {
    List<Input> inputs = Statements.inputs("normal(0, 1)");
    Statement never = Statements.property(bounded(), inputs, ">", "2", "<=", "0");
    assertEquals(Verdict.PROVED, check(never, bounded(), gap(1e-9)).verdict().orElseThrow());
    Statement always = Statements.property(bounded(), inputs, ">", "-1", ">=", "1");
    assertEquals(Verdict.PROVED, check(always, bounded(), gap(1e-9)).verdict().orElseThrow());
  }

  /** No smaller gap decides what the tails keep open. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-300, 0})
  void tailsKeepACertaintyOpen(double gap) {
    Network network = smoothlyBounded();
    List<Input> inputs = Statements.inputs("normal(0, 1)");
    Statement statement = Statements.property(network, inputs, ">", "2", "<=", "0");
    Result result = check(statement, network, gap(gap));
    assertEquals(Verdict.UNDECIDED, result.verdict().orElseThrow());
    assertEquals(StopReason.TAILS, result.reason());
    assertTrue(result.points().get(0).upper().doubleCeiling() < 1e-300);
  }

  @Test
  void withRoomForTheTailsItIsProved() {
    Network network = smoothlyBounded();
    List<Input> inputs = Statements.inputs("normal(0, 1)");
    Statement statement = Statements.property(network, inputs, ">", "2", "<=", "1e-300");
    assertEquals(StopReason.SETTLED, check(statement, network, gap(1e-9)).reason());
    assertEquals(
        StopReason.GAP_REACHED,
        check(Statements.query(network, inputs, ">", "2"), network, gap(1e-9)).reason());
  }

  @Test
  void withBoundedInputsItIsProved() {
    Network network = bounded();
    List<Input> inputs = Statements.inputs("normal(0, 1) on [-10, 10]");
    Statement statement = Statements.property(network, inputs, ">", "2", "<=", "0");
    Result result = check(statement, network, gap(1e-9));
    assertEquals(Verdict.PROVED, result.verdict().orElseThrow());
  }

  /** Less than 1 by the tails is the next double below it. */
  @Test
  void tailsKeepAnAlmostSureEventOpen() {
    Network network = smoothlyBounded();
    List<Input> inputs = Statements.inputs("normal(0, 1)");
    Statement statement = Statements.property(network, inputs, ">", "-1", ">=", "1");
    assertEquals(StopReason.TAILS, check(statement, network, gap(1e-9)).reason());
  }

  private static Result check(String quantity, String... inputs) {
    Network sum = Networks.linear(0, 1, 1);
    String text = Statements.query(sum, Statements.inputs(inputs), "<", "0").canonical();
    try {
      Statement statement = Statement.parse(text.replace("P(1*y[0] < 0)", quantity));
      return check(statement, sum, gap(1e-9).withTimeout(Duration.ofSeconds(20)));
    } catch (StatementException e) {
      throw new AssertionError(e);
    }
  }

  /** No time is spent on what no cells bring closer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "E(1*y[0])",
        "Var(1*y[0])",
        "Std(1*y[0])",
        "cvar(1*y[0], 9/10)",
        "E(1*y[0] | 1*x[0] > 0)",
        "Cov(1*y[0], 1*x[0])"
      })
  void tailsThatAreTooHeavyAreNamedAtOnce(String quantity) {
    Result result = check(quantity, "normal(0, 1)", "cauchy(0, 1)");
    assertEquals(StopReason.HEAVY_TAILS, result.reason());
    assertEquals(1, result.cells());
  }

  @Test
  void tailsThatAreTooHeavyAreNamedInAPart() {
    Result result = check("(0 * E(1*y[0]))", "normal(0, 1)", "cauchy(0, 1)");
    assertEquals(StopReason.HEAVY_TAILS, result.reason());
  }

  /** Of a mean that exists, but by how much it is off beyond the ends is not known closely. */
  @ParameterizedTest
  @CsvSource({"E(1*y[0]), 'pareto(11/10, 1)'", "Var(1*y[0]), 'studentt(21/10, 0, 1)'"})
  void tailsThatAreHeavyKeepAMeanFromTheGap(String quantity, String input) {
    Result result = check(quantity, "uniform(0, 1)", input);
    assertEquals(StopReason.HEAVY_TAILS, result.reason());
    assertTrue(result.points().get(0).gap().isFinite());
  }

  /** Another input is heavy-tailed, and has no part in what is asked. */
  @ParameterizedTest
  @ValueSource(strings = {"E(1*x[0])", "Var(1*x[0])", "quantile(1*y[0], 1/2)"})
  void tailsOfOthersAreNotBlamed(String quantity) {
    Result result = check(quantity, "normal(0, 1)", "cauchy(0, 1)");
    assertEquals(StopReason.GAP_REACHED, result.reason());
  }

  @Test
  void aGapBelowRoundingIsNotReached() {
    Network network = Networks.linear(0, 1.0 / 3);
    List<Input> inputs = Statements.inputs("uniform(0, 1)");
    Result result = check(Statements.query(network, inputs, "<=", "1/7"), network, gap(1e-30));
    assertEquals(StopReason.ROUNDING, result.reason());
  }

  @Test
  void withoutRandomInputsThereIsNoSearch() {
    Network network = Networks.linear(0, 1);
    List<Input> fixed =
        List.of(
            new surety.certificates.statement.FixedInput(
                surety.certificates.arithmetic.Rational.of(1)));
    assertEquals(
        StopReason.GAP_REACHED,
        check(Statements.query(network, fixed, "<", "2"), network, gap(0)).reason());
    assertEquals(
        StopReason.SETTLED,
        check(Statements.property(network, fixed, "<", "2", ">=", "1"), network, gap(0)).reason());
  }

  @Test
  void cutsAtSegmentsOnlyAreNamed() {
    Network network = Networks.scalar(Activation.TANH);
    List<Input> inputs = Statements.inputs("uniform(-1, 1)");
    SearchOptions options = gap(1e-9).withBounding(new Bounding.ReluNetworks(2));
    Result result = check(Statements.query(network, inputs, "<=", "1/3"), network, options);
    assertEquals(StopReason.SEGMENTS, result.reason());
  }

  /** The first cells are for the densities; the limit is for them, too. */
  @Test
  void tooFewCellsForTheDensitiesAreTheCellLimit() {
    Network network = Networks.random(11, 4, 6);
    Statement statement =
        Statements.query(
            network,
            Statements.inputs("beta(11/4, 3)", "beta(2, 2)", "normal(0, 1)", "beta(2, 3)"),
            ">",
            "0");
    for (long cells : new long[] {1, 30, 100}) {
      Result result = check(statement, network, gap(1e-6).withMaxCells(cells));
      assertEquals(StopReason.CELL_LIMIT, result.reason());
      assertTrue(result.cells() <= Math.max(24, cells), () -> result.cells() + " cells");
    }
  }

  /**
   * It does not give up while there is time, as it once did after two cells. Normal inputs are cut
   * off on one side, for else the bounds need no search.
   */
  @ParameterizedTest
  @ValueSource(strings = {"exponential(1)", "gamma(2, 1)", "normal(0, 1) on [-inf, 60]"})
  void longTailsAndPeaksAreCutOn(String distribution) {
    int n = 5;
    double[] ones = new double[n];
    java.util.Arrays.fill(ones, 1);
    Network network = Networks.linear(0, ones);
    List<Input> inputs =
        Statements.inputs(Collections.nCopies(n, distribution).toArray(String[]::new));
    double exact =
        switch (distribution.charAt(0)) {
          case 'e' -> 1 - gamma(5).cumulativeProbability(5);
          case 'g' -> 1 - gamma(10).cumulativeProbability(5);
          default -> 1 - normal(Math.sqrt(5)).cumulativeProbability(5);
        };
    Statement statement = Statements.query(network, inputs, ">", "5");
    SearchOptions options = gap(1e-9).withMaxCells(6000).withTimeout(Duration.ofMinutes(2));
    Result result = check(statement, network, options);
    assertEquals(StopReason.CELL_LIMIT, result.reason());
    BandPoint point = result.points().get(0);
    assertTrue(point.lower().doubleFloor() <= exact, point::toString);
    assertTrue(point.upper().doubleCeiling() >= exact, point::toString);
    assertTrue(point.gap().doubleCeiling() < 0.15, point::toString);
  }

  private static org.apache.commons.math3.distribution.GammaDistribution gamma(double shape) {
    return new org.apache.commons.math3.distribution.GammaDistribution(shape, 1);
  }

  private static org.apache.commons.math3.distribution.NormalDistribution normal(double sd) {
    return new org.apache.commons.math3.distribution.NormalDistribution(0, sd);
  }
}
