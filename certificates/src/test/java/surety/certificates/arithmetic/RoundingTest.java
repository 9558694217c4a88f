package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundingTest {
  private static final int CASES = 2_000;

  /** The directed double of a rational by a naive search from the correctly rounded one. */
  private static double floor(Rational exact) {
    double x = nearest(exact);
    while (x == Double.POSITIVE_INFINITY
        || (x != Double.NEGATIVE_INFINITY && value(x).compareTo(exact) > 0)) {
      x = Math.nextDown(x);
    }
    return x;
  }

  private static Rational value(double x) {
    BigDecimal decimal = new BigDecimal(x);
    return decimal.scale() > 0
        ? Rational.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : Rational.of(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  /** Somewhat above the exact number, by at most a few units in the last place. */
  private static double nearest(Rational exact) {
    if (exact.isZero()) {
      return 0;
    }
    int magnitude = exact.numerator().abs().bitLength() - exact.denominator().bitLength();
    int shift = 60 - magnitude;
    BigInteger scaled =
        shift > 0
            ? exact.numerator().shiftLeft(shift).divide(exact.denominator())
            : exact.numerator().divide(exact.denominator().shiftLeft(-shift));
    double x = Math.scalb(Math.scalb(scaled.doubleValue(), -shift / 2), -shift + shift / 2);
    return Math.nextUp(Math.nextUp(x));
  }

  private static double ceiling(Rational exact) {
    return -floor(exact.negate());
  }

  private static void check(Rational exact, double down, double up, String what) {
    assertEquals(floor(exact) + 0.0, down + 0.0, what + " down");
    assertEquals(ceiling(exact) + 0.0, up + 0.0, what + " up");
  }

  @Test
  void sumsAndDifferencesAreTheTightest() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < CASES; i++) {
      double a = Doubles.any(random);
      double b = random.nextInt(3) == 0 ? -Math.nextUp(a) : Doubles.any(random);
      if (Double.isInfinite(b)) {
        continue;
      }
      check(value(a).plus(value(b)), Rounding.addDown(a, b), Rounding.addUp(a, b), a + " + " + b);
      check(
          value(a).minus(value(b)),
          Rounding.subtractDown(a, b),
          Rounding.subtractUp(a, b),
          a + " - " + b);
    }
  }

  @Test
  void productsAreTheTightestAlsoWhenTheyUnderflow() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < CASES; i++) {
      double a = Doubles.any(random);
      double b = Doubles.any(random);
      check(
          value(a).times(value(b)),
          Rounding.multiplyDown(a, b),
          Rounding.multiplyUp(a, b),
          a + " * " + b);
    }
  }

  @Test
  void quotientsAreTheTightestAlsoWhenTheyUnderflow() {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < CASES; i++) {
      double a = Doubles.any(random);
      double b = Doubles.any(random);
      if (b != 0) {
        check(
            value(a).dividedBy(value(b)),
            Rounding.divideDown(a, b),
            Rounding.divideUp(a, b),
            a + " / " + b);
      }
    }
  }

  @Test
  void rootsAreTheTightest() {
    SplittableRandom random = new SplittableRandom(14);
    for (int i = 0; i < CASES; i++) {
      double a = Math.abs(Doubles.any(random));
      double down = Rounding.sqrtDown(a);
      double up = Rounding.sqrtUp(a);
      int below = value(down).times(value(down)).compareTo(value(a));
      int above = value(up).times(value(up)).compareTo(value(a));
      String what = "sqrt " + a;
      assertEquals(true, below <= 0 && above >= 0, what);
      assertEquals(below == 0 ? down : Math.nextUp(down), up, what);
    }
  }

  @Test
  void scalingIsTheTightest() {
    SplittableRandom random = new SplittableRandom(15);
    for (int i = 0; i < CASES; i++) {
      double a = Doubles.any(random);
      int power = random.nextInt(-2400, 2400);
      Rational factor = Rational.of(BigInteger.TWO.pow(Math.abs(power)), BigInteger.ONE);
      Rational exact = power < 0 ? value(a).dividedBy(factor) : value(a).times(factor);
      check(exact, Rounding.scaleDown(a, power), Rounding.scaleUp(a, power), a + " * 2^" + power);
    }
  }

  @Test
  void theErrorOfASumIsExact() {
    SplittableRandom random = new SplittableRandom(16);
    for (int i = 0; i < CASES; i++) {
      double a = random.nextDouble(-1e10, 1e10);
      double b = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 60));
      Rational exact = value(a).plus(value(b));
      assertEquals(exact, value(a + b).plus(value(Rounding.sumError(a, b))));
    }
  }

  @Test
  void infiniteEndsStayOnTheSafeSide() {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(infinity, Rounding.addUp(infinity, -3));
    assertEquals(-infinity, Rounding.addDown(-infinity, Double.MAX_VALUE));
    assertEquals(infinity, Rounding.addUp(infinity, -infinity));
    assertEquals(-infinity, Rounding.addDown(infinity, -infinity));
    assertEquals(0, Rounding.multiplyDown(0, -infinity));
    assertEquals(0, Rounding.multiplyUp(infinity, 0));
    assertEquals(-infinity, Rounding.multiplyDown(-2, infinity));
    assertEquals(infinity, Rounding.multiplyUp(-2, -infinity));
    assertEquals(Double.MAX_VALUE, Rounding.addDown(Double.MAX_VALUE, Double.MAX_VALUE));
    assertEquals(-Double.MAX_VALUE, Rounding.multiplyUp(-Double.MAX_VALUE, Double.MAX_VALUE));
    assertEquals(-infinity, Rounding.multiplyDown(-Double.MAX_VALUE, Double.MAX_VALUE));
  }

  @Test
  void infinityStaysWhatItIs() {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(infinity, Rounding.sqrtDown(infinity));
    assertEquals(infinity, Rounding.sqrtUp(infinity));
    assertEquals(0.0, Rounding.sqrtDown(-0.0));
    assertEquals(-infinity, Rounding.divideDown(infinity, -2));
    assertEquals(infinity, Rounding.divideUp(-infinity, -2));
    assertEquals(0, Rounding.divideDown(3, infinity));
    assertEquals(0, Math.abs(Rounding.divideUp(-3, infinity)));
  }
}
