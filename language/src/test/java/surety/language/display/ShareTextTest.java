package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;

class ShareTextTest {
  @ParameterizedTest
  @CsvSource({
    "0.25, 0.5, 0.5, 50.0 %",
    "0.125, 0.9375, 1, 12.9 %",
    "1e-9, 0.25, 0.25, 4e-7 %",
    "0.000249, 0.25, 0.25, 0.1 %",
    "0.00024, 0.25, 0.25, 0.1 %",
    "0.00016, 0.25, 0.25, 0.06 %",
    "0.3, 0.25, 0.25, 120.0 %",
    "0, 1, 1, 0.0 %",
    "0.25, 0, 0.5, unknown",
    "0, 0, 0, unknown",
    "0.25, 0.5, 1, unknown",
    "0.25, -0.5, 1, unknown"
  })
  void isRelativeToWhatIsKnownWell(String part, double lower, double upper, String text) {
    assertEquals(text, ShareText.of(new BigDecimal(part), Bound.of(lower), Bound.of(upper)));
  }

  @ParameterizedTest
  @CsvSource({"0.123456, 0.123", "1.5e-400, 1.5e-400", "0.99999, 1", "0, 0"})
  void aProbabilityIsShownByWhatMattersOfIt(String probability, String text) {
    assertEquals(text, ShareText.few(new BigDecimal(probability)));
  }

  /** Masses and bounds may be no doubles. */
  @Test
  void isKnownFarBelowTheLeastDouble() {
    Dyadic least = Dyadic.of(Double.MIN_VALUE);
    Bound bound = Bound.of(least.times(least));
    BigDecimal half = new BigDecimal(Double.MIN_VALUE).pow(2).divide(BigDecimal.valueOf(2));
    assertEquals("50.0 %", ShareText.of(half, bound, bound));
  }
}
