package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.cell.Threshold;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.solver.witness.Neurons.Neuron;

class CellBoundsTest {
  private static CompiledEvent.Decided decided(String decision) {
    return new CompiledEvent.Decided(decision.equals("ALWAYS"));
  }

  private static void assertDecision(String decision, CompiledEvent left) {
    if (decision.equals("OPEN")) {
      assertFalse(left instanceof CompiledEvent.Decided, left::toString);
    } else {
      assertEquals(decided(decision), left);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void containTheValuesAtAllPoints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 20; trial++) {
      int n = 1 + random.nextInt(4);
      Network network = Networks.random(random, n, 6, 6, 2);
      Atom event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
      ExactProblem problem = Networks.problem(network, event, Networks.unit(n));
      Cell cell = Networks.cell(problem, random);
      CellBounds bounds = Networks.bounds(problem, cell);
      WireForm form = problem.problem().forms().get(0);
      for (int k = 0; k < 30; k++) {
        List<Rational> point = Networks.inside(problem, cell, random);
        List<Rational> wires = wires(network, point);
        Rational value = form.bias();
        for (int wire : form.weights().keySet()) {
          value = value.plus(form.weight(wire).times(wires.get(wire)));
        }
        assertTrue(bounds.form(0).contains(value));
        for (Neuron neuron : problem.neurons().all()) {
          assertTrue(bounds.entering(neuron).contains(wires.get(neuron.entering())));
        }
      }
    }
  }

  /** All wires at a point, exactly. */
  private static List<Rational> wires(Network network, List<Rational> point) {
    Network all = new Network(network.inputs(), network.gates(), Wires.range(0, network.wires()));
    return List.of(all.evaluateExactly(Networks.array(point)));
  }

