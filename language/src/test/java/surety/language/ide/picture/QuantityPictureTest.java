package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Limit;
import surety.language.display.Palette;

class QuantityPictureTest {
  private static Picture draw(double lower, double upper, Optional<Limit> limit) {
    Canvas canvas = new Canvas(640, 300, Palette.LIGHT);
    QuantityPicture.draw(canvas, lower, upper, true, limit.map(l -> l), true, "probability");
    return Picture.of(canvas.svg().finished());
  }

  private static Optional<Limit> limit(String symbol, String value) {
    return Optional.of(new Limit(Comparison.ofSymbol(symbol).orElseThrow(), Rational.parse(value)));
  }

  private static Element bar(Picture picture) {
    return only(picture, "stroke", Palette.LIGHT.border());
  }

  private static Element forbidden(Picture picture) {
    return only(picture, "fill", Palette.LIGHT.violated());
  }

  private static Element only(Picture picture, String attribute, String value) {
    List<Element> found =
        picture.all("rect").stream().filter(r -> r.getAttribute(attribute).equals(value)).toList();
    assertEquals(1, found.size());
    return found.get(0);
  }

  private static double left(Element rectangle) {
    return Picture.number(rectangle, "x");
  }

  private static double right(Element rectangle) {
    return left(rectangle) + Picture.number(rectangle, "width");
  }

  /** The picture says the same as the verdict. */
  @Test
  void boundsAreInWhatIsNotAllowedOnlyIfTheyViolate() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      double lower = random.nextInt(100) / 128.0;
      double upper = lower + random.nextInt(28) / 128.0;
      double value = (1 + 2 * random.nextInt(128)) / 256.0;
      Comparison comparison =
          Comparison.ofSymbol(List.of("<", "<=", ">", ">=").get(random.nextInt(4))).orElseThrow();
      Picture picture = draw(lower, upper, limit(comparison.symbol(), Double.toString(value)));
      Element bar = bar(picture);
      Element forbidden = forbidden(picture);
      boolean proved = comparison.isBelow() ? upper < value : lower > value;
      boolean violated = comparison.isBelow() ? lower > value : upper < value;
      boolean apart = right(bar) <= left(forbidden) + 0.6 || left(bar) >= right(forbidden) - 0.6;
      boolean inside = left(bar) >= left(forbidden) - 0.6 && right(bar) <= right(forbidden) + 0.6;
      assertEquals(proved, apart, () -> lower + " " + upper + " " + comparison + value);
      assertEquals(violated, inside, () -> lower + " " + upper + " " + comparison + value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, <, 0",
    "0, 0, <=, 1e-400",
    "0, 4.9e-324, <, 1e-350",
    "0, 4.9e-324, >, 1e-323",
    "1e-300, 2e-300, <, 1e-299",
    "1, 1, >=, 1",
    "1, 1, <, 1",
    "0, 1, >, 0",
    "0.9999999999999999, 1, >=, 0.9999999999999999",
    "0.5, 0.5, <, 0.5",
    "0, 1, <, 2",
    "0, 1, >, -3",
    "0.2, 0.3, >, 1e10000",
  })
  void extremesAreDrawn(double lower, double upper, String symbol, String value) {
    Picture picture = draw(lower, upper, limit(symbol, value));
    assertTrue(Picture.number(bar(picture), "width") >= 0.5);
    for (String text : picture.texts()) {
      assertFalse(text.matches("1\\.0*[1-9].*"), () -> text + " is no probability");
    }
  }

  @ParameterizedTest
  @CsvSource({"<=, 1", ">=, 0", "<, 2", ">, -1"})
  void whereNothingIsForbiddenNothingIsSaid(String symbol, String value) {
    Picture picture = draw(0.25, 0.5, limit(symbol, value));
    assertFalse(picture.texts().stream().anyMatch(t -> t.contains("not allowed")));
    assertEquals(
        0,
        picture.all("rect").stream()
            .filter(r -> r.getAttribute("fill").equals(Palette.LIGHT.violated()))
            .count());
  }

  @Test
  void theWordsPointToWhatIsNotAllowed() {
    assertTrue(draw(0.25, 0.5, limit("<", "0.9")).texts().contains("not allowed \u2192"));
    assertTrue(draw(0.25, 0.5, limit(">=", "0.1")).texts().contains("\u2190 not allowed"));
  }

  @Test
  void aQueryHasNoLimit() {
    Picture picture = draw(0.25, 0.5, Optional.empty());
    assertFalse(picture.texts().stream().anyMatch(t -> t.contains("not allowed")));
    assertTrue(picture.texts().contains("probability"));
  }

  @Test
  void whatIsNotProvenIsAnOutline() {
    Canvas canvas = new Canvas(640, 300, Palette.LIGHT);
    QuantityPicture.draw(canvas, 0.25, 0.5, false, Optional.empty(), true, "probability");
    Element bar = bar(Picture.of(canvas.svg().finished()));
    assertEquals("none", bar.getAttribute("fill"));
    assertTrue(bar.hasAttribute("stroke-dasharray"));
  }
}
