package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.solver.search.PlainEvent;
import surety.solver.search.RareEvents;

class RowSampleTest {
  /** 0, 1, ..., 99 with one hundredth each. */
  private static RowSample hundred() {
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < 100; k++) {
      rows.add(new double[] {k, -k});
    }
    return RowSample.even(rows);
  }

  private static final PlainEvent FROM_90 =
      new PlainEvent.Not(new PlainEvent.Comparison(0, 90, false));

  @Test
  void allPointsCountAlike() {
    assertEquals(49.5, hundred().mean(rows -> rows[0]), 1e-12);
    assertEquals(10, hundred().count(FROM_90));
  }

  @Test
  void pointsOfAnEventAreReplaced() {
    List<RareEvents.Point> instead =
        List.of(
            new RareEvents.Point(new double[] {95, 0}, 0.09),
            new RareEvents.Point(new double[] {99, 0}, 0.01));
    RowSample sample = hundred().with(FROM_90, instead);
    assertEquals(2, sample.count(FROM_90));
    assertEquals(1, sample.mean(rows -> 1), 1e-12);
    assertEquals(0.1, sample.mean(rows -> FROM_90.holds(rows) ? 1 : 0), 1e-12);
    assertEquals(95, sample.values(0).above(0.0101));
    assertEquals(99, sample.values(0).above(0.0099));
    assertEquals(89, sample.values(0).above(0.1001));
  }

  @Test
  void quantilesFromEitherEnd() {
    RowSample.Values values = hundred().values(0);
    assertEquals(0, values.below(0));
    assertEquals(10, values.below(0.1001));
    assertEquals(89, values.above(0.1001));
    assertEquals(-10, hundred().values(1).above(0.1001));
  }

  @Test
  void howManyPointsAreUpToAQuantile() {
    RowSample.Values values = hundred().values(0);
    assertEquals(1, values.countBelow(0));
    assertEquals(11, values.countBelow(0.1001));
    assertEquals(11, values.countAbove(0.1001));
    assertEquals(100, values.countBelow(2));
    assertEquals(100, values.countAbove(2));
  }
}
