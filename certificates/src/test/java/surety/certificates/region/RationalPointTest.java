package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class RationalPointTest {
  private static BigInteger integer(long value) {
    return BigInteger.valueOf(value);
  }

  @Test
  void hasOneDenominatorInLowestTerms() {
    RationalPoint point = RationalPoint.of(List.of(Rational.of(1, 6), Rational.of(-3, 4)));
    assertEquals(List.of(integer(2), integer(-9)), point.numerators());
    assertEquals(integer(12), point.denominator());
    assertEquals(point, new RationalPoint(List.of(integer(4), integer(-18)), integer(24)));
    assertEquals(Rational.of(-3, 4), point.coordinate(1));
    assertEquals(List.of(Rational.of(1, 6), Rational.of(-3, 4)), point.coordinates());
    assertEquals(2, point.dimension());
  }

  @Test
  void aDenominatorIsPositive() {
    List<BigInteger> numerators = List.of(integer(1));
    assertThrows(ArithmeticException.class, () -> new RationalPoint(numerators, integer(0)));
    assertThrows(ArithmeticException.class, () -> new RationalPoint(numerators, integer(-2)));
  }
}
