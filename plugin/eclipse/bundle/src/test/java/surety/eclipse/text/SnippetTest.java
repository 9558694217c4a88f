package surety.eclipse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetTest {
  @Test
  void places() {
    Snippet snippet = Snippet.parse("Beta(${1:alpha}, ${2:beta})$0;");
    assertEquals("Beta(alpha, beta);", snippet.text());
    assertEquals(
        List.of(new Snippet.Place(1, new Span(5, 5)), new Snippet.Place(2, new Span(12, 4))),
        snippet.places());
    assertEquals(17, snippet.end());
  }

  @Test
  void withoutAnEndTheCursorGoesBehind() {
    assertEquals(4, Snippet.parse("${1:a}bcd").end());
  }

  @Test
  void placesAreVisitedByTheirNumbers() {
    assertEquals(
        List.of(new Snippet.Place(1, new Span(1, 1)), new Snippet.Place(2, new Span(0, 1))),
        Snippet.parse("${2:b}${1:a}").places());
  }

  @Test
  void emptyPlaces() {
    assertEquals(
        List.of(new Snippet.Place(1, new Span(0, 0)), new Snippet.Place(2, new Span(1, 0))),
        Snippet.parse("$1 ${2}").places());
  }

  @Test
  void theSamePlaceTwice() {
    assertEquals(2, Snippet.parse("${1:x} = $1").places().size());
  }

  @Test
  void escapes() {
    Snippet snippet = Snippet.parse("\\$1 \\} ${1:a\\}b}");
    assertEquals("$1 } a}b", snippet.text());
    assertEquals(List.of(new Snippet.Place(1, new Span(5, 3))), snippet.places());
  }

  @Test
  void theEndMayHaveAWord() {
    Snippet snippet = Snippet.parse("a${0:b}c");
    assertEquals("abc", snippet.text());
    assertEquals(1, snippet.end());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "$", "${", "${1", "${1:abc", "${x}", "$x", "{1:a}", "$99999999999 x${"})
  void whatIsNoPlaceStays(String written) {
    if (!written.startsWith("$9")) {
      assertEquals(Snippet.plain(written), Snippet.parse(written));
    } else {
      assertEquals("9999999 x${", Snippet.parse(written).text());
    }
  }
}
