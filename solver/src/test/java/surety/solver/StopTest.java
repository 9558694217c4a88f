package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.solver.onnx.OnnxWriter;

/**
 * A run that is cancelled, or whose time is up, ends at once, in whatever phase it is, with what
 * was certified last. Four truncated normals without a wanted gap once made it run for minutes.
 */
class StopTest {
  /** How late an end may be on a machine that is busy with other things. */
  private static final double SLACK = 2;

  private static final Network SUM = Networks.linear(0, 1, 1, 1, 1);
  private static final String TRUNCATED = "normal(0, 1) on [-1, 1]";
  private static final String[] FOUR = {TRUNCATED, TRUNCATED, TRUNCATED, TRUNCATED};

  private static Statement with(Network network, Statement statement) throws Exception {
    String digest = Sha256.of(OnnxWriter.write(network, "n"));
    return new Statement(digest, statement.inputs(), statement.outputs(), statement.claim());
  }

  private static Statement query() throws Exception {
    return with(SUM, Statements.query(SUM, Statements.inputs(FOUR), ">", "1/2"));
  }

  private static Statement cdf(String... thresholds) throws Exception {
    List<Rational> values = List.of(thresholds).stream().map(Rational::parse).toList();
    return with(
        SUM,
        Statements.of(
            SUM,
            Statements.inputs(FOUR),
            new BandClaim(AffineForm.ofOutput(0, 1), new ListedThresholds(values))));
  }

  /** No gap is small enough, so that no machine is done before it is stopped. */
  private static SearchOptions options(double seconds) {
    return SearchOptions.defaults()
        .withGap(0)
        .withThreads(2)
        .withTimeout(Duration.ofMillis((long) (1000 * seconds)));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** The certificate proves what the result says. */
  private static void requireProved(Result result, Network network) throws Exception {
    ReplayResult replayed =
        Replay.run(
            result.statement(),
            List.of(NetworkContent.of(OnnxWriter.write(network, "n"))),
            new ByteArrayInputStream(result.certificate()),
            2);
    assertEquals(ReplayVerdict.VALID, replayed.replay(), replayed::toString);
    assertEquals(result.cells(), replayed.leaves());
    for (int k = 0; k < result.points().size(); k++) {
      Enclosure point = replayed.bounds().get(k);
      assertEquals(point.lower(), result.points().get(k).lower());
      assertEquals(point.upper(), result.points().get(k).upper());
    }
  }

  private static double gap(Result result) {
    return result.points().stream().mapToDouble(p -> p.gap().doubleCeiling()).max().orElseThrow();
  }

  @Test
  void aTimeLimitHolds() throws Exception {
    long start = System.nanoTime();
    Result result = Checker.check(query(), List.of(SUM), options(2), p -> {}, () -> false);
    double taken = seconds(start);
    assertTrue(taken < 2 + SLACK, "took " + taken);
    assertEquals(StopReason.TIMEOUT, result.reason());
    assertTrue(gap(result) < 0.55, "a single cell has " + gap(result));
    requireProved(result, SUM);
  }

  /** The limit is below the probability by less than 1e-17, so no machine decides it in time. */
  @Test
  void theTimeLimitOfAPropertyHolds() throws Exception {
    String limit = "0.326807909562442856";
    Statement statement =
        with(SUM, Statements.property(SUM, Statements.inputs(FOUR), ">", "1/2", ">=", limit));
    long start = System.nanoTime();
    Result result = Checker.check(statement, List.of(SUM), options(2), p -> {}, () -> false);
    assertTrue(seconds(start) < 2 + SLACK, "took " + seconds(start));
    assertEquals(Verdict.UNDECIDED, result.verdict().orElseThrow());
    requireProved(result, SUM);
  }

  /** Points of a cdf are not far worse than the same points alone: 0.65 it was, against 0.01. */
  @Test
  void theTimeLimitOfACdfHolds() throws Exception {
    String[] thresholds = {"-2", "-1", "-1/2", "0", "1/2", "1", "3/2", "2"};
    long start = System.nanoTime();
    Result result = Checker.check(cdf(thresholds), List.of(SUM), options(4), p -> {}, () -> false);
    assertTrue(seconds(start) < 4 + SLACK, "took " + seconds(start));
    assertEquals(8, result.points().size());
    requireProved(result, SUM);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aCancelEndsItAtAnyMoment(long seed) throws Exception {
    double moment = new SplittableRandom(seed).nextDouble(0.05, 1.5);
    Statement statement = seed % 2 == 0 ? query() : cdf("-1", "0", "1");
    long start = System.nanoTime();
    BooleanSupplier cancelled = () -> seconds(start) >= moment;
    try {
      Result result = Checker.check(statement, List.of(SUM), options(600), p -> {}, cancelled);
      assertEquals(StopReason.CANCELLED, result.reason());
      requireProved(result, SUM);
    } catch (StoppedException e) {
      assertTrue(moment < 0.5, "nothing was certified after " + moment);
    }
    double late = seconds(start) - moment;
    assertTrue(late < SLACK, "ended " + late + " s after the cancel");
    requireNothingToRun();
  }

  /** Every question is one at which it may be told to stop; some of them are tried. */
  @Test
  void aCancelAtAnyQuestionEndsIt() throws Exception {
    Network network =
        Networks.oneLayer(
            new double[][] {{1, -1, 1}, {1, 1, -1}, {-1, 1, 1}}, new double[3], 1, 1, -1);
    Statement statement =
        with(
            network,
            Statements.query(
                network,
                Statements.inputs("beta(2, 2)", "normal(0, 1)", "uniform(0, 1)"),
                ">",
                "0"));
    SearchOptions options = options(86_400).withGap(1e-2);
    AtomicLong all = new AtomicLong();
    Checker.check(statement, List.of(network), options, p -> {}, () -> all.incrementAndGet() < 0);
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 25; k++) {
      long most = random.nextLong(all.get());
      AtomicLong asked = new AtomicLong();
      try {
        Result result =
            Checker.check(
                statement,
                List.of(network),
                options,
                p -> {},
                () -> asked.incrementAndGet() > most);
        requireProved(result, network);
      } catch (StoppedException e) {
        assertTrue(most < 1000, "nothing was certified at question " + most);
      }
    }
    requireNothingToRun();
  }

  /** No thread of ours works on: their time stands still. */
  private static void requireNothingToRun() throws InterruptedException {
    long late = System.nanoTime() + 2_000_000_000L;
    while (workers() > 0 && System.nanoTime() - late < 0) {
      Thread.sleep(10);
    }
    assertEquals(0, workers());
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("surety-"))
        .count();
  }
}
