package surety.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;

class CheckerTest {
  /** What is checked here ends by itself, however slow the machine is at that moment. */
  private static final SearchOptions OPTIONS =
      SearchOptions.defaults().withGap(1e-6).withThreads(2).withTimeout(Duration.ofDays(1));

  private static Result check(Statement statement, Network network, SearchOptions options) {
    return Checker.check(statement, List.of(network), options, Patience.LONG, p -> {}, () -> false);
  }

  private static double largestGap(Result result) {
    return result.points().stream().mapToDouble(p -> p.gap().doubleCeiling()).max().orElseThrow();
  }

  private static String[] uniforms(int n) {
    return java.util.Collections.nCopies(n, "uniform(0, 1)").toArray(String[]::new);
  }

  /** Of max(a, b) with a and b uniform: at most 1/2 with probability 1/4. */
  @ParameterizedTest
  @CsvSource({"<, 1/5, true", ">=, 3/10, false"})
  void aViolatedPropertySaysWhereToLook(String relation, String limit, boolean isInside) {
    Network network = Networks.maximum();
    Statement statement =
        Statements.property(network, Statements.inputs(uniforms(2)), "<", "1/2", relation, limit);
    Result result = check(statement, network, OPTIONS);
    assertEquals(Optional.of(Verdict.VIOLATED), result.verdict());
    double before = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (HeavyCell cell : result.heaviest()) {
      double probability = cell.probability().doubleValue();
      assertTrue(probability > 0 && probability <= before);
      before = probability;
      sum += probability;
      double largest = Double.NEGATIVE_INFINITY;
      for (HeavyCell.Side side : cell.sides()) {
        assertTrue(0 <= side.lower() && side.lower() < side.upper() && side.upper() <= 1);
        largest = Math.max(largest, isInside ? side.lower() : side.upper());
      }
      assertEquals(isInside, largest <= 0.5);
    }
    assertTrue(sum > 0.01 && sum <= (isInside ? 0.25 : 0.75) + 1e-9, "sum " + sum);
  }

  /** What is seen on the way is guaranteed, only narrows, and changes nothing of the end. */
  @Test
  void glimpsesOfABandNarrow() {
    Network network = Networks.maximum();
    Statement statement = Statements.cdf(network, Statements.inputs("beta(2, 2)", "beta(3, 2)"), 9);
    List<Progress> seen = new ArrayList<>();
    SearchOptions options = OPTIONS.withGap(1e-7).withGlimpses(true);
    Result result = Checker.check(statement, List.of(network), options, seen::add, () -> false);
    assertArrayEquals(
        check(statement, network, OPTIONS.withGap(1e-7)).certificate(), result.certificate());
    List<BandPoint> before = List.of();
    for (Progress progress : seen) {
      for (int k = 0; k < progress.band().size(); k++) {
        BandPoint now = progress.band().get(k);
        BandPoint last = result.points().get(k);
        assertTrue(now.lower().compareTo(last.upper()) <= 0);
        assertTrue(now.upper().compareTo(last.lower()) >= 0);
        assertTrue(before.isEmpty() || width(now) <= width(before.get(k)) + 1e-12);
      }
      before = progress.band();
    }
  }

  private static double width(BandPoint point) {
    return point.gap().doubleCeiling();
  }

  @Test
  void whatHoldsHasNoPlaceToLookAt() {
    Network network = Networks.maximum();
    Statement statement =
        Statements.property(network, Statements.inputs(uniforms(2)), "<", "1/2", "<", "1/2");
    assertEquals(List.of(), check(statement, network, OPTIONS).heaviest());
  }