  /** Where all signs are proven, also far outside, the form is known exactly: slopes cancel. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void containTheValuesFarOutside(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Network network = Networks.random(random, 2, 6, 6, 2);
    Atom event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
    ExactProblem problem = Networks.problem(network, event, "normal(0, 1)", "uniform(0, 1)");
    assertEquals(2, problem.outside().size());
    for (BoxCell box : problem.outside()) {
      CellBounds bounds = Networks.bounds(problem, box);
      double sign = box.sides().get(0).lower().isBounded() ? 1 : -1;
      for (int k = 0; k < 30; k++) {
        double far = sign * 8 * Math.scalb(1 + random.nextDouble(), random.nextInt(40));
        List<Rational> point =
            List.of(Rational.ofDouble(far), Rational.ofDouble(random.nextDouble()));
        List<Rational> wires = wires(network, point);
        for (Neuron neuron : problem.neurons().all()) {
          assertTrue(bounds.entering(neuron).contains(wires.get(neuron.entering())));
        }
      }
    }
  }

  @Test
  void forgetNoSlopesWhereSignsAreProven() {
    Network network = // relu(x) - relu(x - 1)
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}, {1}}, new double[] {0, -1}),
                ActivationLayer.uniform(2, Activation.RELU),
                AffineLayer.of(new double[][] {{1, -1}}, new double[1])));
    Atom event = Networks.event(network, 0, Comparison.GREATER, Rational.of(2));
    ExactProblem problem = Networks.problem(network, event, "exponential(1)");
    CellBounds far = Networks.bounds(problem, Networks.box(problem, 8, Double.POSITIVE_INFINITY));
    assertEquals(0, far.unproven());
    assertEquals(Interval.ONE, far.form(0));
    assertTrue(far.split().isEmpty());
    CellBounds all = Networks.bounds(problem, Networks.box(problem, 0, Double.POSITIVE_INFINITY));
    assertEquals(1, all.unproven());
    List<Cell> parts = all.split().orElseThrow();
    assertEquals(Interval.of(1), ((BoxCell) parts.get(0)).sides().get(0).upper());
    assertEquals(Interval.of(1), ((BoxCell) parts.get(1)).sides().get(0).lower());
  }

  @Test
  void areTightWhereTheNetworkIsAffine() {
    Network network = Networks.twiceMinimum();
    Atom event = Networks.event(network, 0, Comparison.LESS, Rational.of(1, 2));
    ExactProblem problem = Networks.problem(network, event, Networks.unit(2));
    BoxCell box = Networks.box(problem, 0, 0.5, 0.5, 1); // x0 <= x1 here
    CellBounds bounds = Networks.bounds(problem, box);
    assertEquals(0, bounds.unproven());
    assertEquals(0, bounds.form(0).lower(), 1e-12);
    assertEquals(1, bounds.form(0).upper(), 1e-12);
    assertTrue(bounds.split().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "LESS, 0, NEVER",
    "LESS_OR_EQUAL, 0, OPEN",
    "LESS, 1, OPEN",
    "LESS_OR_EQUAL, 1, ALWAYS",
    "GREATER, 1, NEVER",
    "GREATER_OR_EQUAL, 1, OPEN",
    "GREATER, 0, OPEN",
    "GREATER_OR_EQUAL, 0, ALWAYS",
    "GREATER, 1e-400, OPEN",
    "LESS_OR_EQUAL, -1e-400, NEVER",
    "GREATER, -1e400, ALWAYS",
    "LESS, -1e400, NEVER"
  })
  void decideExactlyAtTheirEnds(Comparison comparison, String threshold, String decision) {
    Network network = Networks.relu();
    Atom event = Networks.event(network, 0, comparison, Rational.parse(threshold));
    ExactProblem problem = Networks.problem(network, event, Networks.unit(1));
    CellBounds bounds = Networks.bounds(problem, problem.root());
    assertDecision(decision, bounds.open(problem.problem().event(event)));
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, -1e400, ALWAYS",
    "LESS, 0, NEVER",
    "LESS, 1, NEVER",
    "LESS_OR_EQUAL, 1, OPEN",
    "GREATER, 1e300, OPEN"
  })
  void ofUnboundedCellsAreUnbounded(Comparison comparison, String threshold, String decision) {
    Network network = Networks.relu();
    Atom event = Networks.event(network, 0, comparison, Rational.parse(threshold));
    ExactProblem problem = Networks.problem(network, event, "exponential(1)");
    BoxCell line = Networks.box(problem, 1, Double.POSITIVE_INFINITY);
    CellBounds bounds = Networks.bounds(problem, line);
    assertEquals(Interval.of(1, Double.POSITIVE_INFINITY), bounds.form(0));
    assertDecision(decision, bounds.open(problem.problem().event(event)));
  }

  @ParameterizedTest
  @CsvSource({"GREATER, 0.5, 0.5", "LESS, 0.5, 0.5", "GREATER, 2, -1", "LESS, 0.25, 0.25"})
  void promiseHowFarAnEventCanGo(Comparison comparison, String threshold, double promise) {
    Network network = Networks.twiceMinimum();
    Atom event = Networks.event(network, 0, comparison, Rational.parse(threshold));
    ExactProblem problem = Networks.problem(network, event, Networks.unit(2));
    CellBounds bounds = Networks.bounds(problem, Networks.box(problem, 0, 0.5, 0.5, 1));
    CompiledEvent.Comparison compiled =
        new CompiledEvent.Comparison(
            0, Threshold.of(Rational.parse(threshold), false), comparison.isBelow());
    assertEquals(promise, bounds.promise(compiled), 1e-12);
    CompiledEvent never =
        new CompiledEvent.Comparison(0, Threshold.of(Rational.of(9), true), false);
    List<CompiledEvent> both = List.of(compiled, never);
    assertEquals(-8, bounds.promise(new CompiledEvent.Combination(true, both)), 1e-12);
    assertEquals(promise, bounds.promise(new CompiledEvent.Combination(false, both)), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void partsLeaveNoPointOfTheirCellOut(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(3);
    Network network = Networks.random(random, n, 6, 6, 1);
    Atom event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
    ExactProblem problem = Networks.problem(network, event, Networks.unit(n));
    Cell cell = Networks.cell(problem, random);
    CellBounds bounds = Networks.bounds(problem, cell);
    assertEquals(bounds.unproven() == 0, bounds.split().isEmpty());
    List<Cell> parts = bounds.split().orElse(List.of(cell, cell));
    assertEquals(2, parts.size());
    for (int k = 0; k < 50; k++) {
      List<Rational> x = Networks.inside(problem, cell, random);
      assertTrue(
          parts.stream()
              .map(part -> problem.space().hull(part))
              .anyMatch(hull -> contains(hull, x)));
    }
  }

  private static boolean contains(List<Range> ranges, List<Rational> x) {
    return IntStream.range(0, x.size()).allMatch(q -> ranges.get(q).contains(x.get(q)));
  }
}
