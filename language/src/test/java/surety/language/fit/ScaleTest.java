package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class ScaleTest {
  @Test
  void theRootIsNear() {
    for (String root : new String[] {"1", "9.99", "0.3", "1e-400", "7e300", "123456", "2e-7"}) {
      Rational number = Rational.parse(root);
      int exponent = Scale.halfExponent(number.times(number));
      assertTrue(Scale.power(exponent).compareTo(number.times(Rational.of(2))) < 0, root);
      assertTrue(Scale.power(exponent + 1).times(Rational.of(2)).compareTo(number) > 0, root);
    }
  }

  @Test
  void powersAreExact() {
    assertEquals(Rational.parse("1e5000"), Scale.power(5000));
    assertEquals(Rational.parse("0.01"), Scale.power(-2));
    assertEquals(Rational.ONE, Scale.power(0));
    assertEquals(Rational.ONE, Scale.power(-30_000).times(Scale.power(30_000)));
  }
}
