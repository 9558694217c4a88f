package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Statements;

class ThresholdTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static boolean holds(double g, Rational t, boolean inclusive) {
    int order = Rational.ofDouble(g).compareTo(t);
    return order < 0 || (inclusive && order == 0);
  }

  @Test
  void comparisonsAreThoseOfTheExactThreshold() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 3000; i++) {
      Rational t =
          random.nextBoolean()
              ? Rational.ofDouble(Doubles.any(random))
              : Statements.rational(random);
      boolean inclusive = random.nextBoolean();
      Threshold threshold = Threshold.of(t, inclusive);
      double g =
          switch (random.nextInt(4)) {
            case 0 -> threshold.inner();
            case 1 -> threshold.outer();
            case 2 -> Math.nextDown(threshold.inner());
            default -> Doubles.any(random);
          };
      if (Double.isInfinite(g)) {
        continue;
      }
      assertEquals(holds(g, t, inclusive), threshold.includes(g), g + " and " + t);
      assertEquals(!holds(g, t, inclusive), threshold.excludes(g), g + " and " + t);
      assertEquals(holds(g, t, inclusive), threshold.mayInclude(g), g + " and " + t);
    }
  }

  @Test
  void unknownValuesAreNeitherInNorOut() {
    for (String text : new String[] {"0", "0.1", "1e-400", "-1e-400", "1e400", "-1e400"}) {
      for (boolean inclusive : new boolean[] {false, true}) {
        Threshold threshold = Threshold.of(Rational.parse(text), inclusive);
        assertFalse(threshold.includes(INFINITY), text);
        assertFalse(threshold.excludes(-INFINITY), text);
      }
    }
  }

  @Test
  void thresholdsBeyondDoubles() {
    Threshold huge = Threshold.of(Rational.parse("1e400"), false);
    assertTrue(huge.includes(Double.MAX_VALUE));
    assertFalse(huge.excludes(Double.MAX_VALUE));
    Threshold low = Threshold.of(Rational.parse("-1e400"), true);
    assertTrue(low.excludes(-Double.MAX_VALUE));
    assertFalse(low.includes(-Double.MAX_VALUE));
    Threshold tiny = Threshold.of(Rational.parse("1e-400"), true);
    assertTrue(tiny.includes(0) && tiny.includes(-0.0));
    assertTrue(tiny.excludes(Double.MIN_VALUE));
    Threshold zero = Threshold.of(Rational.ZERO, true);
    assertTrue(zero.includes(-0.0) && zero.includes(0.0));
    assertTrue(Threshold.of(Rational.ZERO, false).excludes(-0.0));
  }

  @Test
  void ascendingThresholdsIncludeMoreAndMore() {
    Rational third = Rational.of(1, 3);
    Rational[] ascending = {
      Rational.ofDouble(third.doubleFloor()),
      third,
      third.plus(Rational.parse("1e-40")),
      Rational.ofDouble(third.doubleCeiling())
    };
    for (double g : new double[] {third.doubleFloor(), third.doubleCeiling(), 0, 1}) {
      for (int k = 1; k < ascending.length; k++) {
        Threshold before = Threshold.of(ascending[k - 1], true);
        Threshold after = Threshold.of(ascending[k], true);
        assertTrue(!before.includes(g) || after.includes(g));
        assertTrue(before.excludes(g) || !after.excludes(g));
      }
    }
  }

  /** g > t is -g < -t. */
  @Test
  void theComplementIsTheOtherComparisonOfTheNegative() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500; i++) {
      Rational t =
          random.nextBoolean()
              ? Rational.ofDouble(Doubles.any(random))
              : Statements.rational(random);
      for (boolean inclusive : new boolean[] {false, true}) {
        Threshold complement = Threshold.of(t, inclusive).complement();
        Threshold expected = Threshold.of(t.negate(), !inclusive);
        assertEquals(expected.exact(), complement.exact());
        assertEquals(expected.inclusive(), complement.inclusive());
        assertEquals(expected.inner(), complement.inner(), 0.0);
        assertEquals(expected.innerCounts(), complement.innerCounts());
        assertEquals(expected.outer(), complement.outer(), 0.0);
        assertEquals(expected.outerCounts(), complement.outerCounts());
      }
    }
  }
}
