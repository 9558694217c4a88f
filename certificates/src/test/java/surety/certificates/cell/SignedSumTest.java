package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class SignedSumTest {
  private static Enclosure of(double lower, double upper) {
    return Enclosure.of(Dyadic.of(lower), Dyadic.of(upper));
  }

  private static SignedSum sum(Interval... parts) {
    SignedSum sum = new SignedSum();
    for (Interval part : parts) {
      sum.add(part, 0);
    }
    return sum;
  }

  @Test
  void eachEndHasItsSign() {
    assertEquals(of(-3, -2), sum(Interval.of(-3, -2)).plusOrMinus(Bound.ZERO));
    assertEquals(of(2, 3), sum(Interval.of(2, 3)).plusOrMinus(Bound.ZERO));
    assertEquals(of(-2, 3), sum(Interval.of(-2, 3)).plusOrMinus(Bound.ZERO));
    assertEquals(
        of(-2, 4),
        sum(Interval.of(-3, -2), Interval.of(2, 3), Interval.of(-1, 3)).plusOrMinus(Bound.ZERO));
    assertEquals(Enclosure.ZERO, new SignedSum().plusOrMinus(Bound.ZERO));
  }

  @Test
  void whatIsBesideWidensToBothSides() {
    assertEquals(of(-4.5, 5.5), sum(Interval.of(-4, 5)).plusOrMinus(Bound.of(0.5)));
    assertEquals(Enclosure.WHOLE, sum(Interval.of(-4, 5)).plusOrMinus(Bound.INFINITY));
  }

  @Test
  void whatIsUnboundedLeavesNothingKnown() {
    Interval open = new Interval(0, Double.POSITIVE_INFINITY);
    assertEquals(Enclosure.WHOLE, sum(Interval.of(1), open).plusOrMinus(Bound.ZERO));
    SignedSum other = sum(Interval.of(1));
    other.add(sum(open));
    assertEquals(Enclosure.WHOLE, other.plusOrMinus(Bound.ZERO));
  }

  /** What is too small to be added exactly makes the sum less on one side, more on the other. */
  @Test
  void whatIsDroppedWidensTheSum() {
    SignedSum sum = sum(Interval.of(1));
    sum.add(Interval.of(-1), -3000);
    Enclosure below = sum.plusOrMinus(Bound.ZERO);
    assertTrue(below.lower().compareTo(Bound.ONE) < 0, below::toString);
    sum.add(Interval.of(3), -3000);
    Enclosure both = sum.plusOrMinus(Bound.ZERO);
    assertTrue(both.lower().compareTo(Bound.ONE) < 0, both::toString);
    assertTrue(both.upper().compareTo(Bound.ONE) > 0, both::toString);
    assertEquals(1, both.upper().doubleFloor(), 1e-15);
    SignedSum negative = sum(Interval.of(-1));
    negative.add(Interval.of(-1), -3000);
    Enclosure above = negative.plusOrMinus(Bound.ZERO);
    assertTrue(above.lower().compareTo(Bound.of(-1)) < 0, above::toString);
  }

  /** Numbers of all sizes and signs, whose sum is known exactly. */
  @Test
  void enclosesTheExactSum() {
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < 400; i++) {
      SignedSum sum = new SignedSum();
      SignedSum rest = new SignedSum();
      Rational least = Rational.ZERO;
      Rational most = Rational.ZERO;
      for (int k = random.nextInt(1, 40); k > 0; k--) {
        double a = random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-60, 60));
        double b = a + random.nextInt(3) * Math.abs(a);
        int scale = random.nextInt(-9, 9);
        (random.nextBoolean() ? sum : rest).add(new Interval(a, b), scale);
        Rational unit = Rational.ofDouble(Math.scalb(1.0, scale));
        least = least.plus(Rational.ofDouble(a).times(unit));
        most = most.plus(Rational.ofDouble(b).times(unit));
      }
      sum.add(rest);
      Enclosure bounds = sum.plusOrMinus(Bound.ZERO);
      String what = i + " " + bounds;
      assertTrue(bounds.lower().compareTo(least) <= 0, what);
      assertTrue(bounds.upper().compareTo(most) >= 0, what);
      double size = Math.max(Math.abs(least.doubleFloor()), Math.abs(most.doubleFloor()));
      assertEquals(least.doubleFloor(), bounds.lower().doubleFloor(), 1e-15 * size, what);
      assertEquals(most.doubleFloor(), bounds.upper().doubleFloor(), 1e-15 * size, what);
    }
  }
}
