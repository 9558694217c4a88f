package surety.solver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Requirement;
import surety.solver.VerdictGoal.Ends;
import surety.solver.search.GapEstimate;

class VerdictGoalTest {
  /** That the probability is less than 0.5. */
  private static final Requirement LESS =
      new Limit(Comparison.LESS, Rational.of(1).dividedBy(Rational.of(2)));

  /** A search that estimates what it is told to. */
  private static final class Told implements GapEstimate {
    private long cells = 64;
    private double lower;
    private double gap = 1;
    private double density;
    private double unit = 1;

    void tell(long newCells, double newLower, double upper) {
      cells = newCells;
      lower = newLower;
      gap = upper - newLower;
    }

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
      return gap;
    }

    @Override
    public double largestGap() {
      throw new AssertionError("of one probability it is the mean");
    }

    @Override
    public double lower() {
      return lower;
    }
  }

  private final Told search = new Told();
  private final VerdictGoal goal = new VerdictGoal(search, Optional.of(LESS));

  @Test
  void nothingIsForeseenBeforeTheKernelHasSpoken() {
    search.tell(1000, 0.1, 0.2);
    assertFalse(goal.check());
    assertTrue(goal.isForeseen());
  }

  @Test
  void withoutRequirementThereIsNothingToForesee() {
    VerdictGoal none = new VerdictGoal(search, Optional.empty());
    none.unsettled(new Ends(0, 1));
    search.tell(1000, 0.1, 0.2);
    assertFalse(none.check());
    assertFalse(none.isForeseen());
  }

  @Test
  void anUpperBoundBelowTheLimitIsLikelyToProveIt() {
    search.tell(64, 0, 1);
    goal.unsettled(new Ends(0, 1));
    search.tell(1000, 0.2, 0.55);
    assertFalse(goal.check());
    search.tell(2000, 0.25, 0.45); // below 0.5, but not surely
    assertFalse(goal.check());
    search.tell(4000, 0.3, 0.39);
    assertTrue(goal.check());
  }

  @Test
  void aLowerBoundAboveItIsLikelyToDisproveIt() {
    search.tell(64, 0, 1);
    goal.unsettled(new Ends(0, 1));
    search.tell(1000, 0.61, 0.9);
    assertTrue(goal.check());
  }

  @Test
  void massesThatAreEstimatedTooLargeDoNotMatter() {
    search.tell(64, 0.55, 0.95); // the kernel knows better
    goal.unsettled(new Ends(0.3, 0.7));
    search.tell(1000, 0.6, 0.65);
    assertTrue(goal.check());
    search.tell(2000, 0.71, 0.8);
    assertFalse(goal.check());
  }

  @Test
  void howFarOffTheLastForecastWasIsTakenIntoAccount() {
    search.tell(64, 0, 1);
    goal.unsettled(new Ends(0, 1));
    search.tell(1000, 0.3, 0.5);
    goal.unsettled(new Ends(0.4, 0.6)); // off by a tenth of the gap
    search.tell(2000, 0.35, 0.385);
    assertFalse(goal.check()); // 0.485, and 0.02 more
    search.tell(4000, 0.36, 0.375);
    assertTrue(goal.check()); // 0.475 and 0.02
  }

  @Test
  void exactForecastsNeedNothingToSpare() {
    search.tell(64, 0, 1);
    goal.unsettled(new Ends(0, 1));
    search.tell(1000, 0.3, 0.6);
    goal.unsettled(new Ends(0.3, 0.6));
    search.tell(2000, 0.35, 0.499);
    assertTrue(goal.check());
  }

  @Test
  void afterAPassInVainThereAreMoreCellsFirst() {
    search.tell(1000, 0, 1);
    goal.unsettled(new Ends(0, 1));
    search.tell(1499, 0.1, 0.2);
    assertFalse(goal.check());
    search.tell(1500, 0.1, 0.2);
    assertTrue(goal.check());
    search.tell(1501, 0.1, 0.2);
    assertFalse(goal.check()); // just asked
  }

  @Test
  void whatEnclosingTheDensityCostsCounts() {
    search.tell(64, 0, 1);
    goal.unsettled(new Ends(0, 1));
    search.density = 0.2;
    search.tell(1000, 0.3, 0.39);
    assertFalse(goal.check());
  }

  @Test
  void massesAreInUnits() {
    search.unit = 0.5;
    search.tell(64, 0, 2);
    goal.unsettled(new Ends(0, 1));
    search.tell(1000, 0.4, 0.7);
    assertTrue(goal.check());
  }

  @Test
  void whatIsNoNumberIsNotLikely() {
    search.tell(64, 0, 1);
    goal.unsettled(new Ends(0, 1));
    search.tell(1000, Double.NaN, Double.NaN);
    assertFalse(goal.check());
    search.tell(2000, 0, Double.POSITIVE_INFINITY);
    assertFalse(goal.check());
  }

  @Test
  void aGapThatIsClosedSaysNothingOfTheKernels() {
    search.tell(64, 0.2, 0.2);
    goal.unsettled(new Ends(0.4, 0.6));
    search.tell(1000, 0.2, 0.2);
    assertFalse(goal.check());
  }
}
