package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "60, PT1M",
    "60s, PT1M",
    "60 s, PT1M",
    "1.5min, PT1M30S",
    "2m, PT2M",
    "250ms, PT0.25S",
    "0.001s, PT0.001S",
    "1h, PT1H",
    "8760h, PT8760H",
    "' 5 s ', PT5S"
  })
  void understands(String text, Duration expected) {
    assertEquals(expected, converter.convert(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "s",
        "60 seconds",
        "60S",
        "-5s",
        "+5s",
        "1e3",
        "5,5s",
        "NaN",
        "Infinity",
        ".5s",
        "5.s",
        "1h30min",
        "60s60s",
        "0x10",
        "five",
        "60\ns"
      })
  void refuses(String text) {
    TypeConversionException e =
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    assertEquals(
        "'"
            + text
            + "' is not a time; write a number and ms, s, min (also m) or h, for instance 60s; a"
            + " number alone is seconds",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0s", "0.0ms", "8761h", "999999999999h", "0.0000001ms"})
  void refusesWhatIsOutOfRange(String text) {
    TypeConversionException e =
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    assertTrue(e.getMessage().contains("out of range"), e.getMessage());
  }
}
