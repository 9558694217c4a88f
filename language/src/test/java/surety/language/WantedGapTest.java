package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

class WantedGapTest {
  @Test
  void keepsItsText() {
    assertEquals("1e-6", WantedGap.parse("1e-6").text());
    assertEquals(Rational.of(1, 1_000_000), WantedGap.parse("1e-6").value());
    assertEquals("1e-9", WantedGap.of(1e-9).text());
    assertEquals(1e-9, WantedGap.of(1e-9).toDouble());
    assertThrows(NumberFormatException.class, () -> WantedGap.parse("small"));
  }

  @Test
  void isNeverRoundedUp() {
    WantedGap gap = WantedGap.parse("1e-6");
    assertTrue(Dyadic.of(gap.toDouble()).compareTo(gap.value()) <= 0);
    assertTrue(gap.isReachedBy(Dyadic.of(gap.toDouble())));
    assertFalse(gap.isReachedBy(Dyadic.of(Math.nextUp(gap.toDouble()))));
  }
}
