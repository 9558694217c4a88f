package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

class RequirementTest {
  private static final Rational QUARTER = Rational.of(1, 4);
  private static final Rational HALF = Rational.of(1, 2);

  private static Verdict of(Requirement requirement, double lower, double upper) {
    return requirement.verdict(Bound.of(Dyadic.of(lower)), Bound.of(Dyadic.of(upper)));
  }

  /** What lies on the limit keeps a limit that includes it, and no other. */
  @Test
  void aLimitIsDecidedByBothEnds() {
    Requirement less = new Limit(Comparison.LESS, HALF);
    Requirement atMost = new Limit(Comparison.LESS_OR_EQUAL, HALF);
    Requirement greater = new Limit(Comparison.GREATER, HALF);
    Requirement atLeast = new Limit(Comparison.GREATER_OR_EQUAL, HALF);
    double below = Math.nextDown(0.5);
    double above = Math.nextUp(0.5);
    assertEquals(Verdict.PROVED, of(less, 0, below));
    assertEquals(Verdict.UNDECIDED, of(less, 0, 0.5));
    assertEquals(Verdict.VIOLATED, of(less, 0.5, 1));
    assertEquals(Verdict.PROVED, of(atMost, 0, 0.5));
    assertEquals(Verdict.UNDECIDED, of(atMost, 0.5, above));
    assertEquals(Verdict.VIOLATED, of(atMost, above, 1));
    assertEquals(Verdict.PROVED, of(greater, above, 1));
    assertEquals(Verdict.UNDECIDED, of(greater, 0.5, 1));
    assertEquals(Verdict.VIOLATED, of(greater, 0, 0.5));
    assertEquals(Verdict.PROVED, of(atLeast, 0.5, 1));
    assertEquals(Verdict.UNDECIDED, of(atLeast, below, 0.5));
    assertEquals(Verdict.VIOLATED, of(atLeast, 0, below));
    assertEquals(List.of(HALF), less.limits());
  }

  @Test
  void aRangeIsKeptBetweenItsEndsOnly() {
    Requirement range = new Range(QUARTER, HALF);
    assertEquals(Verdict.PROVED, of(range, 0.25, 0.5));
    assertEquals(Verdict.UNDECIDED, of(range, Math.nextDown(0.25), 0.5));
    assertEquals(Verdict.UNDECIDED, of(range, 0.25, Math.nextUp(0.5)));
    assertEquals(Verdict.UNDECIDED, of(range, 0, 1));
    assertEquals(Verdict.VIOLATED, of(range, 0, Math.nextDown(0.25)));
    assertEquals(Verdict.VIOLATED, of(range, Math.nextUp(0.5), 1));
    assertEquals(List.of(QUARTER, HALF), range.limits());
    assertEquals("in [1/4, 1/2]", range.canonical());
    assertThrows(IllegalArgumentException.class, () -> new Range(HALF, QUARTER));
  }

  @Test
  void ofWhatIsNotKnownNothingIsDecided() {
    for (Requirement one : List.of(new Limit(Comparison.LESS, HALF), new Range(QUARTER, HALF))) {
      assertEquals(Verdict.UNDECIDED, one.verdict(Bound.MINUS_INFINITY, Bound.INFINITY));
    }
  }
}
