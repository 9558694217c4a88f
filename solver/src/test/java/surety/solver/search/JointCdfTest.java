package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import surety.solver.search.JointCdf.Axis;

/** The gap of a grid is the sum of its points', each as an event of its own. */
class JointCdfTest {
  private static RowBounds rows(SplittableRandom random, int rows) {
    double[] lower = Cases.point(random, 3 * rows, 1);
    double[] upper = lower.clone();
    for (int i = 0; i < lower.length; i++) {
      upper[i] += random.nextInt(3) == 0 ? 0 : 0.5 * random.nextDouble();
    }
    return new SimplexRows(lower, upper, new HalfSpaceFraction(2));
  }

  private static Axis axis(SplittableRandom random, int row) {
    boolean isBelow = random.nextInt(4) > 0;
    double[] thresholds = Cases.point(random, random.nextInt(1, 5), 1.2);
    Arrays.sort(thresholds);
    if (!isBelow) {
      for (int i = 0; i < thresholds.length; i++) {
        thresholds[i] = -thresholds[i];
      }
    }
    return new Axis(row, isBelow, thresholds, random.nextInt(2));
  }

  private static List<PlainEvent> events(Axis axis) {
    List<PlainEvent> events = new ArrayList<>();
    for (double t : axis.thresholds()) {
      PlainEvent below = new PlainEvent.Comparison(axis.row(), t, axis.isBelow());
      events.add(axis.isBelow() ? below : Cases.not(below));
    }
    for (int k = 0; k < axis.always(); k++) {
      events.add(PlainEvent.always());
    }
    return events;
  }

  /** Of all points, the last axis' event changing first. */
  private static List<PlainEvent> points(List<Axis> axes) {
    List<PlainEvent> points = List.of(PlainEvent.always());
    for (Axis axis : axes) {
      List<PlainEvent> more = new ArrayList<>();
      for (PlainEvent point : points) {
        for (PlainEvent event : events(axis)) {
          more.add(Cases.and(point, event));
        }
      }
      points = more;
    }
    return points;
  }

  private static double[] naive(List<Axis> axes, RowBounds rows) {
    return points(axes).stream().mapToDouble(p -> new ProbabilityObjective(p).gap(rows)).toArray();
  }

  private static double[] gaps(JointCdf cdf, RowBounds rows) {
    double[] sums = new double[cdf.points()];
    cdf.addGaps(rows, 1, sums);
    return sums;
  }

  private static List<Axis> axes(SplittableRandom random, boolean isSameRow) {
    List<Axis> axes = new ArrayList<>();
    for (int row = random.nextInt(1, 4) - 1; row >= 0; row--) {
      axes.add(axis(random, isSameRow ? 0 : row));
    }
    return axes;
  }

  @Test
  void eachPointHasTheGapOfItsEvent() {
    SplittableRandom random = new SplittableRandom(41);
    double all = 0;
    for (int i = 0; i < 500; i++) {
      List<Axis> axes = axes(random, random.nextInt(4) == 0);
      JointCdf cdf = new JointCdf(axes, PlainEvent.always());
      RowBounds rows = rows(random, 3);
      double[] expected = naive(axes, rows);
      assertArrayEquals(expected, gaps(cdf, rows), 1e-12, axes.toString());
      assertEquals(Arrays.stream(expected).sum(), cdf.gap(rows), 1e-10);
      assertEquals(expected.length, cdf.range());
      all += cdf.gap(rows);
    }
    assertTrue(all > 100, "" + all);
  }

