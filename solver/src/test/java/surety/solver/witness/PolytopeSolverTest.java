package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.solver.layers.Layers;

class PolytopeSolverTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static PolytopeSolver.Answer solve(
      Network network, Event event, ExactCell cell, WitnessLimits limits, Duration time) {
    InputSpace space = Networks.space(Networks.unitBox(cell.dimension()));
    CellBounds bounds = CellBounds.of(Layers.of(network), space, cell, Stop.NEVER);
    return new PolytopeSolver(Layers.of(network), space, event, limits)
        .solve(cell, bounds, Deadline.in(time, Stop.NEVER));
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
    ExactSimplex around = Networks.simplex(random, 3);
    List<Rational> x = around.centre();
    Rational y = network.evaluateExactly(Networks.array(x))[1];
    InputSpace space = Networks.space(Networks.unitBox(3));
    CellBounds bounds =
        CellBounds.of(Layers.of(network), space, around, Stop.NEVER); // leaves signs open
    for (Comparison comparison : Comparison.values()) {
      Event event = Networks.event(network, 1, comparison, y);
      PolytopeSolver solver =
          new PolytopeSolver(Layers.of(network), space, event, limits(LONG, 2_000_000_000));
      PolytopeSolver.Answer answer =
          solver.solve(ExactBox.of(x, x), bounds, Deadline.in(LONG, Stop.NEVER));
      assertEquals(comparison.includesEqual(), answer instanceof PolytopeSolver.Answer.Possible);
      assertEquals(!comparison.includesEqual(), answer instanceof PolytopeSolver.Answer.Infeasible);
    }
  }

  @Test
  void prefersPointsWithAMargin() {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.ONE);
    ExactBox box = Networks.unitBox(2);
    PolytopeSolver.Answer.Possible possible =
        assertInstanceOf(
            PolytopeSolver.Answer.Possible.class,
            solve(network, event, box, limits(LONG, 2_000_000_000), LONG));
    List<Rational> best = possible.points().get(0);
    assertTrue(box.containsInside(best));
    assertTrue(
        network.evaluateExactly(Networks.array(best))[0].compareTo(Rational.parse("1.1")) > 0);
  }

  @Test
  void givesUpWithinItsLimits() throws IOException {
    Network network = Networks.iris();
    Rational half = Rational.of(1, 2);
    ExactBox box = Networks.unitBox(2).below(0, half).below(1, half);
    assertTrue(
        CellBounds.of(Layers.of(network), Networks.space(box), box, Stop.NEVER).unproven()
            > 10); // seconds of work
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(8));
    for (WitnessLimits tight :
        List.of(limits(Duration.ofMillis(5), 2_000_000_000), limits(LONG, 1))) {
      PolytopeSolver.Answer answer = solve(network, event, box, tight, LONG);
      assertFalse(assertInstanceOf(PolytopeSolver.Answer.GivenUp.class, answer).reason().isBlank());
    }
    assertThrows(
        StoppedException.class,
        () -> solve(network, event, box, limits(LONG, 2_000_000_000), Duration.ZERO));
  }
}
