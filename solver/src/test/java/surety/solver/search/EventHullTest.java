package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.solver.search.PlainEvent.And;
import surety.solver.search.PlainEvent.Comparison;
import surety.solver.search.PlainEvent.Not;
import surety.solver.search.PlainEvent.Or;

class EventHullTest {
  /** The triangle (0, 0), (1, 0), (1, 1), with the coordinates themselves as rows. */
  private static final double[][] TRIANGLE = {{0, 0}, {1, 0}, {1, 1}};

  private static final double[] ROWS = {0, 1, 1, 0, 0, 1};

  private static Vertex vertex(double... z) {
    return new Vertex(z, new double[0], new double[0], new long[0], new long[0], new double[0]);
  }

  private static Vertex[] vertices(double[][] corners) {
    return Arrays.stream(corners).map(EventHullTest::vertex).toArray(Vertex[]::new);
  }

  private static SimplexRows rows(double[] lower, double[] upper) {
    return new SimplexRows(lower, upper, new HalfSpaceFraction(2));
  }

  private static void assertHull(PlainEvent event, boolean inside, double... ends) {
    EventHull.Hull hull = EventHull.of(event, inside, vertices(TRIANGLE), rows(ROWS, ROWS));
    double[] found = {hull.lower()[0], hull.upper()[0], hull.lower()[1], hull.upper()[1]};
    assertArrayEquals(ends, found, 1e-15);
  }

  private static Comparison below(int row, double t) {
    return new Comparison(row, t, true);
  }

  @Test
  void aHalfSpaceIsCutOff() {
    assertHull(below(0, 0.25), true, 0, 0.25, 0, 0.25);
    assertHull(below(0, 0.25), false, 0.25, 1, 0, 1);
    assertHull(new Not(below(1, 0.5)), true, 0.5, 1, 0.5, 1);
    assertHull(new Not(below(1, 0.5)), false, 0, 1, 0, 0.5);
  }

  @Test
  void whatIsDecidedCutsNothingOff() {
    assertHull(below(0, 2), true, 0, 1, 0, 1);
    assertHull(new And(List.of(below(0, 2), below(1, 0.25))), true, 0, 1, 0, 0.25);
    assertHull(new Or(List.of(below(0, -1), below(0, 0.25))), true, 0, 0.25, 0, 0.25);
  }

  @Test
  void severalComparisonsMeet() {
    PlainEvent left = below(0, 0.5);
    PlainEvent low = below(1, 0.25);
    assertHull(new And(List.of(left, low)), true, 0, 0.5, 0, 0.25);
    assertHull(new And(List.of(left, low)), false, 0.25, 1, 0, 1);
    assertHull(new Or(List.of(left, low)), true, 0, 1, 0, 0.5);
    assertHull(new Or(List.of(left, low)), false, 0.5, 1, 0.25, 1);
  }

  /** Of nothing that may be left, the box around the whole cell is right. */
  @Test
  void whatNeverHappensHasTheWholeBox() {
    assertHull(below(0, -1), true, 0, 1, 0, 1);
    PlainEvent apart = new And(List.of(below(0, 0.25), new Not(below(0, 0.75))));
    assertHull(apart, true, 0, 1, 0, 1);
  }

  /** Whatever the bounds leave open, no point where it happens is outside. */
  @Test
  void noPointWhereItHappensIsOutside() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 2000; round++) {
      double[][] corners = new double[3][2];
      double[] values = new double[6];
      double[] lower = new double[6];
      double[] upper = new double[6];
      for (int i = 0; i < 6; i++) {
        corners[i % 3][i / 3] = random.nextDouble();
        values[i] = random.nextDouble();
        lower[i] = values[i] - 0.1 * random.nextDouble();
        upper[i] = values[i] + 0.1 * random.nextDouble();
      }
      PlainEvent event = Cases.event(random, 2, 2, 0.25, 0.5, 0.75);
      boolean inside = random.nextBoolean();
      EventHull.Hull hull = EventHull.of(event, inside, vertices(corners), rows(lower, upper));
      for (int k = 0; k < 20; k++) {
        double[] weights = Cases.barycentric(random, 3);
        double[] y = new double[2];
        double[] z = new double[2];
        for (int i = 0; i < 3; i++) {
          for (int q = 0; q < 2; q++) {
            y[q] += weights[i] * values[3 * q + i];
            z[q] += weights[i] * corners[i][q];
          }
        }
        for (int q = 0; event.holds(y) == inside && q < 2; q++) {
          assertTrue(hull.lower()[q] <= z[q] + 1e-12 && z[q] <= hull.upper()[q] + 1e-12);
        }
      }
    }
  }
}
