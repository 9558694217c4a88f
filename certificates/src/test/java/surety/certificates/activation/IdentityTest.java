package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class IdentityTest {

  @Test
  void changesNothing() {
    Rational third = Rational.of(1, 3);
    Interval range = Interval.of(-2, 1e300);
    assertSame(third, Activation.IDENTITY.applyExactly(third));
    assertEquals(range, Activation.IDENTITY.enclose(range));
    assertEquals(-0.1, Activation.IDENTITY.apply(-0.1));
  }
}
