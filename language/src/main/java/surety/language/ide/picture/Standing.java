package surety.language.ide.picture;

import surety.language.display.Palette;
import surety.language.verification.Verification;

/** How a property stands whose limit is drawn. */
enum Standing {
  KEPT("kept"),
  VIOLATED("violated"),
  UNDECIDED("undecided"),
  /** Nothing is known of it as it stands. */
  UNKNOWN("not verified");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  static Standing of(Verification property) {
    return switch (property.state()) {
      case PROVED -> KEPT;
      case VIOLATED -> VIOLATED;
      case UNDECIDED -> UNDECIDED;
      default -> UNKNOWN;
    };
  }

  LegendKey key(Palette palette) {
    return new LegendKey(
        words, "stroke=\"%s\" stroke-width=\"3\"%s".formatted(colour(palette), dashes()));
  }

  String colour(Palette palette) {
    return switch (this) {
      case KEPT -> palette.kept();
      case VIOLATED -> palette.violated();
      case UNDECIDED -> palette.undecided();
      case UNKNOWN -> palette.note();
    };
  }

  /** Colours alone do not tell, for many who look at them. */
  String dashes() {
    return switch (this) {
      case KEPT, VIOLATED -> "";
      case UNDECIDED -> " stroke-dasharray=\"9 3\"";
      case UNKNOWN -> " stroke-dasharray=\"2 3\"";
    };
  }
}
