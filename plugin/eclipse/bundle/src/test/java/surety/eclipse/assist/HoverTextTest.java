package surety.eclipse.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoverTextTest {

  @ParameterizedTest
  @CsvSource({"'', 10, 0", "abc, 10, 1", "abcdefghij, 10, 1", "abcdefghijk, 10, 2", "abc, 0, 3"})
  void longLinesAreBroken(String text, int room, int lines) {
    assertEquals(lines, new HoverText(text).lines(room));
  }

  @Test
  void emptyLinesAndRulesAreNoLinesOfText() {
    HoverText text = new HoverText("a\n\n| b | c |\n|---|---|\n| d | e |\n\nf");
    assertEquals(4, text.lines(10));
    assertEquals(2, text.gaps());
  }

  @Test
  void nothingInThePageIsATagThatTheTextWrote() {
    String page = new HoverText("<script>alert(1)</script>").page("black", "white");
    assertFalse(page.contains("<script>"), page);
    assertTrue(page.contains("&lt;script&gt;"), page);
  }
}
