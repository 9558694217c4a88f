package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class RelativeErrorTest {
  @Test
  void isTheTightestDoubleAboveGamma() {
    Rational unit = Rational.ofDouble(0x1p-53);
    IntStream some = IntStream.of(0, 1, 2, 3, 7, 100, 12345, 1 << 20, 1 << 30);
    IntStream powers = IntStream.range(3, 15).flatMap(k -> IntStream.of(1 << k, (1 << k) + 1));
    for (int n : IntStream.concat(some, powers).toArray()) {
      Rational nu = unit.times(Rational.of(n));
      Rational gamma = nu.dividedBy(Rational.ONE.minus(nu));
      assertEquals(gamma.doubleCeiling(), RelativeError.gamma(n));
    }
  }

  @Test
  void boundsProductsOfManyRoundings() {
    // (1 + u)^n and 1 / (1 - u)^n are within 1 + gamma_n
    Rational unit = Rational.ofDouble(0x1p-53);
    Rational product = Rational.ONE;
    Rational quotient = Rational.ONE;
    for (int n = 1; n <= 40; n++) {
      product = product.times(Rational.ONE.plus(unit));
      quotient = quotient.dividedBy(Rational.ONE.minus(unit));
      Rational bound = Rational.ONE.plus(Rational.ofDouble(RelativeError.gamma(n)));
      assertTrue(product.compareTo(bound) <= 0);
      assertTrue(quotient.compareTo(bound) <= 0);
    }
  }

  @Test
  void refusesWhatItCannotBound() {
    assertThrows(IllegalArgumentException.class, () -> RelativeError.gamma(-1));
    assertThrows(IllegalArgumentException.class, () -> RelativeError.gamma((1 << 30) + 1));
  }
}
