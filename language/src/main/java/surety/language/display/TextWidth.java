package surety.language.display;

/**
 * How wide words are in a picture, at most, in any of the usual sans-serif fonts. Which one it is
 * that a viewer has is not known here.
 */
public final class TextWidth {
  private static final String NARROW = "iljtfrI.,:;'!|()[]{}/ ";
  private static final String WIDE = "mwMW@%\u2026";
  private static final int FIRST_UNKNOWN = 0x250;

  private TextWidth() {}

  /** In pixels. */
  public static double of(String words, double fontSize) {
    double width = 0;
    int place = 0;
    while (place < words.length()) {
      int character = words.codePointAt(place);
      width += of(character);
      place += Character.charCount(character);
    }
    return fontSize * width;
  }

  /** Of a character, in units of the font's size. */
  private static double of(int character) {
    if (NARROW.indexOf(character) >= 0) {
      return 0.43;
    }
    if (WIDE.indexOf(character) >= 0 || character >= FIRST_UNKNOWN) {
      return 1.05;
    }
    return Character.isUpperCase(character) || "<>=+~".indexOf(character) >= 0 ? 0.84 : 0.65;
  }

  /** The words, or as much of their beginning as fits into so many pixels. */
  public static String shortened(String words, double fontSize, double room) {
    if (of(words, fontSize) <= room) {
      return words;
    }
    int end = 0;
    double width = of("\u2026", fontSize);
    while (end < words.length()) {
      int character = words.codePointAt(end);
      width += fontSize * of(character);
      if (width > room) {
        break;
      }
      end += Character.charCount(character);
    }
    return words.substring(0, end) + "\u2026";
  }
}
