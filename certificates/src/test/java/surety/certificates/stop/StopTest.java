package surety.certificates.stop;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.TreeBounds;
import surety.certificates.proof.Trees;
import surety.certificates.replay.Certificates;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;

/** Whatever takes long ends when it is stopped, at whatever moment, and without a result. */
class StopTest {
  /** Says yes from a certain question on, and counts them. */
  private static final class After implements Stop {
    private final long most;
    private final AtomicLong asked = new AtomicLong();

    After(long most) {
      this.most = most;
    }

    @Override
    public boolean isWanted() {
      return asked.incrementAndGet() > most;
    }
  }

  private interface Computation {
    Object run(Stop stop) throws Exception;
  }

  /**
   * Stops a computation at random questions, and lets it run on, alternately.
   *
   * @param threads each may ask once more
   */
  private static void requireStops(Computation computation, int threads) throws Exception {
    After never = new After(Long.MAX_VALUE);
    Object whole = computation.run(never);
    long questions = never.asked.get();
    assertTrue(questions > 3, "only " + questions + " questions");
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20; k++) {
      After after = new After(k == 0 ? 0 : random.nextLong(questions - threads));
      assertThrows(StoppedException.class, () -> computation.run(after));
      assertTrue(after.asked.get() <= after.most + 2L * threads + 2, "it went on");
    }
    assertEquals(whole, computation.run(Stop.NEVER));
  }

  private static Network network() {
    AffineLayer first =
        AffineLayer.of(new double[][] {{1, -1}, {0.5, 2}, {-1, 0.25}}, new double[] {0, -1, 0.5});
    AffineLayer last = AffineLayer.of(new double[][] {{1, -0.5, 1}}, new double[1]);
    return Network.chain(2, List.of(first, ActivationLayer.uniform(3, Activation.RELU), last));
  }

  private static Statement statement(String... distributions) {
    return Statements.query(
        Statements.inputs(distributions),
        Statements.form("1"),
        Comparison.LESS_OR_EQUAL,
        Rational.ONE);
  }

  private static List<Enclosure> bounds(
      Statement statement, Network network, byte[] tree, int threads, Stop stop) throws Exception {
    Problem problem =
        Problem.of(statement, List.of(network), Trees.truncations(statement.inputs()), stop);
    return TreeBounds.compute(problem, List.of(), new ByteArrayInputStream(tree), threads).bounds();
  }

  @Test
  void aPassOverSimplices() throws Exception {
    Statement statement = statement("normal(0, 1)", "beta(2, 2)");
    byte[] tree = Trees.simplices(Trees.problem(statement, network()), 2, 4, 5, 0);
    for (int threads : List.of(1, 3)) {
      requireStops(stop -> bounds(statement, network(), tree, threads, stop), threads);
    }
  }

  @Test
  void aPassOverBoxes() throws Exception {
    Statement statement = statement("normal(0, 1)", "uniform(0, 1)");
    byte[] tree = Trees.boxes(Trees.problem(statement, network()), 6);
    requireStops(stop -> bounds(statement, network(), tree, 2, stop), 2);
  }

  @Test
  void aReplay() throws Exception {
    Statement property = Certificates.property();
    byte[] certificate = Certificates.certificate(property);
    requireStops(
        stop ->
            Replay.run(
                property,
                List.of(NetworkContent.of(Certificates.NETWORK)),
                new ByteArrayInputStream(certificate),
                2,
                stop),
        2);
    assertEquals(
        ReplayVerdict.VALID,
        Replay.run(
                property,
                List.of(NetworkContent.of(Certificates.NETWORK)),
                new ByteArrayInputStream(certificate),
                2)
            .replay());
  }

  @Test
  void readingANetwork() throws Exception {
    requireStops(stop -> OnnxReader.read(Certificates.NETWORK, stop), 1);
  }

  @Test
  void exactAndEnclosingEvaluation() throws Exception {
    Rational third = Rational.of(1, 3);
    requireStops(
        stop -> List.of(network().evaluateExactly(new Rational[] {third, third}, stop)), 1);
  }

  @Test
  void digestsOfLargeFiles() throws Exception {
    byte[] large = new byte[5_000_000];
    requireStops(stop -> Sha256.of(large, stop), 1);
    assertEquals(Sha256.of(large), Sha256.of(large, Stop.NEVER));
  }

  @Test
  void basesOfHighDegree() {
    After after = new After(100);
    assertThrows(StoppedException.class, () -> new BernsteinBasis(5, 32, after));
    assertEquals(101, after.asked.get());
  }

  @Test
  void threadsEndWithThePass() throws Exception {
    String[] normals = {"normal(0, 1)", "normal(0, 1)", "normal(0, 1)", "normal(0, 1)"};
    Network sum =
        Network.chain(4, List.of(AffineLayer.of(new double[][] {{1, 1, 1, 1}}, new double[1])));
    Statement statement = statement(normals);
    byte[] tree = Trees.simplices(Trees.problem(statement, sum), 4, 4, 2, 0);
    After soon = new After(100);
    assertThrows(StoppedException.class, () -> bounds(statement, sum, tree, 3, soon));
    long late = System.nanoTime() + 2_000_000_000L;
    while (workers() > 0 && System.nanoTime() - late < 0) {
      Thread.sleep(10);
    }
    assertEquals(0, workers());
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("surety-kernel"))
        .count();
  }

  @Test
  void nobodyIsStoppedByNobody() {
    assertDoesNotThrow(Stop.NEVER::check);
  }
}
