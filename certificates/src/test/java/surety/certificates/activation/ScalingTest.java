package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

class ScalingTest {
  private static RealNumber fraction(long numerator, long denominator) {
    return RealNumber.of(Rational.of(numerator, denominator));
  }

  @Test
  void dividesExactly() {
    Activation third = new Scaling(fraction(1, 3), fraction(-1, 7));
    assertTrue(third.isPiecewiseLinear());
    assertEquals(Rational.of(4, 21), third.applyExactly(Rational.ONE));
    Interval y = third.enclose(1);
    assertTrue(y.contains(Rational.of(4, 21)) && y.width() < 1e-15);
    assertTrue(third.encloseSlope(third.sections().get(0), 5).contains(Rational.of(1, 3)));
    assertTrue(third.isNonDecreasing());
    assertFalse(new Scaling(fraction(-1, 3), RealNumber.ZERO).isNonDecreasing());
  }

  @Test
  void enclosesWhatIsNoFraction() {
    RealNumber root = RealNumber.of(2).sqrt();
    Activation f = new Scaling(RealNumber.ONE.dividedBy(root), RealNumber.ZERO);
    assertFalse(f.isPiecewiseLinear());
    assertThrows(UnsupportedOperationException.class, () -> f.applyExactly(Rational.ONE));
    Interval half = f.enclose(f.enclose(1));
    assertTrue(half.contains(0.5) && half.width() < 1e-15);
  }

  @Test
  void refusesWhatIsBeyondDoubles() {
    RealNumber huge = RealNumber.of(1e300).times(RealNumber.of(1e300));
    assertThrows(IllegalArgumentException.class, () -> new Scaling(huge, RealNumber.ZERO));
    assertThrows(IllegalArgumentException.class, () -> new Scaling(RealNumber.ZERO, huge));
  }

  @Test
  void plainValuesAreAboutTheSame() {
    Activation scaling = new Scaling(fraction(1, 4), fraction(-3, 2));
    assertEquals(-1, scaling.apply(2));
    assertEquals(0.25, scaling.slope(7));
  }
}
