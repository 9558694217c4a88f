package surety.eclipse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {
  private static final String TEXT = "ab\ncde\r\nf\rgh";
  private final Lines lines = new Lines(TEXT);

  @ParameterizedTest
  @CsvSource({"0,0,0", "0,2,2", "1,0,3", "1,3,6", "2,0,8", "3,0,10", "3,2,12"})
  void placesInside(int line, int character, int offset) {
    assertEquals(offset, lines.offset(new Position(line, character)));
    assertEquals(new Position(line, character), lines.position(offset));
  }

  @ParameterizedTest
  @CsvSource({"0,9,2", "1,9,6", "2,5,9", "3,99,12", "9,0,12", "-1,5,0", "1,-5,3"})
  void placesOutsideBecomeTheNearestInside(int line, int character, int offset) {
    assertEquals(offset, lines.offset(new Position(line, character)));
  }

  @Test
  void anOffsetOutsideBecomesTheNearestInside() {
    assertEquals(new Position(0, 0), lines.position(-3));
    assertEquals(new Position(3, 2), lines.position(99));
  }

  @Test
  void theLargestCharacterDoesNotOverflow() {
    assertEquals(6, lines.offset(new Position(1, Integer.MAX_VALUE)));
  }

  @Test
  void anEmptyTextHasOneLine() {
    assertEquals(0, new Lines("").offset(new Position(0, 0)));
    assertEquals(0, new Lines("").offset(new Position(3, 3)));
    assertEquals(new Position(0, 0), new Lines("").position(1));
  }

  @Test
  void spansOfRanges() {
    assertEquals(new Span(1, 4), lines.span(new Range(new Position(0, 1), new Position(1, 2))));
  }

  @Test
  void aRangeThatGoesBackwardsIsEmpty() {
    assertEquals(new Span(5, 0), lines.span(new Range(new Position(1, 2), new Position(0, 1))));
  }

  @Test
  void linesAreThoseOfTheTextWhenAsked() {
    StringBuilder text = new StringBuilder("a\nb");
    Lines before = new Lines(text.toString());
    text.insert(0, "\n");
    assertEquals(2, before.offset(new Position(1, 0)));
    assertEquals(1, new Lines(text).offset(new Position(1, 0)));
  }
}
