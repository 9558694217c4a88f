package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;
import surety.language.WantedGap;

class GapConverterTest {
  private final GapConverter converter = new GapConverter();

  @ParameterizedTest
  @CsvSource({
    "1e-6, 1e-6",
    "0.25, 0.25",
    ".5, 0.5",
    "1E-300, 1e-300",
    "0.9999999999999999999999, 1"
  })
  void understands(String text, double expected) {
    WantedGap gap = converter.convert(text);
    assertEquals(text, gap.text());
    assertEquals(expected, gap.toDouble(), 1e-15 * expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.5",
        "0",
        "0.0",
        "-1e-6",
        "-0",
        "NaN",
        "Infinity",
        "1e",
        "e-6",
        "1e-6f",
        "0x1p-3",
        "1/2",
        "1,5",
        " ",
        "10%"
      })
  void refuses(String text) {
    assertThrows(TypeConversionException.class, () -> converter.convert(text));
  }
}
