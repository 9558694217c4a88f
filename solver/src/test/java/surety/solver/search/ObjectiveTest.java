package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
  /** Two rows over a triangle; the first is known up to 0.2, the second exactly. */
  private static final double[] LOWER = {0, 1, 2, -1, 1, 3};

  private static final double[] UPPER = {0.2, 1.2, 2.2, -1, 1, 3};

  private static SimplexRows triangle(double[] lower, double[] upper) {
    return new SimplexRows(lower, upper, new HalfSpaceFraction(2));
  }

  private static final RowBounds TRIANGLE = triangle(LOWER, UPPER);

  @Test
  void aSingleComparisonIsAThreshold() {
    Objective threshold = new ThresholdObjective(0.7, true);
    Objective event = new ProbabilityObjective(Cases.atMost(0, 0.7));
    assertEquals(threshold.gap(TRIANGLE), event.gap(TRIANGLE));
    assertEquals(threshold.lower(TRIANGLE), event.lower(TRIANGLE));
    assertEquals(threshold.event(), event.event());
    assertTrue(threshold.gap(TRIANGLE) > 0.05);
  }

  @Test
  void theGapOfAMeanIsTheMeanWidth() {
    assertEquals(0.2, new MeanObjective(0, 0).gap(TRIANGLE), 1e-15);
    assertEquals(0, new MeanObjective(1, 0).gap(TRIANGLE));
    assertEquals(0, new MeanObjective(0, 0, PlainEvent.never()).gap(TRIANGLE));
    assertEquals(0.2, new MeanObjective(0, 0, Cases.atMost(1, 9)).gap(TRIANGLE), 1e-15);
    assertEquals(0, new MeanObjective(0, 0, Cases.atMost(1, -2)).gap(TRIANGLE));
  }

  /** Row 1 is from -1 to 3. */
  @Test
  void unknownMassIsWorthWhatMayBeIntegratedOverIt() {
    assertEquals(1, new ThresholdObjective(0.7, true).worth(TRIANGLE));
    assertEquals(3, new MeanObjective(1, 0).worth(TRIANGLE), 1e-15);
    assertEquals(2, new MeanObjective(1, 1).worth(TRIANGLE), 1e-15);
    assertEquals(0, new MeanObjective(1, 1, PlainEvent.never()).worth(TRIANGLE));
    Objective square = new ProductObjective(1, 1, 1, 1);
    assertEquals(4, square.worth(TRIANGLE), 1e-15);
    SumObjective.Weighted half = new SumObjective.Weighted(0.5, square);
    Objective sum =
        new SumObjective(
            List.of(half, new SumObjective.Weighted(3, new ThresholdObjective(0.7, true))));
    assertEquals(5, sum.worth(TRIANGLE), 1e-15);
  }

  /** Its share of 1/8 times the range; of what happens but there, the mean minus that. */
  @Test
  void overAnOpenEventItIsTheShareTimesTheRange() {
    MeanObjective inside =
        new MeanObjective(1, 0, Cases.atMost(1, 0)); // the range is [-1, 3], and 1/8 is below 0
    assertEquals(0.125 * 4, inside.gap(TRIANGLE), 1e-15);
    assertEquals(
        0.125 * 4, new MeanObjective(1, 0, Cases.not(inside.given())).gap(TRIANGLE), 1e-15);
  }

  /**
   * In the middle of the triangle it is certain that the mean lies between bounds that far apart.
   */
  @Test
  void productsAreCentresTimesRadiiAndRadiiTimesRadii() {
    assertEquals(0, new ProductObjective(1, 0.5, 1, 0.5).gap(TRIANGLE));
    double expected = 0.2 * (2 + 0 + 2) / 3; // |row 1 - 1| at the corners
    assertEquals(expected, new ProductObjective(0, 7, 1, 1).gap(TRIANGLE), 1e-12);
    assertEquals(expected, new ProductObjective(1, 1, 0, -7).gap(TRIANGLE), 1e-12);
    double square = 2 * (0.1 * (1 + 0 + 1) * 2 + 3 * 0.01) / 3; // around the middle 1.1
    assertEquals(square, new ProductObjective(0, 1.1, 0, 1.1).gap(TRIANGLE), 1e-12);
  }

  /** Of any functions between the bounds, on any sample, the means differ by no more. */
  @Test
  void whateverIsBetweenTheBoundsIsWithinTheGap() {
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 300; k++) {
      double[] lower = Cases.point(random, 6, 1);
      double[] upper = lower.clone();
      for (int i = 0; i < 6; i++) {
        upper[i] += 0.3 * random.nextDouble();
      }
      RowBounds rows = triangle(lower, upper);
      double[] a = new double[2000];
      double[] b = new double[2000];
      double least = 0;
      double greatest = 0;
      PlainEvent event = Cases.atMost(1, 0.1);
      double leastOver = 0;
      double greatestOver = 0;
      for (int point = 0; point < a.length; point++) {
        double[] at = Cases.barycentric(random, 3);
        double[] low = {dot(at, lower, 0), dot(at, lower, 3)};
        double[] high = {dot(at, upper, 0), dot(at, upper, 3)};
        a[point] = low[0];
        b[point] = high[0];
        least += low[0] / a.length;
        greatest += high[0] / a.length;
        boolean surely = event.holds(high);
        boolean perhaps = event.holds(low);
        leastOver += (perhaps ? Math.min(low[0], surely ? low[0] : 0) : 0) / a.length;
        greatestOver += (perhaps ? Math.max(high[0], surely ? high[0] : 0) : 0) / a.length;
      }
      double slack = 0.03; // of the sample
      assertTrue(greatest - least <= new MeanObjective(0, 0).gap(rows) + slack);
      double gap = new MeanObjective(0, 0, event).gap(rows);
      assertTrue(greatestOver - leastOver <= gap + slack, gap + " " + (greatestOver - leastOver));
    }
  }

  private static double dot(double[] at, double[] values, int from) {
    return at[0] * values[from] + at[1] * values[from + 1] + at[2] * values[from + 2];
  }

  @Test
  void aSumWeighsItsTerms() {
    Objective first = new MeanObjective(0, 0);
    Objective second = new ThresholdObjective(1.5, true);
    SumObjective sum =
        new SumObjective(
            List.of(new SumObjective.Weighted(2, first), new SumObjective.Weighted(5, second)));
    assertEquals(2 * first.gap(TRIANGLE) + 5 * second.gap(TRIANGLE), sum.gap(TRIANGLE), 1e-15);
    assertEquals(1, sum.range());
    assertFalse(sum.isDecided(TRIANGLE), "a mean needs the density everywhere");
    assertEquals(Optional.empty(), sum.event());
    assertEquals(0, sum.lower(TRIANGLE));
    SumObjective events =
        new SumObjective(
            List.of(new SumObjective.Weighted(1, second), new SumObjective.Weighted(1, second)));
    assertEquals(Optional.empty(), events.event());
  }

  /** The values of the first row are between 0 and 2.2, those of the second between -1 and 3. */
  @Test
  void theDensityDoesNotMatterWhereAllIsDecided() {
    PlainEvent never = Cases.atMost(0, -1);
    PlainEvent always = Cases.atMost(1, 5);
    PlainEvent open = Cases.atMost(0, 0.7);
    Objective mean = new MeanObjective(0, 0, never);
    assertTrue(mean.isDecided(TRIANGLE));
    assertFalse(
        new MeanObjective(0, 0, always).isDecided(TRIANGLE), "the mean over all of it is open");
    for (PlainEvent event : List.of(never, always)) {
      assertTrue(new ProbabilityObjective(event).isDecided(TRIANGLE));
      Objective both =
          new SumObjective(
              List.of(
                  new SumObjective.Weighted(1, new ProbabilityObjective(event)),
                  new SumObjective.Weighted(0, mean)));
      assertTrue(both.isDecided(TRIANGLE));
    }
    assertFalse(new ProbabilityObjective(open).isDecided(TRIANGLE));
    assertFalse(new ThresholdObjective(0.7, true).isDecided(TRIANGLE));
    ThresholdObjective beyond = new ThresholdObjective(9, true);
    assertTrue(new PointsObjective(List.of(beyond)).isDecided(TRIANGLE));
    assertFalse(
        new PointsObjective(List.of(new ThresholdObjective(0.7, true), beyond))
            .isDecided(TRIANGLE));
    assertTrue(new BandObjective(new double[] {3, 4}).isDecided(TRIANGLE));
    assertTrue(new BandObjective(new double[] {-4, -3}).isDecided(TRIANGLE));
    assertFalse(new BandObjective(new double[] {-4, 4}).isDecided(TRIANGLE), "in between it is");
  }

  /** The first row is known up to 0.2. */
  @Test
  void nearAThresholdTheCdfIsTheMeanOverAWindow() {
    assertEquals(0.4, new NearObjective(0, 1, 1.5).gap(TRIANGLE), 1e-15);
    assertEquals(
        1, new NearObjective(0, 1, 1.001).gap(TRIANGLE), "no gap of a probability is more");
    assertEquals(1, new NearObjective(0, 1, 1.5).worth(TRIANGLE));
    assertArrayEquals(new double[] {2, 0}, new NearObjective(0, 1, 1.5).weights(TRIANGLE, 2));
    for (NearObjective far :
        List.of(new NearObjective(0, 2.3, 2.4), new NearObjective(0, -0.2, -0.1))) {
      assertEquals(0, far.gap(TRIANGLE));
      assertTrue(far.isDecided(TRIANGLE));
      assertArrayEquals(new double[2], far.weights(TRIANGLE, 2));
    }
  }

  /** The greatest value of the first row is 2.2. */
  @Test
  void anExcessIsNoMoreThanTheGreatestOne() {
    assertEquals(0.2, new ExcessObjective(0, 1).gap(TRIANGLE), 1e-15);
    assertEquals(0.1, new ExcessObjective(0, 2.1).gap(TRIANGLE), 1e-15);
    assertEquals(1.2, new ExcessObjective(0, 1).worth(TRIANGLE), 1e-15);
    assertArrayEquals(new double[] {1, 0}, new ExcessObjective(0, 1).weights(TRIANGLE, 2));
    ExcessObjective far = new ExcessObjective(0, 2.3);
    assertEquals(0, far.gap(TRIANGLE));
    assertEquals(0, far.worth(TRIANGLE));
    assertTrue(far.isDecided(TRIANGLE));
    assertArrayEquals(new double[2], far.weights(TRIANGLE, 2));
  }

  @Test
  void rowsWeighWhereTheyMatter() {
    assertArrayEquals(new double[] {1}, new MeanObjective(0, 0).weights(triangle(LOWER, UPPER), 1));
    assertArrayEquals(new double[] {1, 0}, new MeanObjective(0, 0).weights(TRIANGLE, 2));
    Objective event = new ProbabilityObjective(Cases.and(Cases.atMost(1, 1), Cases.atMost(0, 5)));
    assertArrayEquals(new double[] {0, 0.25}, event.weights(TRIANGLE, 2), "the other is decided");
    Objective twice = new SumObjective(List.of(new SumObjective.Weighted(2, event)));
    assertArrayEquals(new double[] {0, 0.5}, twice.weights(TRIANGLE, 2));
    Objective product = new ProductObjective(0, 0, 1, 0);
    assertArrayEquals(new double[] {3, 2.2}, product.weights(TRIANGLE, 2), 1e-15);
    Objective far = new BandObjective(new double[] {10, 20});
    assertArrayEquals(new double[] {0, 0}, far.weights(TRIANGLE, 2));
  }

  @Test
  void onlyWhatIsOpenHasToBeDecided() {
    PlainEvent.Comparison first = new PlainEvent.Comparison(0, 1, true);
    PlainEvent.Comparison second = new PlainEvent.Comparison(1, 1, true);
    PlainEvent decided = Cases.atMost(1, 5);
    assertEquals(
        List.of(), atoms(new ProbabilityObjective(Cases.and(first, decided))), "one row is exact");
    assertEquals(
        List.of(first, second), atoms(new ProbabilityObjective(Cases.and(first, second, decided))));
    assertEquals(List.of(first), atoms(new MeanObjective(1, 0, Cases.and(first, decided))));
    assertEquals(List.of(), atoms(new MeanObjective(1, 0)));
    Objective unimportant =
        new SumObjective(List.of(new SumObjective.Weighted(0, new MeanObjective(1, 0, first))));
    assertEquals(List.of(), atoms(unimportant));
  }

  private static List<PlainEvent.Comparison> atoms(Objective objective) {
    List<PlainEvent.Comparison> atoms = new ArrayList<>();
    objective.addOpenAtoms(TRIANGLE, atoms);
    return atoms;
  }

  /** The means of the band from -infinity to t are those of max(t - g, 0). */
  @Test
  void aBandWithoutLowerEndIsAShortfall() {
    Objective shortfall = new BandObjective(0, new double[] {Double.NEGATIVE_INFINITY, 1});
    assertEquals(0.2, shortfall.gap(TRIANGLE), 1e-15);
    double[] far = {5, 6, 7, 0, 0, 0};
    assertEquals(0, shortfall.gap(triangle(far, new double[] {6, 7, 8, 0, 0, 0})));
  }
}
