package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;

/** Numbers are exactly what is written. */
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 1, 10",
    "-0.1, -1, 10",
    "+12, 12, 1",
    "1e-3, 1, 1000",
    "2.5E+2, 250, 1",
    "1/3, 1, 3",
    "-0.5/3, -1, 6",
    "1e-3/2, 1, 2000",
    "007, 7, 1"
  })
  void readsExactly(String text, long numerator, long denominator) {
    assertEquals(Optional.of(Rational.of(numerator, denominator)), Numbers.parse(text));
    assertEquals(Optional.empty(), Numbers.problem(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1e",
        "1.",
        ".5",
        "--1",
        "1/0",
        "0/0",
        "1/0.0",
        "1/2/3",
        "1e10001",
        "1e-99999",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "1,5",
        "1 2"
      })
  void refuses(String text) {
    assertEquals(Optional.empty(), Numbers.parse(text));
    assertEquals(1, Numbers.problem(text).stream().filter(m -> !m.isBlank()).count());
  }

  @Test
  void refusesWhatIsTooLong() {
    assertEquals(
        Optional.empty(), Numbers.parse("1e-10000/1e10000".replace("1e10000", "7e9999") + "1"));
    assertEquals(Optional.empty(), Numbers.parse("1".repeat(40_000)));
    assertEquals(
        Optional.of(Rational.of(1)), Numbers.parse("1e10000/1e10000"), "only the result counts");
  }
}