  @ParameterizedTest
  @CsvSource({
    "<=, 1/2, PROVED",
    "<, 1/4, VIOLATED",
    "<, 1/2, PROVED",
    ">, 1/4, UNDECIDED",
    ">=, 0.2499, PROVED",
    ">, 0.2501, VIOLATED"
  })
  void verdictsOfTheMaximum(String relation, String limit, Verdict verdict) {
    Network network = Networks.maximum();
    Statement statement =
        Statements.property(network, Statements.inputs(uniforms(2)), "<", "1/2", relation, limit);
    Result result = check(statement, network, OPTIONS);
    if (verdict == Verdict.UNDECIDED || limit.equals("1/4")) {
      // the probability is the limit itself: the bounds may meet there, or leave it open
      assertTrue(
          result.reason() == StopReason.GAP_REACHED || result.reason() == StopReason.SETTLED);
    } else {
      assertEquals(Optional.of(verdict), result.verdict());
      assertEquals(StopReason.SETTLED, result.reason());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void bytesDoNotDependOnThreads(int n) {
    Network network = Networks.random(n, n, 6, 6);
    Statement statement = Statements.cdf(network, Statements.inputs(uniforms(n)), 10);
    SearchOptions options = OPTIONS.withGap(1e-3).withMaxCells(n < 5 ? 3000 : 300);
    byte[] one = check(statement, network, options.withThreads(1)).certificate();
    assertArrayEquals(one, check(statement, network, options.withThreads(2)).certificate());
    assertArrayEquals(one, check(statement, network, options.withThreads(3)).certificate());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void trainedLikeNetworksReachTheGap(int n) {
    Network network = Networks.random(10 + n, n, 8, 8);
    Statement statement = Statements.cdf(network, Statements.inputs(uniforms(n)), 20);
    Result result = check(statement, network, OPTIONS);
    assertEquals(StopReason.GAP_REACHED, result.reason());
    assertTrue(largestGap(result) <= OPTIONS.gap());
    assertEquals(20, result.points().size());
  }

  /** What hardly has a probability is no matter for the density, but it is for an impossibility. */
  @Test
  void whatNeverHappensIsProvedInTheCornersToo() {
    Network network =
        Networks.oneLayer(
            new double[][] {{-2, 1.75, 0, 0.5}, {1.5, -1.75, -0.5, 0.75}},
            new double[] {0.125, 0.75},
            -0.5,
            -0.5); // least at (-5, 1, 0, 3), where it is -6.6875
    List<Input> inputs =
        Statements.inputs(
            "normal(0, 1) on [-5, 5]",
            "triangular(-1, 0, 1)",
            "beta(5, 5)",
            "normal(0, 1) on [-3, 3]");
    Statement never = Statements.property(network, inputs, "<", "-219/32", "<=", "0");
    assertEquals(Optional.of(Verdict.PROVED), check(never, network, OPTIONS).verdict());
    Statement always = Statements.property(network, inputs, ">=", "-219/32", ">=", "1");
    assertEquals(Optional.of(Verdict.PROVED), check(always, network, OPTIONS).verdict());
  }

  /** Of 5e-11 a gap of 1e-11 says hardly anything, while 1e-6 was relative to it before. */
  @Test
  void aSmallerGapIsNoReasonForWiderBoundsOfARareEvent() {
    Network sum = Networks.linear(0, 1, 1);
    List<Input> inputs = Statements.inputs("normal(0, 1)", "beta(2, 3)");
    Statement rare = Statements.query(sum, inputs, ">", "7");
    for (double gap : new double[] {1e-6, 1e-9, 1e-11, 1e-12}) {
      Result result = check(rare, sum, OPTIONS.withGap(gap));
      assertTrue(largestGap(result) <= 1e-16, () -> gap + ": " + result.points());
      assertEquals(StopReason.GAP_REACHED, result.reason());
    }
  }

  /** More inputs than are triangulated; the search took 1e-17 for rounding. */
  @Test
  void rareEventsOfManyInputsAreRefined() {
    Network first = Networks.linear(0, 1, 0, 0, 0, 0, 0);
    List<Input> inputs =
        Statements.inputs(Collections.nCopies(6, "normal(0, 1)").toArray(new String[0]));
    BandPoint rare =
        check(Statements.query(first, inputs, ">", "9"), first, OPTIONS.withGap(1e-3))
            .points()
            .get(0);
    assertEquals(1.1285884e-19, rare.lower().doubleFloor(), 2e-21);
    assertEquals(1.1285884e-19, rare.upper().doubleCeiling(), 2e-21);
  }

  @Test
  void moreCellsNeverHurt() {
    Network network = Networks.random(3, 3, 10, 10);
    Statement statement = Statements.cdf(network, Statements.inputs(uniforms(3)), 10);
    double last = 1;
    for (long cells : new long[] {6, 50, 400, 3000}) {
      Result result = check(statement, network, OPTIONS.withMaxCells(cells));
      assertTrue(result.cells() <= cells);
      assertTrue(largestGap(result) <= last);
      last = largestGap(result);
    }
  }

  @Test
  void boxesCloseInOnFiveInputs() {
    Network network = Networks.random(5, 5, 4);
    Statement statement = Statements.query(network, Statements.inputs(uniforms(5)), ">", "1/10");
    Result few = check(statement, network, OPTIONS.withMaxCells(10));
    Result many = check(statement, network, OPTIONS.withMaxCells(2000));
    assertEquals(StopReason.CELL_LIMIT, few.reason());
    assertTrue(largestGap(many) < largestGap(few));
  }

  @Test
  void sevenInputsAreDecidedBoxByBox() {
    Network network = Networks.linear(0, 1, 1, 1, 1, 1, 1, 1);
    Statement statement =
        Statements.property(network, Statements.inputs(uniforms(7)), ">", "6", "<=", "0.1");
    assertEquals(Optional.of(Verdict.PROVED), check(statement, network, OPTIONS).verdict());
  }

  @Test
  void cancelledSearchesStillHaveBounds() {
    Network network = Networks.random(4, 4, 12, 12);
    Statement statement = Statements.cdf(network, Statements.inputs(uniforms(4)), 5);
    AtomicInteger asked = new AtomicInteger();
    Result result =
        Checker.check(
            statement, List.of(network), OPTIONS, p -> {}, () -> asked.incrementAndGet() > 20);
    assertEquals(StopReason.CANCELLED, result.reason());
    assertEquals(5, result.points().size());
  }

  @Test
  void noTimeIsEnoughForABox() {
    Network network = Networks.random(4, 4, 12, 12);
    Statement statement = Statements.cdf(network, Statements.inputs(uniforms(4)), 5);
    Result result = check(statement, network, OPTIONS.withTimeout(Duration.ZERO));
    assertEquals(StopReason.TIMEOUT, result.reason());
    assertEquals(5, result.points().size());
  }

  @Test
  void progressComesWithGrowingTime() {
    Network network = Networks.random(6, 4, 12, 12);
    Statement statement = Statements.query(network, Statements.inputs(uniforms(4)), ">", "0");
    List<Progress> heard = new ArrayList<>();
    Checker.check(
        statement,
        List.of(network),
        OPTIONS.withGap(0).withMaxCells(1L << 40),
        heard::add,
        () -> heard.size() > 2);
    for (int k = 1; k < heard.size(); k++) {
      assertTrue(heard.get(k).seconds() >= heard.get(k - 1).seconds());
      assertTrue(heard.get(k).cells() >= heard.get(k - 1).cells());
      assertTrue(heard.get(k).lower() <= heard.get(k).upper());
    }
  }

  @Test
  void constantOutputHasThresholdsAroundIt() {
    Network network = Networks.linear(2, 0, 0);
    Result result =
        check(Statements.cdf(network, Statements.inputs(uniforms(2)), 4), network, OPTIONS);
    assertEquals(0, result.points().get(0).upper().signum());
    assertEquals(1, result.points().get(3).lower().doubleFloor());
    assertEquals(0, largestGap(result));
  }

  @ParameterizedTest
  @CsvSource({"<, 2, 0", "<=, 2, 1", ">, 2, 0", ">=, 2, 1", "<, 3, 1", ">, 3, 0"})
  void constantOutputIsAnAtom(String symbol, String t, double p) {
    Network network = Networks.linear(2, 0);
    Result result =
        check(
            Statements.query(network, Statements.inputs(uniforms(1)), symbol, t), network, OPTIONS);
    assertEquals(p, result.points().get(0).lower().doubleFloor());
    assertEquals(p, result.points().get(0).upper().doubleCeiling());
    assertEquals(p == 0, result.impossible());
    assertEquals(p == 1, result.witness().isPresent());
  }

  @Test
  void deadAndDuplicateNeuronsChangeNothing() {
    Network plain = Networks.oneLayer(new double[][] {{1, -1}}, new double[1], 1);
    Network odd =
        Networks.oneLayer(
            new double[][] {{1, -1}, {1, -1}, {0, 0}, {1, 1}},
            new double[] {0, 0, 0, -5},
            0.5,
            0.5,
            3,
            7);
    List<Input> inputs = Statements.inputs(uniforms(2));
    Result expected = check(Statements.query(plain, inputs, ">", "1/4"), plain, OPTIONS);
    Result actual = check(Statements.query(odd, inputs, ">", "1/4"), odd, OPTIONS);
    assertTrue(largestGap(actual) <= OPTIONS.gap());
    assertTrue(
        actual.points().get(0).lower().compareTo(expected.points().get(0).upper()) <= 0
            && expected.points().get(0).lower().compareTo(actual.points().get(0).upper()) <= 0);
  }

  @Test
  void fixedInputsAreNumbers() {
    Network network = Networks.linear(0, 1, 1);
    List<Input> half = new ArrayList<>(Statements.inputs("uniform(0, 1)"));
    half.add(0, new FixedInput(Rational.of(1, 4)));
    Result result = check(Statements.query(network, half, "<=", "3/4"), network, OPTIONS);
    assertEquals(0.5, result.points().get(0).lower().doubleFloor(), 1e-12);
    assertEquals(0.5, result.points().get(0).upper().doubleCeiling(), 1e-12);
  }

  @Test
  void allInputsFixedIsASinglePoint() {
    Network network = Networks.linear(0, 1, 1);
    List<Input> fixed =
        List.of(new FixedInput(Rational.of(1, 4)), new FixedInput(Rational.of(1, 2)));
    Result result = check(Statements.query(network, fixed, ">", "1/2"), network, OPTIONS);
    assertEquals(1, result.points().get(0).lower().doubleFloor());
    assertEquals(3, check(Statements.cdf(network, fixed, 3), network, OPTIONS).points().size());
  }

  @Test
  void activationsBeforeAnyAffineLayer() {
    Network network =
        Network.chain(
            2,
            List.of(
                new ActivationLayer(List.of(Activation.RELU, Activation.IDENTITY)),
                AffineLayer.diagonal(new double[] {2, 1}, new double[2]),
                AffineLayer.of(new double[][] {{1, 1}}, new double[1]),
                ActivationLayer.uniform(1, Activation.IDENTITY)));
    List<Input> inputs = Statements.inputs("uniform(-1, 1)", "uniform(0, 1)");
    // 2 relu(x) + y <= 1: y <= 1 always for x <= 0, and half of what is right of it up to x = 1/2
    Result result = check(Statements.query(network, inputs, "<=", "1"), network, OPTIONS);
    assertTrue(result.points().get(0).lower().compareTo(Rational.of(5, 8)) <= 0);
    assertTrue(result.points().get(0).upper().compareTo(Rational.of(5, 8)) >= 0);
    assertTrue(largestGap(result) <= OPTIONS.gap());
  }

  @Test
  void impossibleEventsAreFoundImpossible() {
    Network network = Networks.maximum();
    Result result =
        check(
            Statements.property(network, Statements.inputs(uniforms(2)), ">", "2", "<=", "0"),
            network,
            OPTIONS);
    assertEquals(Optional.of(Verdict.PROVED), result.verdict());
    assertTrue(result.impossible());
    assertFalse(result.witness().isPresent());
  }

  @Test
  void aNetworkOfAnotherShapeIsRefused() {
    Statement statement = Statements.cdf(Networks.maximum(), Statements.inputs(uniforms(2)), 3);
    Network other = Networks.linear(0, 1);
    assertThrows(IllegalArgumentException.class, () -> check(statement, other, OPTIONS));
  }
}
