package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.certificates.text.StatementException;

class LoopCheckTest {
  private static final String WALK =
      "start\nx := 0\nstep\nf ~ finite(0: 1/2, 1: 1/2)\nu ~ uniform(0, 1)\nx := (x + (f * u))\nend\n";

  private static Statement statement(String loop, int iterations, String claim)
      throws StatementException {
    return Statement.parse(
        "surety statement 2\nsemantics real\n%safter %d iterations: %s\n"
            .formatted(loop, iterations, claim));
  }

  private static Result check(Statement statement, Duration timeout) {
    return Checker.check(
        statement,
        List.of(),
        SearchOptions.defaults().withTimeout(timeout),
        progress -> {},
        () -> false);
  }

  private static Result replayed(Statement statement) throws IOException {
    Result result = check(statement, Duration.ofSeconds(60));
    ReplayResult replay =
        Replay.run(statement, List.of(), new ByteArrayInputStream(result.certificate()), 1);
    assertEquals(ReplayVerdict.VALID, replay.replay(), replay::toString);
    assertEquals(result.verdict(), replay.verdict());
    return result;
  }

  @Test
  void verdictsAreProved() throws IOException, StatementException {
    assertEquals(Optional.of(Verdict.PROVED), replayed(statement(WALK, 8, "E(x) >= 2")).verdict());
    assertEquals(Optional.of(Verdict.VIOLATED), replayed(statement(WALK, 8, "E(x) < 2")).verdict());
    assertEquals(
        Optional.of(Verdict.PROVED), replayed(statement(WALK, 12, "Var(x) in [1, 2]")).verdict());
  }

  @Test
  void queriesHaveCloseBounds() throws IOException, StatementException {
    Result result = replayed(statement(WALK, 1000, "moments(x, 8) = ?"));
    assertEquals(8, result.points().size());
    for (BandPoint point : result.points()) {
      double upper = point.upper().doubleCeiling();
      assertTrue(point.gap().doubleCeiling() <= 1e-15 * upper, point::toString);
    }
  }

  /** More digits than those of doubles, if a limit is that near. */
  @Test
  void limitsMayBeVeryNear() throws IOException, StatementException {
    String third = WALK.replace("0: 1/2, 1: 1/2", "0: 1/3, 1: 2/3");
    String near =
        "3333333333333333333333333333333333333333/10000000000000000000000000000000000000000";
    assertEquals(
        Optional.of(Verdict.VIOLATED), replayed(statement(third, 1, "E(x) <= " + near)).verdict());
  }

  /** What is exactly the limit is not decided, and that is said. */
  @Test
  void whatNoDigitsDecideIsUndecided() throws IOException, StatementException {
    String third = WALK.replace("0: 1/2, 1: 1/2", "0: 1/3, 1: 2/3");
    Result result = replayed(statement(third, 1, "E(x) <= 1/3"));
    assertEquals(Optional.of(Verdict.UNDECIDED), result.verdict());
    assertEquals(StopReason.ROUNDING, result.reason());
  }

  @Test
  void whatDoesNotCloseIsWalkedBack() throws IOException, StatementException {
    String loop = "start\nx ~ uniform(0, 1)\nstep\nx := (x ^ 2)\nend\n";
    Result result = replayed(statement(loop, 4, "E(x) = ?"));
    assertEquals(1 / 17.0, result.points().get(0).lower().doubleFloor(), 1e-15);
  }

  @Test
  void whatHasNoMeanIsRefused() throws StatementException {
    String loop = "start\nx := 0\nstep\nz ~ gamma(1, 1)\nx := exp((2 * z))\nend\n";
    Statement statement = statement(loop, 1, "E(x) = ?");
    assertThrows(UnsuitableException.class, () -> check(statement, Duration.ofSeconds(60)));
    Statement unread = statement("start\nstep\nx := (x + 1)\nend\n", 1, "E(x) = ?");
    Exception refused =
        assertThrows(UnsuitableException.class, () -> check(unread, Duration.ofSeconds(60)));
    assertTrue(refused.getMessage().contains("no value before it is read"));
  }

  @Test
  void aRunEndsAtItsLimit() throws StatementException {
    Statement statement = statement(WALK, 1_000_000, "moments(x, 60) = ?");
    long start = System.nanoTime();
    assertThrows(StoppedException.class, () -> check(statement, Duration.ofMillis(300)));
    assertTrue(System.nanoTime() - start < 2e9);
    assertThrows(
        StoppedException.class,
        () ->
            Checker.check(
                statement, List.of(), SearchOptions.defaults(), progress -> {}, () -> true));
  }
}
