package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipsisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "property|80|property",
        "property|79|proper\u2026",
        "property|70|proper\u2026",
        "property|20|p\u2026",
        "property|19|\u2026",
        "property|0|\u2026",
        "a title|40|a t\u2026",
        "a title|30|a\u2026",
        "''|0|''"
      })
  void eachLetterIsTenPixelsWide(String text, int room, String shown) {
    assertEquals(shown, Ellipsis.shortened(text, room, words -> 10 * words.length()));
  }
}
