package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deletion leaves neither blank lines nor stray blanks. */
class LinesTest {
  /** {@code #} stands for the end of a line; the part that is deleted is {@code DEL}. */
  @ParameterizedTest
  @CsvSource({
    "'a#  DEL#b', 'a#b'",
    "'a#  DEL  #b', 'a#b'",
    "'DEL#b', 'b'",
    "'a#DEL', 'a#'",
    "'a DEL b', 'a b'",
    "'a DEL', 'a'",
    "'a#  DEL // why#b', 'a#  // why#b'",
    "'DEL', ''",
    "'aDELb', 'ab'"
  })
  void deletes(String before, String after) {
    for (String end : new String[] {"\n", "\r\n"}) {
      String text = before.replace("#", end);
      int from = text.indexOf("DEL");
      Edit edit = new Lines(text).deletion(from, from + 3);
      assertEquals(after.replace("#", end), new QuickFix("t", edit).applyTo(text));
    }
  }

  @Test
  void linesEndAsTheOthers() {
    assertEquals("\n", new Lines("").separator());
    assertEquals("\n", new Lines("a\nb").separator());
    assertEquals("\r\n", new Lines("a\r\nb").separator());
  }

  @Test
  void knowsWhereLinesBegin() {
    Lines lines = new Lines("a\n  bc d\n");
    assertEquals(0, lines.start(0));
    assertEquals(2, lines.start(5));
    assertEquals("  ", lines.indent(5));
    assertTrue(lines.isFirst(4));
    assertFalse(lines.isFirst(7));
  }
}
