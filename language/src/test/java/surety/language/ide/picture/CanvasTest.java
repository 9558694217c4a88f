package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.display.Palette;

class CanvasTest {
  @ParameterizedTest
  @CsvSource({
    "640, 400, 640, 400",
    "0, 0, 260, 160",
    "-2147483648, -1, 260, 160",
    "2147483647, 100000, 4000, 4000",
    "300, 10, 300, 160"
  })
  void aPictureCanBeReadAndIsNotHuge(int width, int height, double expected, double high) {
    Canvas canvas = new Canvas(width, height, Palette.LIGHT);
    Picture picture = Picture.of(canvas.svg().finished());
    assertEquals(expected, picture.width());
    assertEquals(high, picture.height());
    assertTrue(canvas.top() < canvas.bottom());
    assertTrue(canvas.bottom() < high);
    assertEquals(canvas.bottom(), canvas.vertical(0, 1).place(0));
    assertEquals(canvas.top(), canvas.vertical(0, 1).place(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a & b &lt; \"c\" 'd'",
        "]]> %s %n <!-- -->",
        "$1 \\ \u00fc \u6f22\u5b57 \ud83d\ude00",
      })
  void wordsAreWords(String words) {
    Canvas canvas = new Canvas(2000, 400, Palette.LIGHT);
    canvas.title(words);
    canvas.note(words);
    canvas.label(300, 100, words, Palette.LIGHT.violated());
    Picture picture = Picture.of(canvas.svg().finished());
    assertEquals(3, picture.texts().stream().filter(words::equals).count());
    assertEquals(0, picture.all("script").size());
  }

  @Test
  void whatNoPictureCanHoldIsReplaced() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    canvas.title("a\u0000b\u001bc\ud800d\uffff");
    assertEquals(
        "a\ufffdb\ufffdc\ufffdd\ufffd", Picture.of(canvas.svg().finished()).texts().get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 260, 640, 4000})
  void longWordsStayInside(int width) {
    for (String letter : new String[] {"W", "i", "\u6f22", "\ud83d\ude00", "<"}) {
      Canvas canvas = new Canvas(width, 300, Palette.LIGHT);
      String words = letter.repeat(5000);
      canvas.title(words);
      canvas.note(words);
      for (double x = 64; x <= Math.max(260, width) - 40; x += 20) {
        canvas.label(x, 100, words, Palette.LIGHT.violated());
      }
      Picture picture = Picture.of(canvas.svg().finished());
      assertTrue(picture.texts().stream().allMatch(t -> t.endsWith("\u2026")));
    }
  }

  /** Beside the panel in a wide picture, below it in a high one, nowhere in a small one. */
  @ParameterizedTest
  @CsvSource({
    "700, 300, beside",
    "700, 800, below",
    "500, 500, below",
    "520, 242, beside",
    "519, 242, none",
    "520, 241, none",
    "260, 366, below",
    "260, 365, none",
    "4000, 4000, below"
  })
  void dividesThePictureAsItsSizeAllows(int width, int height, String where) {
    Canvas canvas = new Canvas(width, height, Palette.LIGHT);
    Optional<Canvas.Part> part = canvas.divide(260, 190);
    assertEquals(!where.equals("none"), part.isPresent());
    if (part.isPresent()) {
      assertEquals(where.equals("beside"), part.get().left() > 0);
      assertTrue(part.get().width() >= 260 && part.get().height() >= 190);
      assertEquals(width, part.get().left() + part.get().width(), 1e-9);
      assertTrue(part.get().top() + part.get().height() <= height - 20);
      boolean isClear =
          where.equals("beside")
              ? canvas.horizontal(0, 1).to() < part.get().left()
              : canvas.bottom() + 40 < part.get().top();
      assertTrue(isClear, part::toString);
    }
  }
}
