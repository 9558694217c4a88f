package surety.eclipse.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of both themes, as they stand where the workbench reads them. */
class ThemeColourTest {
  private static final String OWN_DARK = "/css/dark.css";
  private static final String DARK_OF_PLATFORM = "/css/dark/e4-dark_preferencestyle.css";
  private static final RGB WHITE = new RGB(255, 255, 255);

  /** The line of the cursor in the light theme, as org.eclipse.ui.editors has it. */
  private static final RGB LIGHT_LINE = new RGB(232, 242, 254);

  private static String read(String file) throws IOException {
    try (InputStream in = ThemeColourTest.class.getResourceAsStream(file)) {
      assertNotNull(in, file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RGB find(String text, String pattern) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertTrue(found.find(), pattern);
    String[] parts = found.group(1).split(",", -1);
    return new RGB(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private static RGB light(ThemeColour colour) throws IOException {
    return find(read("/plugin.xml"), "id=\"" + colour.id() + "\"[^>]*value=\"([0-9,]+)\"");
  }

  private static RGB dark(ThemeColour colour) throws IOException {
    return find(read(OWN_DARK), "'" + colour.id() + "=([0-9,]+)'");
  }

  private static void assertReadable(RGB colour, RGB background) {
    double contrast = Contrast.of(colour, background);
    assertTrue(contrast >= Contrast.ENOUGH, colour + " on " + background + ": " + contrast);
  }

  @ParameterizedTest
  @EnumSource(ThemeColour.class)
  void inTheLightTheme(ThemeColour colour) throws IOException {
    assertReadable(light(colour), WHITE);
    assertReadable(light(colour), LIGHT_LINE);
    assertEquals(light(colour), Contrast.readable(light(colour), WHITE));
  }

  /** On the colours that the platform's dark theme gives its editors. */
  @ParameterizedTest
  @EnumSource(ThemeColour.class)
  void inTheDarkTheme(ThemeColour colour) throws IOException {
    String platform = read(DARK_OF_PLATFORM);
    assertReadable(dark(colour), find(platform, "'AbstractTextEditor.Color.Background=([0-9,]+)'"));
    assertReadable(dark(colour), find(platform, "'currentLineColor=([0-9,]+)'"));
    assertNotEquals(light(colour), dark(colour));
  }

  @Test
  void noTwoAreTheSame() throws IOException {
    Set<RGB> light = new HashSet<>();
    Set<RGB> dark = new HashSet<>();
    for (ThemeColour colour : ThemeColour.values()) {
      light.add(light(colour));
      dark.add(dark(colour));
    }
    assertEquals(ThemeColour.values().length, light.size());
    assertEquals(ThemeColour.values().length, dark.size());
  }

  @Test
  void theDarkThemeKnowsOfThem() throws IOException {
    String plugin = read("/plugin.xml");
    assertTrue(plugin.contains("<stylesheet uri=\"css/dark.css\">"));
    assertTrue(plugin.contains("<themeid refid=\"org.eclipse.e4.ui.css.theme.e4_dark\"/>"));
  }
}
