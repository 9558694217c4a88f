package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundTest {
  private static Bound any(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> Bound.INFINITY;
      case 1 -> Bound.MINUS_INFINITY;
      case 2 -> Bound.of(random.nextInt(-2, 3));
      default ->
          Bound.of(
              new Dyadic(
                  BigInteger.valueOf(random.nextLong() >> random.nextInt(64)),
                  random.nextInt(-80, 80)));
    };
  }

  @Test
  void ordersNumbersBetweenTheInfinities() {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 3_000; i++) {
      Bound a = any(random);
      Bound b = any(random);
      assertEquals(-Integer.signum(a.compareTo(b)), Integer.signum(b.compareTo(a)));
      assertEquals(a.equals(b), a.compareTo(b) == 0);
      assertEquals(
          Integer.signum(a.compareTo(b)), Integer.signum(b.negate().compareTo(a.negate())));
      assertEquals(Integer.signum(a.compareTo(Bound.ZERO)), a.signum());
      if (a.isFinite() && b.isFinite()) {
        Rational exact = b.dyadic().toRational();
        assertEquals(
            Integer.signum(a.dyadic().toRational().compareTo(exact)),
            Integer.signum(a.compareTo(b)));
        assertEquals(Integer.signum(a.compareTo(b)), Integer.signum(a.compareTo(exact)));
      }
    }
    Rational huge = Rational.parse("1e400");
    assertTrue(Bound.INFINITY.compareTo(huge) > 0);
    assertTrue(Bound.MINUS_INFINITY.compareTo(huge.negate()) < 0);
    assertEquals(0, Bound.INFINITY.compareTo(Bound.of(Double.POSITIVE_INFINITY)));
    assertEquals(0, Bound.MINUS_INFINITY.compareTo(Bound.of(Double.NEGATIVE_INFINITY)));
  }

  @Test
  void doublesAndDigitsAreOnTheirSide() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 2_000; i++) {
      Bound a = any(random);
      assertTrue(Bound.of(a.doubleFloor()).compareTo(a) <= 0);
      assertTrue(Bound.of(a.doubleCeiling()).compareTo(a) >= 0);
      assertTrue(a.roundDown().compareTo(a) <= 0 && a.roundUp().compareTo(a) >= 0);
      assertEquals(a.isFinite(), a.roundDown().isFinite());
      if (a.isFinite()) {
        Rational floor = Rational.parse(a.toDecimal(RoundingMode.FLOOR, 5));
        Rational ceiling = Rational.parse(a.toDecimal(RoundingMode.CEILING, 5));
        assertTrue(a.compareTo(floor) >= 0 && a.compareTo(ceiling) <= 0);
      }
    }
    assertEquals("inf", Bound.INFINITY.toDecimal(RoundingMode.FLOOR, 3));
    assertEquals("-inf", Bound.MINUS_INFINITY.toDecimal(RoundingMode.CEILING, 3));
    assertEquals(Double.POSITIVE_INFINITY, Bound.INFINITY.doubleFloor());
    assertEquals(Double.NEGATIVE_INFINITY, Bound.MINUS_INFINITY.doubleCeiling());
  }

  @Test
  void textsAreReadBack() {
    SplittableRandom random = new SplittableRandom(43);
    List<Bound> bounds = new ArrayList<>(List.of(Bound.INFINITY, Bound.MINUS_INFINITY, Bound.ZERO));
    for (int i = 0; i < 500; i++) {
      bounds.add(any(random));
    }
    for (Bound bound : bounds) {
      assertEquals(bound, Bound.parseHex(bound.toHex()));
      assertEquals(bound.toHex(), bound.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+inf",
        "Inf",
        "infinity",
        "-Inf",
        "--inf",
        "inf ",
        " inf",
        "nan",
        "1",
        "0x1p",
        "-0x0p0"
      })
  void otherTextsAreRefused(String text) {
    assertThrows(NumberFormatException.class, () -> Bound.parseHex(text));
  }

  @Test
  void aBoundIsANumberOrInfinite() {
    assertThrows(IllegalArgumentException.class, () -> new Bound(Optional.of(Dyadic.ONE), 1));
    assertThrows(IllegalArgumentException.class, () -> new Bound(Optional.empty(), 0));
    assertThrows(NoSuchElementException.class, Bound.INFINITY::dyadic);
    assertThrows(ArithmeticException.class, () -> Bound.of(Double.NaN));
    assertFalse(Bound.of(Double.NEGATIVE_INFINITY).isFinite());
    assertEquals(Bound.MINUS_INFINITY, Bound.of(Double.NEGATIVE_INFINITY));
    assertEquals(Bound.MINUS_INFINITY, Bound.INFINITY.negate());
    assertEquals(Bound.ZERO, Bound.of(-0.0));
  }
}
