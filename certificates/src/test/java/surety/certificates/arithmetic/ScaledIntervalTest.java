package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaledIntervalTest {
  private static ScaledInterval any(SplittableRandom random) {
    return new ScaledInterval(Doubles.interval(random), random.nextInt(-3000, 3000));
  }

  private static Dyadic in(ScaledInterval a, SplittableRandom random) {
    return Dyadic.of(Doubles.in(a.value(), random)).shift(a.scale());
  }

  private static void checkContains(ScaledInterval result, Rational exact, String what) {
    boolean below =
        result.value().lower() == Double.NEGATIVE_INFINITY || result.lower().compareTo(exact) <= 0;
    boolean above =
        result.value().upper() == Double.POSITIVE_INFINITY || result.upper().compareTo(exact) >= 0;
    assertTrue(below && above, () -> what + " = " + result);
  }

  @Test
  void operationsContainThoseOfTheirPoints() {
    SplittableRandom random = new SplittableRandom(61);
    for (int i = 0; i < 1500; i++) {
      ScaledInterval a = any(random);
      ScaledInterval b = any(random);
      Rational x = in(a, random).toRational();
      Rational y = in(b, random).toRational();
      String what = a + " " + b;
      checkContains(a.plus(b), x.plus(y), what + " plus");
      checkContains(a.minus(b), x.minus(y), what + " minus");
      checkContains(a.times(b), x.times(y), what + " times");
      checkContains(a.negate(), x.negate(), what + " negate");
      if (!y.isZero()) {
        checkContains(a.dividedBy(b), x.dividedBy(y), what + " by");
      }
    }
  }

  @Test
  void isNormalised() {
    SplittableRandom random = new SplittableRandom(62);
    for (int i = 0; i < 1500; i++) {
      double x = Doubles.any(random);
      int scale = random.nextInt(-3000, 3000);
      ScaledInterval a = new ScaledInterval(Interval.of(x), scale);
      double magnitude = a.value().magnitude();
      assertTrue(
          x == 0 ? a.equals(ScaledInterval.ZERO) : magnitude >= 0x1p-512 && magnitude < 0x1p512);
      assertTrue(a.value().isPoint());
      assertEquals(Dyadic.of(x).shift(scale), a.lower());
    }
    assertEquals(0, ScaledInterval.of(Interval.of(0.25, 7)).scale());
  }

  @Test
  void tinyNumbersKeepTheirAccuracy() {
    ScaledInterval tiny = new ScaledInterval(Interval.of(3), -5000);
    assertEquals(Dyadic.of(9).shift(-10000), tiny.times(tiny).upper());
    assertEquals(ScaledInterval.of(Interval.ONE), tiny.dividedBy(tiny));
    assertEquals(Interval.of(0, Double.MIN_VALUE), tiny.toInterval());
    assertEquals(tiny, tiny.plus(ScaledInterval.ZERO));
    assertEquals(Interval.of(1, Math.nextUp(1.0)), ScaledInterval.ONE.plus(tiny).value());
    assertEquals(Interval.of(Math.nextDown(1.0), 1), ScaledInterval.ONE.minus(tiny).value());
    assertEquals(ScaledInterval.ZERO, tiny.times(Interval.ZERO));
  }

  @Test
  void rationalsOfAnyMagnitudeAreEnclosedTightly() {
    for (String text : new String[] {"1/3", "-1e-5000", "7e9000", "0", "0.1", "1e-160"}) {
      Rational r = Rational.parse(text);
      ScaledInterval a = ScaledInterval.of(r);
      checkContains(a, r, text);
      assertTrue(a.value().width() <= Math.ulp(a.value().magnitude()), text);
    }
    assertEquals(
        Dyadic.of(3).shift(-9000),
        ScaledInterval.of(Dyadic.of(3).shift(-9000).toRational()).lower());
  }

  @Test
  void theEndsOfTheRangeOfMagnitudesAreAsTheyAreSaidToBe() {
    assertEquals(0, ScaledInterval.of(Interval.of(0x1p-512)).scale());
    assertEquals(512, ScaledInterval.of(Interval.of(0x1p512)).scale());
  }
}
