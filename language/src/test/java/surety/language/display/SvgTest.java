package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SvgTest {
  private static final int CASES = 500;

  /** The words as they arrive at a viewer. */
  private static String shown(String words) {
    Svg svg = new Svg(10, 10);
    svg.line("<text>%s</text>", Svg.escaped(words));
    return Drawing.of(svg.finished()).texts().get(0);
  }

  @Test
  void aPictureHasItsSizeAndAGround() {
    Drawing drawing = Drawing.of(new Svg(640, 400.5).finished());
    Element root = drawing.root();
    assertEquals("svg", root.getTagName());
    assertEquals("http://www.w3.org/2000/svg", root.getAttribute("xmlns"));
    assertEquals("0 0 640.00 400.50", root.getAttribute("viewBox"));
    assertEquals(640, Drawing.number(root, "width"));
    assertEquals(400.5, Drawing.number(root, "height"));
    assertEquals("100%", drawing.all("rect").get(0).getAttribute("width"));
  }

  @Test
  void whatItShowsIsSaid() {
    Drawing drawing = Drawing.of(new Svg(1, 1).described("a < b & c").finished());
    assertEquals("img", drawing.root().getAttribute("role"));
    assertEquals("a < b & c", drawing.all("desc").get(0).getTextContent());
  }

  @Test
  void linesStandInTheirOrder() {
    Svg svg = new Svg(1, 1);
    svg.line("<text>%s</text>", "%s %d %");
    svg.line("<text>%d%%</text>", 42);
    assertEquals(List.of("%s %d %", "42%"), Drawing.of(svg.finished()).texts());
  }

  @Test
  void aLineThatLacksAnArgumentIsAFault() {
    Svg svg = new Svg(1, 1);
    assertThrows(MissingFormatArgumentException.class, () -> svg.line("<path d=\"M%s\"/>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<", "&", "]]>", "a < b && c > d", "&lt;", "</text><script>", "<!--", "\"'"})
  void wordsArriveAsTheyWere(String words) {
    assertEquals(words, shown(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0008", "\u001f", "\ufffe", "\uffff", "\ud800", "\udc00"})
  void whatMayStandInNoXmlIsReplaced(String character) {
    assertEquals("a\ufffdb", shown("a" + character + "b"));
  }

  /** Halves of pairs, marks and letters of all planes, in any order. */
  @Test
  void noWordsBreakAPicture() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      StringBuilder words = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        words.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        if (random.nextInt(4) == 0) {
          words.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        }
      }
      String shown = shown(words.toString());
      String escaped = Svg.escaped(words.toString());
      assertEquals(
          words.codePoints().filter(c -> c == '<').count(),
          shown.codePoints().filter(c -> c == '<').count());
      assertTrue(escaped.indexOf('<') < 0 && escaped.indexOf('>') < 0, escaped);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "1, 1.00",
    "1.006, 1.01",
    "-1.5, -1.50",
    "1e-300, 0.00",
    "1234567.891, 1234567.89"
  })
  void aCoordinateHasTwoPlaces(double value, String text) {
    assertEquals(text, Svg.text(value));
  }

  /** Whoever writes commas into numbers, a picture has points. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "ar-EG", "hi-IN-u-nu-deva"})
  void aCoordinateIsTheSameInAllCountries(String language) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertEquals("-1234.50", Svg.text(-1234.5));
      assertEquals(
          "0 0 1234.50 2.00",
          Drawing.of(new Svg(1234.5, 2).finished()).root().getAttribute("viewBox"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
