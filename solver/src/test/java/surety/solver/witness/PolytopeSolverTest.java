package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class PolytopeSolverTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static PolytopeSolver.Answer solve(
      Network network, Event event, Cut cut, WitnessLimits limits, Duration time)
      throws RejectedException {
    ExactProblem problem = Networks.problem(network, event, Networks.unit(2));
    Cell cell = cut.of(problem.root());
    return new PolytopeSolver(problem, limits)
        .solve(
            problem.problem().event(event),
            cell,
            Networks.bounds(problem, cell),
            Deadline.in(time, Stop.NEVER));
  }

  private interface Cut {
    Cell of(BoxCell root) throws RejectedException;
  }

  private static WitnessLimits limits(Duration query, int resources) {
    return new WitnessLimits(LONG, query, resources, 1, 1);
  }

  /** The encoding against the network: at a point that is a cell, the value is the exact one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void hasTheExactValueAtAPoint(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Network network = Networks.random(random, 3, 5, 5, 2);
    double[] at = random.doubles(3).toArray();
    List<Rational> x = Arrays.stream(at).mapToObj(Rational::ofDouble).toList();
    Rational y = network.evaluateExactly(Networks.array(x))[1];
    for (Comparison comparison : Comparison.values()) {
      Event event = Networks.event(network, 1, comparison, y);
      ExactProblem problem = Networks.problem(network, event, Networks.unit(3));
      CellBounds around = Networks.bounds(problem, problem.root()); // leaves signs open
      PolytopeSolver.Answer answer =
          new PolytopeSolver(problem, limits(LONG, 2_000_000_000))
              .solve(
                  problem.problem().event(event),
                  Networks.box(problem, at[0], at[0], at[1], at[1], at[2], at[2]),
                  around,
                  Deadline.in(LONG, Stop.NEVER));
      assertEquals(comparison.includesEqual(), answer instanceof PolytopeSolver.Answer.Possible);
      assertEquals(!comparison.includesEqual(), answer instanceof PolytopeSolver.Answer.Infeasible);
    }
  }

  @Test
  void prefersPointsWithAMargin() throws RejectedException {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.ONE);
    PolytopeSolver.Answer.Possible possible =
        assertInstanceOf(
            PolytopeSolver.Answer.Possible.class,
            solve(network, event, root -> root, limits(LONG, 2_000_000_000), LONG));
    List<Rational> best = possible.points().get(0);
    assertTrue(best.stream().allMatch(Range.of(Rational.ZERO, Rational.ONE)::containsInside));
    assertTrue(
        network.evaluateExactly(Networks.array(best))[0].compareTo(Rational.parse("1.1")) > 0);
  }

  @Test
  void givesUpWithinItsLimits() throws IOException, RejectedException {
    Network network = Networks.iris();
    Cut quarter = root -> root.cut(0, 0.5).get(0).cut(1, 0.5).get(0);
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(8));
    ExactProblem problem = Networks.problem(network, event, Networks.unit(2));
    Cell cell = quarter.of(problem.root());
    assertTrue(Networks.bounds(problem, cell).unproven() > 10); // seconds of work
    for (WitnessLimits tight :
        List.of(limits(Duration.ofMillis(5), 2_000_000_000), limits(LONG, 1))) {
      PolytopeSolver.Answer answer = solve(network, event, quarter, tight, LONG);
      assertFalse(assertInstanceOf(PolytopeSolver.Answer.GivenUp.class, answer).reason().isBlank());
    }
    assertThrows(
        StoppedException.class,
        () -> solve(network, event, quarter, limits(LONG, 2_000_000_000), Duration.ZERO));
  }
}
