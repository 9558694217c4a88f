package surety.language.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.language.translation.Numbers;

class EventTextTest {
  @ParameterizedTest
  @CsvSource({
    "1 0 0, >, 12, a > 12",
    "0 -1 0, <=, 0.1, -b <= 0.1",
    "2 0 -1/3, >=, 1/3, 2 * a - 1/3 * c >= 1/3",
    "-0.5 1 1, <, -1, -0.5 * a + b + c < -1"
  })
  void namesTheOutputs(String coefficients, String comparison, String threshold, String text) {
    List<Rational> numbers =
        Arrays.stream(coefficients.split(" ")).map(t -> Numbers.parse(t).orElseThrow()).toList();
    Event event =
        new Atom(
            new AffineForm(numbers),
            Comparison.ofSymbol(comparison).orElseThrow(),
            Numbers.parse(threshold).orElseThrow());
    assertEquals(text, EventText.of(event, List.of("a", "b", "c"), List.of()));
  }
}
