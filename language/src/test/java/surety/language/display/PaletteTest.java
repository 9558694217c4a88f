package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
  private static final double READABLE = 4.5;
  private static final double VISIBLE = 3;

  /** As WCAG 2 defines it. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * part(rgb >> 16) + 0.7152 * part(rgb >> 8) + 0.0722 * part(rgb);
  }

  private static double part(int value) {
    double share = (value & 255) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @Test
  void contrastIsMeasuredAsUsual() {
    assertEquals(21, contrast("#000000", "#ffffff"), 1e-9);
    assertEquals(4.54, contrast("#767676", "#ffffff"), 0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "highContrast"})
  void wordsCanBeReadWhereverTheyStand(String theme) {
    Palette palette = Palette.of(theme);
    for (String ground : List.of(palette.background(), palette.proven())) {
      for (String words :
          List.of(
              palette.text(),
              palette.note(),
              palette.kept(),
              palette.violated(),
              palette.undecided())) {
        assertTrue(
            contrast(words, ground) >= READABLE,
            () -> theme + ": " + words + " on " + ground + " has " + contrast(words, ground));
      }
    }
    assertTrue(contrast(palette.border(), palette.background()) >= VISIBLE);
  }

  @ParameterizedTest
  @CsvSource({"light", "'Dark'", "''", "nonsense", ","})
  void whatIsNoDarkThemeIsLight(String theme) {
    assertSame(Palette.LIGHT, Palette.of(theme));
  }

  @Test
  void shadesGoFromTheBackgroundToBorders() {
    assertEquals("#ffffff", Palette.LIGHT.shade(0));
    assertEquals(Palette.LIGHT.border(), Palette.LIGHT.shade(1));
    assertEquals("#5e7480", Palette.DARK.shade(0.5));
  }

  /** Of a shade near the middle neither may be enough, so that none is used. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "highContrast"})
  void wordsOnAShadeAreOfTheColourThatIsReadBetter(String theme) {
    Palette palette = Palette.of(theme);
    for (double depth = 0; depth <= 1; depth += 1.0 / 16) {
      String shade = palette.shade(depth);
      double chosen = contrast(palette.wordsOn(shade), shade);
      assertTrue(chosen >= contrast(palette.text(), shade), shade);
      assertTrue(chosen >= contrast(palette.background(), shade), shade);
    }
  }
}
