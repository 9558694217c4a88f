package surety.eclipse.references;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.eclipse.text.Span;

class UseTest {
  private static final String TEXT = "one\r\n  P(y) under D;  \n\tD\n";

  private static Use use(int line, int start, int end) {
    Range range = new Range(new Position(line, start), new Position(line, end));
    return Use.of("file:///a.sure", range, TEXT);
  }

  @Test
  void aLineIsShownWithoutTheRoomAroundIt() {
    Use use = use(1, 13, 14);
    assertEquals("P(y) under D;", use.words());
    assertEquals(new Span(11, 1), use.name());
    assertEquals(2, use.line());
    assertEquals(new Span(18, 1), use.place());
    assertEquals('D', TEXT.charAt(use.place().offset()));
  }

  @Test
  void theFirstAndTheLastLineAreLines() {
    assertEquals("one", use(0, 0, 3).words());
    assertEquals(new Span(0, 3), use(0, 0, 3).name());
    assertEquals("D", use(2, 1, 2).words());
  }

  /** The text may be another one than the server has looked at. */
  @ParameterizedTest
  @CsvSource({"1, 0, 99", "1, 21, 24", "3, 0, 1", "99, 0, 5", "0, 3, 1", "1, 0, 2"})
  void theNameIsAlwaysAPartOfTheWords(int line, int start, int end) {
    Use use = use(line, start, end);
    assertEquals(
        use.name().length(), use.words().substring(use.name().offset(), use.name().end()).length());
  }

  @Test
  void aNameOverTwoLinesEndsWithItsFirst() {
    Use use = Use.of("file:///a.sure", new Range(new Position(0, 1), new Position(1, 4)), TEXT);
    assertEquals("one", use.words());
    assertEquals(new Span(1, 2), use.name());
  }

  @Test
  void nothingIsKnownOfAnEmptyText() {
    Use use = Use.of("file:///a.sure", new Range(new Position(4, 1), new Position(4, 4)), "");
    assertEquals("", use.words());
    assertEquals(1, use.line());
  }
}
