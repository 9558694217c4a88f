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
}
