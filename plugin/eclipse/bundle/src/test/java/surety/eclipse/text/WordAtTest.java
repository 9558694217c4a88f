package surety.eclipse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordAtTest {
  @ParameterizedTest
  @CsvSource({
    "0, P, 0",
    "1, P, 0",
    "2, y_1, 2",
    "4, y_1, 2",
    "5, y_1, 2",
    "6, '', 6",
    "-4, P, 0",
    "99, '', 8"
  })
  void names(int offset, String word, int start) {
    assertEquals(new WordAt(word, new Span(start, word.length())), WordAt.of("P(y_1 > ", offset));
  }
}
