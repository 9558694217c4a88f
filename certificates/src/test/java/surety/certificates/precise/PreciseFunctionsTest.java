package surety.certificates.precise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;

/** Compared with apfloat, which computes with more digits. */
class PreciseFunctionsTest {
  private static final long DIGITS = 400;

  private static Apfloat number(BigInteger units, int precision) {
    Apfloat whole = new Apfloat(units, DIGITS);
    return whole.divide(ApfloatMath.pow(new Apfloat(2, DIGITS), precision));
  }

  private static void assertContains(Ball ball, Apcomplex value, double units) {
    Apcomplex centre =
        new Apcomplex(number(ball.re(), ball.precision()), number(ball.im(), ball.precision()));
    Apfloat radius = number(ball.radius(), ball.precision());
    assertTrue(
        ApcomplexMath.abs(value.subtract(centre)).compareTo(radius) <= 0,
        () -> value + " is not in " + ball);
    assertTrue(ball.radius().doubleValue() <= units, () -> "wide: " + ball.radius());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 333, 1200})
  void pi(int precision) {
    assertContains(PreciseFunctions.pi(precision), ApfloatMath.pi(DIGITS), 3);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "-1, 0",
    "0, 1",
    "0, 31416/10000",
    "1/3, -2/7",
    "-700, 5",
    "20, 100",
    "-1/10000000, 0",
    "0, 100000"
  })
  void exponentials(String re, String im) {
    for (int precision : new int[] {16, 128, 1000}) {
      Ball z =
          Ball.of(Rational.parse(re), precision)
              .plus(Ball.of(Rational.parse(im), precision).timesI());
      Apcomplex exact =
          ApcomplexMath.exp(new Apcomplex(number(z.re(), precision), number(z.im(), precision)));
      Ball exactly = new Ball(precision, z.re(), z.im(), BigInteger.ZERO);
      assertContains(PreciseFunctions.exp(exactly), exact, re.equals("20") ? 1e9 : 4);
    }
  }

  /** Of a whole disc the exponential of each number in it. */
  @Test
  void exponentialsOfDiscs() {
    int precision = 40;
    BigInteger radius = BigInteger.ONE.shiftLeft(30);
    Ball disc =
        new Ball(precision, BigInteger.ONE.shiftLeft(41), BigInteger.ONE.shiftLeft(39), radius);
    Ball ours = PreciseFunctions.exp(disc);
    for (int k = 0; k < 64; k++) {
      double angle = k * Math.PI / 32;
      double length = Math.scalb(1.0, 30) * (1 - 1e-12);
      Apcomplex z =
          new Apcomplex(
              number(
                  disc.re().add(BigInteger.valueOf((long) (length * Math.cos(angle)))), precision),
              number(
                  disc.im().add(BigInteger.valueOf((long) (length * Math.sin(angle)))), precision));
      assertContains(ours, ApcomplexMath.exp(z), 1e12);
    }
  }

  @Test
  void exponentialsThatAreTooLargeAreRefused() {
    Ball large = Ball.of(Rational.of(5000), 64);
    assertThrows(ArithmeticException.class, () -> PreciseFunctions.exp(large));
    assertEquals(BigInteger.ZERO, PreciseFunctions.exp(large.negate()).re());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0.85562439189214880317330462028",
    "-1, -0.85562439189214880317330462028",
    "1/10, 0.09983358303600340099054380141062",
    "3, 1.249930444741547523621915914692",
    "10, 1.253314137315500251207863542266",
    "100, 1.253314137315500251207882642406"
  })
  void normalIntegrals(String x, String value) {
    for (int precision : new int[] {20, 90, 400}) {
      Ball ours = PreciseFunctions.normalIntegral(Ball.of(Rational.parse(x), precision));
      Ball wide = ours.widened(BigInteger.ONE.shiftLeft(Math.max(0, precision - 95)));
      Rational exact = Rational.parse(value.equals("0") ? "0" : value);
      assertTrue(
          BallTest.contains(wide, new BallTest.Exact(exact, Rational.ZERO)), () -> x + " " + ours);
      assertTrue(ours.radius().bitLength() <= 4, () -> "wide: " + ours.radius());
    }
  }

  @Test
  void normalIntegralsOfWideDiscsAreRefused() {
    Ball wide =
        new Ball(8, BigInteger.valueOf(70 << 8), BigInteger.ZERO, BigInteger.valueOf(60 << 8));
    assertThrows(ArithmeticException.class, () -> PreciseFunctions.normalIntegral(wide));
  }

  /** Angles in degrees and in radians are added and multiplied exactly. */
  @Test
  void multiplesOfPi() {
    PiNumber right = new PiNumber(Rational.ZERO, Rational.of(1, 2));
    PiNumber one = PiNumber.of(Rational.ONE);
    PiNumber sum = right.plus(one).plus(right.negate());
    assertEquals(one, sum);
    assertEquals(Rational.ONE, sum.fraction().orElseThrow());
    assertTrue(right.fraction().isEmpty() && right.times(right).isEmpty());
    assertEquals(
        new PiNumber(Rational.of(2), Rational.ONE),
        right.plus(one).times(PiNumber.of(Rational.of(2))).orElseThrow());
    Ball i = new Exponent(PiNumber.ZERO, right).exponential(80);
    assertTrue(BallTest.contains(i, new BallTest.Exact(Rational.ZERO, Rational.ONE)));
  }
}
