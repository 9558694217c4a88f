package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.stop.Stop;
import surety.solver.layers.Layers;

class CellBoundsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void containTheValuesAtAllPoints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 20; trial++) {
      int n = 1 + random.nextInt(4);
      Network network = Networks.random(random, n, 6, 6, 2);
      ExactCell cell = random.nextBoolean() ? Networks.unitBox(n) : Networks.simplex(random, n);
      InputSpace space = Networks.space(Networks.unitBox(n));
      Atom event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
      Interval form = CellBounds.of(Layers.of(network), space, cell, Stop.NEVER).form(event.form());
      for (double[] point : SamplePoints.of(cell, 30)) {
        List<Rational> exact = Arrays.stream(point).mapToObj(Rational::ofDouble).toList();
        if (cell.contains(exact)) {
          assertTrue(form.contains(network.evaluateExactly(Networks.array(exact))[0]));
        }
      }
    }
  }

  @Test
  void areTightWhereTheNetworkIsAffine() {
    Network network = Networks.twiceMinimum();
    Rational half = Rational.of(1, 2);
    List<Rational> low = List.of(Rational.ZERO, half);
    ExactBox box = ExactBox.of(low, List.of(half, Rational.ONE)); // x0 <= x1 here
    CellBounds bounds = CellBounds.of(Layers.of(network), Networks.space(box), box, Stop.NEVER);
    assertEquals(0, bounds.unproven());
    Atom event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
    assertEquals(Interval.of(0, 1), bounds.form(event.form()));
    assertTrue(bounds.split(box).isEmpty());
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
    ExactBox box = Networks.unitBox(1);
    Atom event = Networks.event(network, 0, comparison, Rational.parse(threshold));
    assertEquals(
        CellBounds.Decision.valueOf(decision),
        CellBounds.of(Layers.of(network), Networks.space(box), box, Stop.NEVER).decide(event));
  }

  @ParameterizedTest
  @CsvSource({"GREATER, -1e400, OPEN", "LESS, 0, NEVER", "GREATER, 1e300, OPEN"})
  void ofUnboundedCellsAreUnbounded(Comparison comparison, String threshold, String decision) {
    Network network = Networks.relu();
    ExactBox line = new ExactBox(List.of(Range.atLeast(Rational.ONE)));
    Atom event = Networks.event(network, 0, comparison, Rational.parse(threshold));
    CellBounds bounds = CellBounds.of(Layers.of(network), Networks.space(line), line, Stop.NEVER);
    assertEquals(Interval.of(1, Double.POSITIVE_INFINITY), bounds.form(event.form()));
    assertEquals(
        decision.equals("OPEN") && comparison == Comparison.GREATER && threshold.startsWith("-")
            ? CellBounds.Decision.ALWAYS
            : CellBounds.Decision.valueOf(decision),
        bounds.decide(event));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void partsCoverTheirCellAndShareNoInnerPoint(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(3);
    Network network = Networks.random(random, n, 6, 6, 1);
    ExactCell cell = random.nextBoolean() ? Networks.unitBox(n) : Networks.simplex(random, n);
    CellBounds bounds =
        CellBounds.of(Layers.of(network), Networks.space(Networks.unitBox(n)), cell, Stop.NEVER);
    bounds
        .split(cell)
        .ifPresent(
            parts -> {
              for (double[] point : SamplePoints.of(cell, 50)) {
                List<Rational> x = Arrays.stream(point).mapToObj(Rational::ofDouble).toList();
                assertEquals(cell.contains(x), parts.stream().anyMatch(part -> part.contains(x)));
                assertTrue(parts.stream().filter(part -> part.containsInside(x)).count() <= 1);
              }
            });
  }
}
