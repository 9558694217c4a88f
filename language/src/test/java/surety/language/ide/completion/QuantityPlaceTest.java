package surety.language.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityPlaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "property p: | false",
        "property p: P( | true",
        "property p: P(a > 0) | false",
        "property p: P(a > 0) / E( | true",
        "property p: (P(a > 0) + | false",
        "property p: P((a > 0 and | true",
        "query q: E(a) - abs( | true",
        "event e = | true",
        "event e = a > 0; query q: | false",
        "distribution D for N { } query q: cdf( | true",
      })
  void tellsWhatBelongsThere(String text, boolean isInside) {
    assertEquals(isInside, QuantityPlace.isInside(text));
  }
}
