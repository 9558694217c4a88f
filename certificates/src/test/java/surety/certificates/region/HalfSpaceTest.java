package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class HalfSpaceTest {
  static HalfSpace half(long constant, long... normal) {
    List<BigInteger> numbers = Arrays.stream(normal).mapToObj(BigInteger::valueOf).toList();
    return new HalfSpace(numbers, BigInteger.valueOf(constant));
  }

  static RationalPoint point(String... coordinates) {
    return RationalPoint.of(Arrays.stream(coordinates).map(Rational::parse).toList());
  }

  @Test
  void equalHalfSpacesAreEqual() {
    assertEquals(half(-3, 2, 4), half(-9, 6, 12));
    assertEquals(half(0, 1, 2), half(0, 7, 14));
    assertNotEquals(half(-3, 2, 4), half(3, -2, -4));
    assertNotEquals(half(-3, 2, 4), half(-3, 2, 5));
  }

  @Test
  void aNormalOfZerosIsRefused() {
    assertThrows(ArithmeticException.class, () -> half(1, 0, 0));
    assertThrows(ArithmeticException.class, () -> half(0, 0));
  }

  @Test
  void sidesAreExact() {
    HalfSpace half = half(-1, 3, 0); // 3 x >= 1
    assertEquals(0, half.side(point("1/3", "17")));
    assertFalse(half.containsInside(point("1/3", "17")));
    assertTrue(half.containsInside(point("0.33333333333333333334", "0")));
    assertFalse(half.containsInside(point("0.33333333333333333333", "0")));
    assertEquals(-1, half.side(point("0", "0")));
    assertEquals(1, half.opposite().side(point("0", "0")));
    assertEquals(half, half.opposite().opposite());
  }

  @Test
  void coordinatesAreBounded() {
    assertEquals(half(-1, 0, 3), HalfSpace.ofCoordinate(2, 1, Rational.of(1, 3), true));
    assertEquals(half(1, 0, -3), HalfSpace.ofCoordinate(2, 1, Rational.of(1, 3), false));
  }
}