  /** With a condition both parts of a conditional probability count. */
  @Test
  void givenAnEventBothPartsCount() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 300; i++) {
      List<Axis> axes = axes(random, false);
      PlainEvent given = Cases.atMost(random.nextInt(3), random.nextDouble() - 0.5);
      JointCdf cdf = new JointCdf(axes, given);
      RowBounds rows = rows(random, 3);
      Share share = EventShare.of(given, rows);
      double[] gaps = gaps(cdf, rows);
      List<PlainEvent> points = points(axes);
      for (int k = 0; k < gaps.length; k++) {
        double inside = new ProbabilityObjective(Cases.and(points.get(k), given)).gap(rows);
        double outside =
            new ProbabilityObjective(Cases.and(Cases.not(points.get(k)), given)).gap(rows);
        // of a condition that is certain one part says all of the other
        double least = share.isAll() ? inside : share.isNone() ? 0 : inside + outside;
        assertTrue(gaps[k] >= least - 1e-12, () -> axes + " given " + given);
        assertTrue(gaps[k] <= Math.max(inside + outside, share.gap()) + 1e-12);
      }
      assertEquals(Arrays.stream(gaps).sum(), cdf.gap(rows), 1e-10);
    }
  }

  /** A rare condition makes all gaps larger. */
  @Test
  void gapsAreWeighed() {
    List<Axis> axes = List.of(new Axis(0, true, new double[] {0.5, 1.5}, 1));
    double[] values = {0, 1, 2};
    double[] above = {0.5, 1.5, 2.5};
    RowBounds rows = new SimplexRows(values, above, new HalfSpaceFraction(2));
    PlainEvent given = Cases.atMost(0, 1);
    JointCdf plain = new JointCdf(axes, given);
    JointCdf weighed = new JointCdf(axes, given, 8);
    assertEquals(8 * plain.gap(rows), weighed.gap(rows), 1e-12);
    assertArrayEquals(
        Arrays.stream(gaps(plain, rows)).map(gap -> 8 * gap).toArray(), gaps(weighed, rows), 1e-12);
    assertEquals(8, weighed.worth(rows));
    double[] weights = new double[1];
    weighed.addWeights(rows, 1, weights);
    double[] expected = new double[1];
    plain.addWeights(rows, 8, expected);
    assertArrayEquals(expected, weights, 1e-12);
  }

  /** It does not matter for a point how the mass is spread where each of its shares is decided. */
  @Test
  void aDecidedCellDecidesEachPoint() {
    SplittableRandom random = new SplittableRandom(43);
    int decided = 0;
    for (int i = 0; i < 500; i++) {
      List<Axis> axes = axes(random, random.nextInt(4) == 0);
      PlainEvent given = Cases.atMost(random.nextInt(3), 3 * random.nextDouble() - 1.5);
      RowBounds rows = rows(random, 3);
      if (new JointCdf(axes, given).isDecided(rows)) {
        decided++;
        for (PlainEvent point : points(axes)) {
          assertTrue(EventShare.of(Cases.and(point, given), rows).isDecided(), axes::toString);
        }
      }
    }
    assertTrue(decided > 50 && decided < 450, "" + decided);
  }

  @Test
  void rowsWeighWherePointsAreOpen() {
    double[] values = {0, 1, 2, 5, 5, 5};
    RowBounds rows = new SimplexRows(values, values, new HalfSpaceFraction(2));
    Axis open = new Axis(0, true, new double[] {-1, 0.5, 1.5, 3}, 0);
    Axis decided = new Axis(1, true, new double[] {4, 6, 7}, 0);
    JointCdf cdf = new JointCdf(List.of(open, decided), PlainEvent.always());
    double[] weights = new double[2];
    cdf.addWeights(rows, 3, weights);
    // two thresholds are open, at two places of the other axis; the range is 2
    assertArrayEquals(new double[] {3 * 2 * 2 / 2.0, 0}, weights);
    TreeSet<PlainEvent.Comparison> atoms = new TreeSet<>();
    cdf.addOpenAtoms(rows, atoms);
    assertEquals(0, atoms.size(), "one row is no reason to cut along it");
    Axis other = new Axis(0, false, new double[] {1.5, 0.5}, 0);
    new JointCdf(List.of(open, other), PlainEvent.always()).addOpenAtoms(rows, atoms);
    assertEquals(2, atoms.size());
  }

  @Test
  void whereAnAxisReachesNothingNothingIsOpen() {
    double[] values = {0, 1, 2, 5, 6, 7};
    RowBounds rows = new SimplexRows(values, values, new HalfSpaceFraction(2));
    Axis open = new Axis(0, true, new double[] {0.5, 1.5}, 0);
    Axis never = new Axis(1, true, new double[] {4}, 0);
    JointCdf cdf = new JointCdf(List.of(open, never), PlainEvent.always());
    double[] weights = new double[2];
    cdf.addWeights(rows, 1, weights);
    assertEquals(0, cdf.gap(rows));
    assertArrayEquals(new double[2], weights);
    JointCdf nothing =
        new JointCdf(List.of(open, new Axis(0, true, new double[0], 0)), PlainEvent.always());
    assertEquals(0, nothing.gap(rows));
    assertEquals(0, nothing.points());
    assertEquals(1, nothing.range());
  }
}
