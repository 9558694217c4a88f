package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DyadicTest {
  private static Dyadic any(SplittableRandom random) {
    return new Dyadic(
        new BigInteger(random.nextInt(1, 150), new java.util.Random(random.nextLong()))
            .multiply(BigInteger.valueOf(random.nextInt(-1, 2))),
        random.nextInt(-1500, 1200));
  }

  @Test
  void agreesWithRationals() {
    SplittableRandom random = new SplittableRandom(51);
    for (int i = 0; i < 3000; i++) {
      Dyadic a = any(random);
      Dyadic b = random.nextInt(4) == 0 ? a.plus(any(random)) : any(random);
      Rational x = a.toRational();
      Rational y = b.toRational();
      assertEquals(x.plus(y), a.plus(b).toRational());
      assertEquals(x.minus(y), a.minus(b).toRational());
      assertEquals(x.times(y), a.times(b).toRational());
      assertEquals(x.negate(), a.negate().toRational());
      assertEquals(x.times(Rational.of(8)), a.shift(3).toRational());
      assertEquals(x.compareTo(y), a.compareTo(b));
      assertEquals(x.compareTo(y), a.compareTo(y));
      assertEquals(x.signum(), a.signum());
      assertEquals(x.doubleFloor(), a.doubleFloor());
      assertEquals(x.doubleCeiling(), a.doubleCeiling());
      assertEquals(a, new Dyadic(a.significand().shiftLeft(7), a.exponent() - 7));
      assertEquals(a, Dyadic.parseHex(a.toHex()));
    }
  }

  @Test
  void roundsToDoublePrecisionWithAnyExponent() {
    SplittableRandom random = new SplittableRandom(52);
    for (int i = 0; i < 2000; i++) {
      Dyadic a = any(random);
      Dyadic down = a.roundDown();
      Dyadic up = a.roundUp();
      assertTrue(down.compareTo(a) <= 0 && up.compareTo(a) >= 0);
      assertTrue(down.significand().abs().bitLength() <= 53);
      assertTrue(up.significand().abs().bitLength() <= 53);
      boolean fits = a.significand().abs().bitLength() <= 53;
      assertEquals(fits, down.equals(a));
      assertEquals(fits, up.equals(a));
      if (!fits) {
        Dyadic gap = up.minus(down);
        assertEquals(BigInteger.ONE, gap.significand());
        assertEquals(a.significand().abs().bitLength() + a.exponent() - 53, gap.exponent());
      }
    }
  }

  @Test
  void writesDecimalsThatBoundIt() {
    SplittableRandom random = new SplittableRandom(53);
    for (int i = 0; i < 500; i++) {
      Dyadic a = any(random);
      int digits = random.nextInt(1, 20);
      BigDecimal exact =
          new BigDecimal(a.toRational().numerator())
              .divide(new BigDecimal(a.toRational().denominator()));
      BigDecimal floor = new BigDecimal(a.toDecimal(RoundingMode.FLOOR, digits));
      BigDecimal ceiling = new BigDecimal(a.toDecimal(RoundingMode.CEILING, digits));
      assertTrue(floor.compareTo(exact) <= 0 && ceiling.compareTo(exact) >= 0);
      assertTrue(floor.precision() - Math.max(0, -floor.scale()) <= 20);
    }
    assertEquals("0", Dyadic.ZERO.toDecimal(RoundingMode.FLOOR, 16));
    assertEquals("1", Dyadic.ONE.toDecimal(RoundingMode.CEILING, 16));
    assertEquals("0.125", Dyadic.of(0.125).toDecimal(RoundingMode.FLOOR, 16));
    assertEquals("0.3334", Dyadic.of(1 / 3.0).toDecimal(RoundingMode.CEILING, 4));
    assertEquals("-0.3334", Dyadic.of(-1 / 3.0).toDecimal(RoundingMode.FLOOR, 4));
    assertEquals("1.277E-349", Dyadic.ONE.shift(-1159).toDecimal(RoundingMode.FLOOR, 4));
    assertEquals("1.2676E+30", Dyadic.ONE.shift(100).toDecimal(RoundingMode.FLOOR, 5));
  }

  /** Beyond the powers of two that are computed exactly, still on the right side, and near. */
  @Test
  void decimalsFarOutAreRoundedOutwardToo() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 40; i++) {
      int exponent = (random.nextBoolean() ? 1 : -1) * random.nextInt(32_700, 60_000);
      Dyadic a = Dyadic.of(random.nextDouble(-9, 9)).shift(exponent);
      BigDecimal exact = new BigDecimal(a.significand());
      BigDecimal two = BigDecimal.valueOf(2);
      exact =
          a.exponent() < 0
              ? exact.multiply(new BigDecimal("0.5").pow(-a.exponent()))
              : exact.multiply(two.pow(a.exponent()));
      BigDecimal floor = new BigDecimal(a.toDecimal(RoundingMode.FLOOR, 17));
      BigDecimal ceiling = new BigDecimal(a.toDecimal(RoundingMode.CEILING, 17));
      assertTrue(floor.compareTo(exact) <= 0 && exact.compareTo(ceiling) <= 0);
      BigDecimal gap = ceiling.subtract(floor);
      assertTrue(gap.compareTo(exact.abs().movePointLeft(15)) <= 0);
    }
    Dyadic tiny = Dyadic.ONE.shift(-4_194_304);
    assertEquals("4E-1262612", tiny.toDecimal(RoundingMode.FLOOR, 1));
    Dyadic huge = Dyadic.ONE.shift(Integer.MAX_VALUE);
    assertEquals("9E+646456992", huge.toDecimal(RoundingMode.CEILING, 1));
  }

  @Test
  void hexIsCanonical() {
    assertEquals("0x0p0", Dyadic.ZERO.toHex());
    assertEquals("0x1p0", Dyadic.ONE.toHex());
    assertEquals("0x1.8p-3", Dyadic.of(0.1875).toHex());
    assertEquals("-0x1p10", Dyadic.of(-1024).toHex());
    assertEquals("0x1.999999999999ap-4", Dyadic.of(0.1).toHex());
    assertEquals("0x1p-1074", Dyadic.of(Double.MIN_VALUE).toHex());
    assertEquals("0x1p-1159", Dyadic.ONE.shift(-1159).toHex());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "1",
        "0x0",
        "-0x0p0",
        "0x0p1",
        "0x1",
        "0x1.p0",
        "0x1.0p0",
        "0x1.80p0",
        "0x2p0",
        "0x1.8P0",
        "0x1.8p+3",
        "0x1.8p03",
        "0x1.Ap0",
        " 0x1p0",
        "0x1p0 ",
        "+0x1p0",
        "0x1p-0",
        "0x1.gp0",
        "0x1p9999999999",
        "0x1p2147483647",
        "0x1p99999999999",
        "NaN",
        "0X1p0"
      })
  void refusesOtherHex(String text) {
    assertThrows(NumberFormatException.class, () -> Dyadic.parseHex(text));
  }

  @Test
  void refusesOverlongHexAndWhatIsNotFinite() {
    String overlong = "0x1." + "1".repeat(5000) + "p0";
    assertThrows(NumberFormatException.class, () -> Dyadic.parseHex(overlong));
    assertThrows(ArithmeticException.class, () -> Dyadic.of(Double.NaN));
    assertThrows(ArithmeticException.class, () -> Dyadic.of(Double.POSITIVE_INFINITY));
    assertThrows(ArithmeticException.class, () -> Dyadic.ONE.shift(Integer.MAX_VALUE).shift(1));
  }

  /** The doubles next to the quotient, or the quotient itself. */
  @Test
  void quotientsAreEnclosedAsTightlyAsCanBe() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < 500; i++) {
      Dyadic a = any(random);
      BigInteger divisor = BigInteger.valueOf(random.nextInt(1, 1000));
      Rational exact = a.over(divisor);
      Interval enclosure = a.enclosureOver(divisor);
      assertEquals(exact.doubleFloor(), enclosure.lower());
      assertEquals(exact.doubleCeiling(), enclosure.upper());
    }
  }

  @Test
  void numbersBelowTheLeastDoubleAreRoundedToItOrToZero() {
    for (int exponent : new int[] {-1075, -1076, -5000, Integer.MIN_VALUE}) {
      Dyadic tiny = new Dyadic(BigInteger.ONE, exponent);
      assertEquals(0.0, tiny.doubleFloor());
      assertEquals(Double.MIN_VALUE, tiny.doubleCeiling());
      assertEquals(-Double.MIN_VALUE, tiny.negate().doubleFloor());
      assertEquals(0.0, tiny.negate().doubleCeiling());
    }
    assertEquals(0.0, Dyadic.ZERO.doubleFloor());
  }

  /** Closer to a power of ten than large powers of two are computed. */
  @Test
  void decimalsNextToAPowerOfTenStayOnTheirSide() {
    BigInteger ten = BigInteger.TEN.pow(12_100);
    BigInteger below = ten.shiftRight(40_000);
    Dyadic less = new Dyadic(below, 40_000);
    Dyadic more = new Dyadic(below.add(BigInteger.ONE), 40_000);
    assertEquals("9E+12099", less.toDecimal(RoundingMode.FLOOR, 1));
    assertEquals("2E+12100", more.toDecimal(RoundingMode.CEILING, 1));
    assertEquals("-9E+12099", less.negate().toDecimal(RoundingMode.CEILING, 1));
    assertEquals("-2E+12100", more.negate().toDecimal(RoundingMode.FLOOR, 1));
  }

  @Test
  void decimalsOfUsualSizeHaveNoExponent() {
    assertEquals("1000000000000000", Dyadic.of(1e15).toDecimal(RoundingMode.FLOOR, 17));
    assertEquals("1E+16", Dyadic.of(1e16).toDecimal(RoundingMode.FLOOR, 17));
    assertEquals("0.0000019", Dyadic.of(0x1p-19).toDecimal(RoundingMode.FLOOR, 2));
    assertEquals("9.5E-7", Dyadic.of(0x1p-20).toDecimal(RoundingMode.FLOOR, 2));
  }

  @Test
  void hexIsReadUpToTheLimits() {
    String longest = "0x1." + "1".repeat(4090) + "p0";
    assertEquals(4096, longest.length());
    assertEquals(longest, Dyadic.parseHex(longest).toHex());
    String large = "0x1p" + Integer.MAX_VALUE / 2;
    assertEquals(large, Dyadic.parseHex(large).toHex());
    String larger = "0x1p" + (Integer.MAX_VALUE / 2 + 1);
    assertThrows(NumberFormatException.class, () -> Dyadic.parseHex(larger));
  }
}
