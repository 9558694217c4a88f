package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final int CASES = 2_000;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  private static void checkContains(Interval result, Rational exact, String what) {
    assertTrue(result.contains(exact), () -> what + " = " + result);
  }

  @Test
  void sumsProductsAndQuotientsContainThoseOfTheirPoints() {
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < CASES; i++) {
      Interval a = Doubles.interval(random);
      Interval b = Doubles.interval(random);
      double x = Doubles.in(a, random);
      double y = Doubles.in(b, random);
      String what = a + "." + b;
      checkContains(a.plus(b), exact(x).plus(exact(y)), what + " plus");
      checkContains(a.minus(b), exact(x).minus(exact(y)), what + " minus");
      checkContains(a.times(b), exact(x).times(exact(y)), what + " times");
      checkContains(a.plus(y), exact(x).plus(exact(y)), what + " plus double");
      checkContains(a.times(y), exact(x).times(exact(y)), what + " times double");
      checkContains(a.negate(), exact(x).negate(), what + " negate");
      checkContains(a.abs(), exact(x).abs(), what + " abs");
      checkContains(a.square(), exact(x).times(exact(x)), what + " square");
      checkContains(a.hull(b), exact(y), what + " hull");
      if (y != 0) {
        checkContains(a.dividedBy(b), exact(x).dividedBy(exact(y)), what + " by");
      }
    }
  }

  @Test
  void operationsOnPointsAreTheTightest() {
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < CASES; i++) {
      Interval a = Interval.of(Doubles.any(random));
      Interval b = Interval.of(Doubles.any(random));
      Rational x = exact(a.lower());
      Rational y = exact(b.lower());
      assertEquals(Interval.of(x.plus(y)), a.plus(b));
      assertEquals(Interval.of(x.minus(y)), a.minus(b));
      assertEquals(Interval.of(x.times(y)), a.times(b));
      assertEquals(Interval.of(x.times(y)), a.times(b.lower()));
      assertEquals(Interval.of(x.times(x)), a.square());
      if (!y.isZero()) {
        assertEquals(Interval.of(x.dividedBy(y)), a.dividedBy(b));
      }
    }
  }

  @Test
  void integerPowersContainThoseOfTheirPoints() {
    SplittableRandom random = new SplittableRandom(33);
    for (int i = 0; i < CASES; i++) {
      Interval a = Doubles.interval(random);
      double x = Doubles.in(a, random);
      int k = random.nextInt(8);
      Rational power = Rational.ONE;
      for (int j = 0; j < k; j++) {
        power = power.times(exact(x));
      }
      checkContains(a.power(k), power, a + " power " + k);
    }
    assertEquals(Interval.of(0, 16), Interval.of(-2, 1).power(4));
    assertEquals(Interval.of(-8, 1), Interval.of(-2, 1).power(3));
    assertEquals(Interval.of(-27, -8), Interval.of(-3, -2).power(3));
    assertEquals(Interval.ONE, Interval.ZERO.power(0));
  }

  @Test
  void rootsContainThoseOfTheirPoints() {
    SplittableRandom random = new SplittableRandom(34);
    for (int i = 0; i < CASES; i++) {
      Interval a = Doubles.interval(random).abs();
      Interval root = a.sqrt();
      Rational x = exact(Doubles.in(a, random));
      Rational low = exact(root.lower());
      assertTrue(low.times(low).compareTo(x) <= 0);
      if (root.upper() < INFINITY) {
        Rational high = exact(root.upper());
        assertTrue(high.times(high).compareTo(x) >= 0);
      }
    }
    assertEquals(Interval.of(0, 2), Interval.of(-1, 4).sqrt());
  }

  @Test
  void exponentialsContainThoseOfHighPrecision() {
    SplittableRandom random = new SplittableRandom(35);
    for (int i = 0; i < 150; i++) {
      double x =
          switch (i % 3) {
            case 0 -> random.nextDouble(-746, 710);
            case 1 -> random.nextDouble(-1, 1);
            default -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-1000, 9));
          };
      checkEncloses(Interval.of(x).exp(), ApfloatMath.exp(precise(x)), "exp " + x);
    }
    assertEquals(Interval.ONE, Interval.ZERO.exp());
    assertEquals(Double.MAX_VALUE, Interval.of(800, INFINITY).exp().upper() / 2, INFINITY);
    assertTrue(Interval.of(800).exp().lower() > 1e308);
    assertEquals(INFINITY, Interval.of(800).exp().upper());
    assertEquals(0, Interval.of(-INFINITY, -800).exp().lower());
    assertTrue(Interval.of(-800).exp().upper() > 0);
    assertEquals(Interval.of(0, INFINITY), Interval.WHOLE.exp());
  }

  @Test
  void logarithmsContainThoseOfHighPrecision() {
    SplittableRandom random = new SplittableRandom(37);
    for (int i = 0; i < 100; i++) {
      double x =
          switch (i % 3) {
            case 0 -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-1074, 1023));
            case 1 -> random.nextDouble(0.5, 2);
            default -> 1 + Math.scalb(random.nextDouble(-1, 1), -random.nextInt(1, 50));
          };
      checkEncloses(Interval.of(x).log(), ApfloatMath.log(precise(x)), "log " + x);
    }
    assertEquals(Interval.ZERO, Interval.ONE.log());
    assertEquals(new Interval(-INFINITY, 0), Interval.of(-3, 1).log());
    assertEquals(INFINITY, Interval.of(2, INFINITY).log().upper());
    assertTrue(Interval.of(INFINITY).log().lower() <= Math.log(Double.MAX_VALUE));
    assertThrows(ArithmeticException.class, () -> Interval.of(-2, -1).log());
    assertEquals(Interval.of(-INFINITY), Interval.of(-2, 0).log());
  }

  @Test
  void realPowersContainThoseOfHighPrecision() {
    SplittableRandom random = new SplittableRandom(36);
    for (int i = 0; i < 150; i++) {
      double x =
          i % 2 == 0
              ? random.nextDouble(0, 3)
              : Math.scalb(random.nextDouble(1, 2), random.nextInt(-1074, 1023));
      double y = i % 3 == 0 ? random.nextInt(-9, 9) * 0.5 : random.nextDouble(-3, 3);
      Interval base = Interval.of(x, Math.nextUp(x));
      Interval exponent = Interval.of(Math.nextDown(y), y);
      checkEncloses(base.power(exponent), ApfloatMath.pow(precise(x), precise(y)), x + " ^ " + y);
    }
    assertEquals(Interval.of(0, 1), Interval.of(0, 1).power(Interval.of(0, 5)));
    assertEquals(INFINITY, Interval.of(0, 1).power(Interval.of(-1)).upper());
    assertEquals(Interval.of(0, 7), Interval.of(0, 7).power(Interval.ONE));
    assertEquals(Interval.ONE, Interval.of(0, 7).power(Interval.ZERO));
  }

  private static Apfloat precise(double x) {
    return new Apfloat(new BigDecimal(x, new MathContext(60)), 60);
  }

  private static void checkEncloses(Interval result, Apfloat exact, String what) {
    assertTrue(
        result.lower() == 0 ? exact.signum() >= 0 : precise(result.lower()).compareTo(exact) <= 0,
        () -> what + " below " + result);
    assertTrue(
        result.upper() == INFINITY || precise(result.upper()).compareTo(exact) >= 0,
        () -> what + " above " + result);
  }

  @Test
  void infiniteEndsMeanNoBound() {
    Interval half = Interval.of(1, INFINITY);
    assertEquals(Interval.of(3, INFINITY), half.plus(Interval.of(2)));
    assertEquals(Interval.WHOLE, half.minus(half));
    assertEquals(Interval.of(-INFINITY, 0), half.times(Interval.of(-1, 0)));
    assertEquals(Interval.of(0, 1), Interval.ONE.dividedBy(half));
    assertEquals(Interval.of(0, INFINITY), half.dividedBy(half));
    assertEquals(Interval.of(-INFINITY, 0), half.dividedBy(half.negate()));
    assertEquals(Interval.WHOLE, half.dividedBy(Interval.of(-1, 1)));
    assertEquals(Interval.WHOLE, Interval.ONE.dividedBy(Interval.ZERO));
    assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.of(1e300).square());
    assertEquals(Interval.of(0, INFINITY), Interval.WHOLE.square());
    assertEquals(INFINITY, half.width());
    assertEquals(INFINITY, half.magnitude());
    assertEquals(1, half.middle());
    assertEquals(0, Interval.WHOLE.middle());
    assertTrue(Interval.WHOLE.contains(Rational.parse("1e10000")));
    Interval end = Interval.of(INFINITY);
    assertFalse(end.contains(Rational.parse("1e10000")));
    assertEquals(end, end.plus(half));
    assertEquals(Interval.WHOLE, end.minus(end));
    assertEquals(Interval.WHOLE, end.plus(end.negate()));
    assertEquals(Interval.ZERO, end.times(Interval.ZERO));
    assertEquals(Interval.of(0, INFINITY), end.dividedBy(end));
  }

  @Test
  void theMiddleIsInsideAndTheWidthIsRoundedUp() {
    SplittableRandom random = new SplittableRandom(37);
    for (int i = 0; i < CASES; i++) {
      Interval a = Doubles.interval(random);
      assertTrue(a.contains(a.middle()), a::toString);
      Rational width = exact(a.upper()).minus(exact(a.lower()));
      assertEquals(width.doubleCeiling(), a.width());
      assertEquals(a.isPoint(), a.width() == 0);
      assertTrue(a.magnitude() >= Math.abs(a.middle()));
    }
  }

  @Test
  void scalingRoundsOutward() {
    assertEquals(Interval.of(0x1p-1073), Interval.of(0x1p-1).scaledBy(-1072));
    assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.of(0x1p-1).scaledBy(-1074));
    assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.ONE.scaledBy(1024));
    assertEquals(Interval.of(-INFINITY, 0), Interval.of(-INFINITY, 0).scaledBy(5));
  }

  @Test
  void thereIsOneZero() {
    assertEquals(Interval.ZERO, Interval.of(-0.0));
    assertEquals(Interval.ZERO, Interval.of(-0.0, 0.0).negate());
    assertEquals(Interval.ZERO, Interval.of(-1).times(Interval.ZERO));
  }

  @Test
  void rationalsGetTheTightestEnclosure() {
    assertTrue(Interval.of(Rational.parse("0.375")).isPoint());
    Interval tenth = Interval.of(Rational.parse("0.1"));
    assertEquals(Math.nextUp(tenth.lower()), tenth.upper());
    assertTrue(tenth.contains(Rational.of(1, 10)));
    assertFalse(tenth.contains(Rational.of(1, 11)));
    assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.of(Rational.parse("1e-400")));
    assertEquals(Interval.of(-INFINITY, -Double.MAX_VALUE), Interval.of(Rational.parse("-1e400")));
  }

  @Test
  void refusesWhatIsNoInterval() {
    assertThrows(IllegalArgumentException.class, () -> Interval.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> Interval.of(INFINITY, 0));
    assertThrows(IllegalArgumentException.class, () -> Interval.ONE.power(-1));
    assertThrows(ArithmeticException.class, () -> Interval.of(-1).sqrt());
    assertThrows(ArithmeticException.class, () -> Interval.of(-1, 1).power(Interval.ONE));
    assertThrows(ArithmeticException.class, () -> Interval.ZERO.intersect(Interval.ONE));
    assertEquals(Interval.of(1, 2), Interval.of(0, 2).intersect(Interval.of(1, 3)));
    assertEquals(Interval.ONE, Interval.of(0, 1).intersect(Interval.of(1, 3)));
  }

  @Test
  void radiusReachesBothEndsFromTheMiddle() {
    SplittableRandom random = new SplittableRandom(1702);
    for (int k = 0; k < 5000; k++) {
      double a = Math.scalb(random.nextDouble() - 0.5, random.nextInt(-1070, 1020));
      double b = k % 3 == 0 ? Math.nextUp(a) : a * (random.nextDouble() - 0.5);
      Interval x = Interval.of(Math.min(a, b), Math.max(a, b));
      Rational middle = Rational.ofDouble(x.middle());
      Rational radius = Rational.ofDouble(x.radius());
      assertTrue(middle.plus(radius).compareTo(Rational.ofDouble(x.upper())) >= 0, x::toString);
      assertTrue(middle.minus(radius).compareTo(Rational.ofDouble(x.lower())) <= 0, x::toString);
    }
    assertEquals(0.0, Interval.of(0.1).radius());
    assertEquals(Double.POSITIVE_INFINITY, Interval.WHOLE.radius());
  }

  @Test
  void theMiddleIsAsFarFromBothEnds() {
    assertEquals(1.25e308, Interval.of(1e308, 1.5e308).middle(), 1e293);
    assertEquals(-1.25e308, Interval.of(-1.5e308, -1e308).middle(), 1e293);
    assertEquals(-0.5, Interval.of(-4, 3).middle());
    assertEquals(3, Interval.of(3, Double.POSITIVE_INFINITY).middle());
    assertEquals(-3, Interval.of(Double.NEGATIVE_INFINITY, -3).middle());
    assertEquals(0, Interval.of(-3, Double.POSITIVE_INFINITY).middle());
    assertEquals(0.0, Interval.of(-Double.MIN_VALUE, 0).middle(), "and no -0.0");
  }

  @Test
  void positivePartsAreThoseOfTheEnds() {
    assertEquals(new Interval(0, 3), new Interval(-2, 3).positivePart());
    assertEquals(new Interval(1, 3), new Interval(1, 3).positivePart());
    assertEquals(Interval.ZERO, new Interval(-3, -1).positivePart());
    assertEquals(new Interval(0, Double.POSITIVE_INFINITY), Interval.WHOLE.positivePart());
  }

  @Test
  void realPowersOfPointsAreNear() {
    Interval power = Interval.of(3).power(Interval.of(0.5));
    assertEquals(Math.sqrt(3), power.lower(), 1e-15);
    assertEquals(Math.sqrt(3), power.upper(), 1e-15);
  }

  /** Where Java has no number, because 1 may have been rounded. */
  @Test
  void nothingIsKnownOfOneToAnUnboundedPower() {
    Interval nonNegative = Interval.of(0, INFINITY);
    assertEquals(nonNegative, Interval.ONE.power(nonNegative));
    assertEquals(nonNegative, Interval.of(1, 2).power(Interval.WHOLE));
  }

  @Test
  void textsNameBothEnds() {
    assertEquals("[-1.0, 2.5]", Interval.of(-1, 2.5).toString());
  }
}
