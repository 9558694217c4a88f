package surety.language.ide.hover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "2, 2",
    "0.25, 0.25",
    "0.22360679, 0.2236",
    "-12345.6, -12350",
    "1e7, 10000000",
    "123456789, 1.235e8",
    "0.00001, 0.00001",
    "1.5e-6, 1.5e-6",
    "-3e300, -3e300",
    "Infinity, Infinity",
    "NaN, NaN",
  })
  void areShort(double value, String text) {
    assertEquals(text, Digits.of(value));
  }
}
