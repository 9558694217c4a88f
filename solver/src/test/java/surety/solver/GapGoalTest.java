package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.solver.search.GapEstimate;

class GapGoalTest {
  private static final double WANTED = 1e-3;

  /** A search that says what it is told to, and counts how often the costly question is asked. */
  private static final class Told implements GapEstimate {
    private long cells = 1000;
    private double unit = 1;
    private double density;
    private double mean;
    private double largest;
    private int measurements;

    @Override
    public long cells() {
      return cells;
    }

    @Override
    public double unit() {
      return unit;
    }

    @Override
    public double densityError() {
      return density;
    }

    @Override
    public double meanGap() {
      return mean;
    }

    @Override
    public double largestGap() {
      measurements++;
      return largest;
    }

    @Override
    public double lower() {
      throw new AssertionError("not asked");
    }
  }

  private final Told search = new Told();

  @Test
  void ofOneNumberTheMeanIsEnough() {
    GapGoal goal = new GapGoal(search, WANTED, true);
    search.mean = 1.01e-3;
    assertFalse(goal.check());
    search.mean = 0.99e-3;
    assertTrue(goal.check());
    assertTrue(goal.isMet());
    search.mean = 1;
    assertFalse(goal.check());
    assertFalse(goal.isMet());
    assertEquals(0, search.measurements);
  }

  @Test
  void theDensityTakesItsPartButNotMoreThanHalf() {
    GapGoal goal = new GapGoal(search, WANTED, true);
    search.density = 0.4e-3;
    search.mean = 0.59e-3;
    assertTrue(goal.check());
    search.mean = 0.61e-3;
    assertFalse(goal.check());
    search.density = 2e-3;
    search.mean = 0.49e-3;
    assertTrue(goal.check());
  }

  @Test
  void gapsAreMeasuredInUnits() {
    GapGoal goal = new GapGoal(search, WANTED, true);
    search.mean = 5;
    search.unit = 1e-4;
    assertTrue(goal.check());
    search.unit = 1e-3;
    assertFalse(goal.check());
  }

  @Test
  void whatTheKernelSawOtherwiseHasToBeHalfAsLarge() {
    GapGoal goal = new GapGoal(search, WANTED, true);
    search.mean = 0.6e-3;
    assertTrue(goal.check());
    goal.tighten();
    assertFalse(goal.check());
    search.mean = 0.4e-3;
    assertTrue(goal.check());
  }

  @Test
  void theLargestIsMeasuredOnlyWhenItMayHaveShrunkEnough() {
    GapGoal goal = new GapGoal(search, WANTED, false);
    assertEquals(1, goal.measured());
    search.mean = 0.8e-3;
    search.largest = 4e-3;
    assertFalse(goal.check());
    assertEquals(4e-3, goal.measured());
    assertFalse(goal.check());
    search.cells = 1050; // not enough more
    search.mean = 0.1e-3;
    assertFalse(goal.check());
    search.cells = 1200;
    search.mean = 0.3e-3; // a fourth of the mean would be a fourth of the largest
    assertFalse(goal.check());
    assertEquals(1, search.measurements);
    search.mean = 0.19e-3;
    search.largest = 0.9e-3;
    assertTrue(goal.check());
    assertEquals(2, search.measurements);
    assertEquals(0.9e-3, goal.measured());
  }

  @Test
  void aNewGoalIsMeasuredAtOnceButForTheGrowth() {
    GapGoal goal = new GapGoal(search, WANTED, false);
    search.mean = 0.4e-3;
    search.largest = 0.9e-3;
    assertTrue(goal.check());
    goal.tighten();
    assertFalse(goal.check());
    assertEquals(1, search.measurements);
    search.cells = 1200;
    assertFalse(goal.check());
    assertEquals(2, search.measurements);
  }
}
