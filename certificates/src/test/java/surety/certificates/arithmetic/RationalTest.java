package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
  @ParameterizedTest
  @CsvSource({
    "-12, -12",
    "0.1, 1/10",
    "1e-4, 1/10000",
    "7/2, 7/2",
    "-14/4, -7/2",
    "0/5, 0",
    "2.50E1, 25",
    "+3, 3",
    "-0.0, 0",
    "12e+2, 1200",
    "007, 7"
  })
  void readsNumbersExactly(String text, String canonical) {
    assertEquals(canonical, Rational.parse(text).toString());
    assertEquals(Rational.parse(text), Rational.parse(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "1.",
        ".5",
        "1e",
        "1e1.5",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "--1",
        "1/-2",
        "1/2/3",
        "1/2e3",
        "1,5",
        "½",
        "٣",
        "1e99999999999999999999",
        "1e10001",
        "1e-10001"
      })
  void refusesEverythingElse(String text) {
    String message =
        assertThrows(NumberFormatException.class, () -> Rational.parse(text)).getMessage();
    assertTrue(message.contains("'" + text + "'"), message);
  }

  @Test
  void refusesHostileTextsInBoundedTime() {
    String digits = "9".repeat(40_000);
    for (String text : new String[] {digits, "0." + digits.substring(0, 4095), "1/0"}) {
      String message =
          assertThrows(NumberFormatException.class, () -> Rational.parse(text)).getMessage();
      assertTrue(message.length() < 200, message);
    }
  }

  @Test
  void canonicalTextIsReadBackHoweverLong() {
    String longest = "0." + "7".repeat(4087) + "e-10000";
    for (String text : new String[] {longest, "1e10000", "1e-10000", "-1e-400"}) {
      Rational value = Rational.parse(text);
      assertEquals(value, Rational.parse(value.toString()));
    }
  }

  @Test
  void agreesWithNaiveFractions() {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 3000; i++) {
      long a = random.nextLong(-500, 500);
      long b = random.nextLong(1, 60);
      long c = random.nextLong(-500, 500);
      long d = random.nextLong(1, 60);
      Rational x = Rational.of(a, b);
      Rational y = Rational.of(c, -d);
      assertEquals(Rational.of(a * d - c * b, b * d), x.plus(y));
      assertEquals(Rational.of(a * d + c * b, b * d), x.minus(y));
      assertEquals(Rational.of(-a * c, b * d), x.times(y));
      if (c != 0) {
        assertEquals(Rational.of(-a * d, b * c), x.dividedBy(y));
      }
      assertEquals(Long.signum(a * d + c * b), x.compareTo(y));
      assertEquals(Long.signum(a), x.signum());
      assertEquals(Rational.of(Math.abs(a), b), x.abs());
      assertEquals(a % b == 0, x.isInteger());
      assertEquals(a == 0, x.isZero());
      assertEquals(x.hashCode(), Rational.of(a * 3, b * 3).hashCode());
      assertEquals(BigInteger.ONE, x.numerator().gcd(x.denominator()));
    }
  }

  @Test
  void directedDoublesAreTheNeighbours() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 1000; i++) {
      double x = Doubles.any(random);
      Rational exact = Rational.ofDouble(x);
      assertEquals(x + 0.0, exact.doubleFloor());
      assertEquals(x + 0.0, exact.doubleCeiling());
      Rational above = exact.plus(Rational.parse("1e-1000"));
      assertEquals(x, above.doubleFloor(), 0.0);
      assertEquals(Math.nextUp(x), above.doubleCeiling(), 0.0);
      Rational below = exact.minus(Rational.of(BigInteger.ONE, BigInteger.TEN.pow(1000)));
      assertEquals(Math.nextDown(x), below.doubleFloor(), 0.0);
      assertEquals(x, below.doubleCeiling(), 0.0);
    }
    assertEquals(Double.MAX_VALUE, Rational.parse("1e400").doubleFloor());
    assertEquals(Double.POSITIVE_INFINITY, Rational.parse("1e400").doubleCeiling());
    assertEquals(Double.NEGATIVE_INFINITY, Rational.parse("-1e400").doubleFloor());
    assertEquals(-Double.MAX_VALUE, Rational.parse("-1e400").doubleCeiling());
    assertEquals(0.0, Rational.parse("1e-400").doubleFloor());
    assertEquals(Double.MIN_VALUE, Rational.parse("1e-400").doubleCeiling());
  }

  @Test
  void isExactForDoubles() {
    SplittableRandom random = new SplittableRandom(43);
    for (int i = 0; i < 1000; i++) {
      double x = Doubles.any(random);
      Rational r = Rational.ofDouble(x);
      assertEquals(
          0,
          new BigDecimal(r.numerator())
              .compareTo(new BigDecimal(x).multiply(new BigDecimal(r.denominator()))));
    }
    assertThrows(ArithmeticException.class, () -> Rational.ofDouble(Double.NaN));
    assertThrows(ArithmeticException.class, () -> Rational.ofDouble(Double.NEGATIVE_INFINITY));
  }

  @Test
  void refusesToDivideByZero() {
    assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
    assertThrows(ArithmeticException.class, () -> Rational.ONE.dividedBy(Rational.ZERO));
    assertFalse(Rational.ONE.equals(Rational.ZERO));
  }

  @Test
  void sumsAreThoseOfOneAfterTheOther() {
    SplittableRandom random = new SplittableRandom(44);
    assertEquals(Optional.of(Rational.ZERO), Rational.sumOrOne(List.of()));
    for (int i = 0; i < 300; i++) {
      List<Rational> terms = new ArrayList<>();
      Rational sum = Rational.ZERO;
      for (int k = random.nextInt(1, 9); k > 0; k--) {
        Rational term = Rational.of(random.nextInt(-20, 20), random.nextInt(1, 7));
        terms.add(term);
        sum = sum.plus(term);
      }
      assertEquals(Optional.of(sum), Rational.sumOrOne(terms));
      terms.add(Rational.ONE.minus(sum));
      assertEquals(Optional.of(Rational.ONE), Rational.sumOrOne(terms));
    }
  }

  /** Beyond so many bits it is only known whether the sum is one. */
  @Test
  void ofALongSumOnlyOneIsKnown() {
    Rational tiny = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(40_000));
    assertEquals(40_002, tiny.bitLength());
    assertEquals(Optional.empty(), Rational.sumOrOne(List.of(tiny)));
    Rational longest = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(32_766));
    assertEquals(Optional.of(longest), Rational.sumOrOne(List.of(longest)));
    List<Rational> whole = List.of(tiny, Rational.ONE.minus(tiny));
    assertEquals(Optional.of(Rational.ONE), Rational.sumOrOne(whole));
  }

  @Test
  void theLongestTextsAreRead() {
    String longest = "-" + "7".repeat(32_767);
    assertEquals(longest, Rational.parse(longest).toString());
    assertEquals(longest, Rational.parseFraction(longest).toString());
    assertThrows(NumberFormatException.class, () -> Rational.parse(longest + "7"));
    assertThrows(NumberFormatException.class, () -> Rational.parseFraction(longest + "7"));
  }
}
