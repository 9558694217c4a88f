package surety.language.display;

/**
 * The colours of pictures, for one kind of background. Words can be read on the background and on
 * what is proven.
 *
 * @param background behind everything
 * @param text words and axes
 * @param note words that matter less
 * @param grid lines through a panel
 * @param proven the area of what is proven
 * @param border around it
 * @param kept a limit that is proven to be kept
 * @param violated a limit that is proven to be violated, and what is not allowed
 * @param undecided a limit of which the bounds do not tell
 */
public record Palette(
    String background,
    String text,
    String note,
    String grid,
    String proven,
    String border,
    String kept,
    String violated,
    String undecided) {
  /** What contrasts are measured with besides, as WCAG 2 defines them. */
  private static final double FLARE = 0.05;

  /** On white. */
  public static final Palette LIGHT =
      new Palette(
          "#ffffff", "#000000", "#4a4a4a", "#dddddd", "#cfe3f3", "#08519c", "#00591e", "#9c1022",
          "#6b4500");

  /** On the dark grey of editors. */
  public static final Palette DARK =
      new Palette(
          "#1e1e1e", "#e6e6e6", "#b8b8b8", "#3c3c3c", "#1f3a52", "#9ecae1", "#8fd694", "#ff9d94",
          "#ecc066");

  /** On black, for those who need it. */
  public static final Palette HIGH_CONTRAST =
      new Palette(
          "#000000", "#ffffff", "#ffffff", "#7a7a7a", "#002b52", "#6fc3ff", "#7dff7d", "#ffaaaa",
          "#ffe066");

  /** Of a theme as clients name it; light for another, and for null. */
  public static Palette of(String theme) {
    return "dark".equals(theme) ? DARK : "highContrast".equals(theme) ? HIGH_CONTRAST : LIGHT;
  }

  /** A colour between those of background, for 0, and of borders, for 1. */
  public String shade(double depth) {
    StringBuilder colour = new StringBuilder("#");
    for (int k = 1; k < 7; k += 2) {
      colour.append(
          "%02x"
              .formatted(Math.round((1 - depth) * part(background, k) + depth * part(border, k))));
    }
    return colour.toString();
  }

  /** In which of two colours words are read better on a shade. */
  public String wordsOn(String shade) {
    return contrast(text, shade) >= contrast(background, shade) ? text : background;
  }

  /** From 1 to 21, as WCAG 2 defines it. */
  public static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + FLARE) / (Math.min(a, b) + FLARE);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(part(colour, 1))
        + 0.7152 * linear(part(colour, 3))
        + 0.0722 * linear(part(colour, 5));
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static int part(String colour, int begin) {
    return Integer.parseInt(colour.substring(begin, begin + 2), 16);
  }
}
