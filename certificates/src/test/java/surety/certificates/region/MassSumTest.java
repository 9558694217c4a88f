package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;

class MassSumTest {
  @Test
  void isExact() {
    MassSum sum = new MassSum();
    sum.add(Interval.of(0.5, 0.5));
    for (int k = 0; k < 4; k++) {
      sum.add(Interval.of(0x1p-60, 0x1p-55));
    }
    assertEquals(Dyadic.of(0.5).plus(Dyadic.of(0x1p-58)), sum.lower());
    assertEquals(Dyadic.of(0.5).plus(Dyadic.of(0x1p-53)), sum.upper());
    assertEquals(Interval.of(0.5, Math.nextUp(0.5)), sum.value(1));
  }

  @Test
  void isAProbability() {
    MassSum sum = new MassSum();
    assertEquals(Interval.ZERO, sum.value(1));
    sum.add(Interval.of(0.75, 1));
    sum.add(Interval.of(0.25, 1));
    assertEquals(Interval.ONE, sum.value(1));
    assertTrue(sum.upper().compareTo(Dyadic.ONE) > 0);
  }
}
