package surety.language.ide.picture;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.List;
import java.util.Optional;
import surety.language.display.AxisScale;
import surety.language.display.Frame;
import surety.language.display.Palette;
import surety.language.display.Svg;
import surety.language.display.TextWidth;

/** A picture of the size that an editor has room for: a title, a panel, and a line below. */
final class Canvas {
  /** For the outline of what is not proven. */
  static final String DASHED = " stroke-dasharray=\"4 3\"";

  private static final double LEAST_WIDTH = 260;
  private static final double LEAST_HEIGHT = 160;
  private static final double EDGE = 14;
  private static final double LEFT = 64;
  private static final double RIGHT = 40;
  private static final double TOP = 34;
  private static final double BOTTOM = 70;
  private static final double LEGEND = 20;
  private static final double TITLE = 14;
  private static final double TITLE_END = 26;
  private static final double FRAME = 13;

  /** What a panel with one bar across needs below the title, with its axis. */
  private static final double LOW = 150;

  private static final double NOTE = 26;
  private static final double WIDER = 1.3;

  /**
   * A part of the picture beside or below the panel.
   *
   * @param left where it begins
   */
  record Part(double left, double top, double width, double height) {
    boolean isAtLeast(double leastWidth, double leastHeight) {
      return width >= leastWidth && height >= leastHeight;
    }
  }

  private final double width;
  private final double height;
  private double panelWidth;
  private double panelHeight;
  private final Svg svg;
  private List<LegendKey> legend = List.of();

  /** A picture that is at least large enough to be read. */
  Canvas(int wantedWidth, int wantedHeight, Palette palette) {
    width = Math.max(LEAST_WIDTH, Math.min(4000, wantedWidth));
    height = Math.max(LEAST_HEIGHT, Math.min(4000, wantedHeight));
    panelWidth = width;
    panelHeight = height;
    svg = new Svg(width, height, palette);
  }

  /**
   * Before the panel is drawn: makes it smaller, so that there is room for another of at least this
   * size; nothing if the picture is too small for both.
   */
  Optional<Part> divide(double leastWidth, double leastHeight) {
    double left = Math.max(LEAST_WIDTH, 0.4 * width);
    Part beside = new Part(left, NOTE, width - left, height - 2 * NOTE);
    Part below = new Part(0, LOW, width, height - LOW - NOTE);
    boolean fitsBeside = beside.isAtLeast(leastWidth, leastHeight);
    boolean fitsBelow = below.isAtLeast(leastWidth, leastHeight);
    if (fitsBeside && (width > WIDER * height || !fitsBelow)) {
      panelWidth = left;
      return Optional.of(beside);
    }
    if (fitsBelow) {
      panelHeight = LOW + NOTE;
      return Optional.of(below);
    }
    return Optional.empty();
  }

  Svg svg() {
    return svg;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return panelHeight - BOTTOM - (legend.isEmpty() ? 0 : LEGEND);
  }

  Palette palette() {
    return svg.palette();
  }

  /** Before anything else is drawn: what the lines mean that come; nothing if there are none. */
  void legend(List<LegendKey> keys) {
    legend = List.copyOf(keys);
    double x = EDGE;
    double y = height - 28;
    for (LegendKey key : legend) {
      double end = x + 24 + TextWidth.of(key.words(), Label.SIZE);
      if (end <= width - EDGE) {
        svg.line("<path d=\"M%s %sh18\" %s/>", text(x), text(y - 4), key.attributes());
        svg.line(
            "<text x=\"%s\" y=\"%s\" font-size=\"12\">%s</text>",
            text(x + 24), text(y), escaped(key.words()));
      }
      x = end + 16;
    }
  }

  /** Words in the middle of the panel, where there is nothing to draw. */
  void words(String words) {
    double room = panelWidth - LEFT - RIGHT;
    svg.line(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>",
        text((LEFT + panelWidth - RIGHT) / 2),
        text((TOP + bottom()) / 2),
        escaped(TextWidth.shortened(words, FRAME, room)));
  }

  /** An axis from left to right. */
  AxisScale horizontal(double least, double greatest) {
    return new AxisScale(least, greatest, LEFT, panelWidth - RIGHT);
  }

  /** An axis from the bottom to the top. */
  AxisScale vertical(double least, double greatest) {
    return new AxisScale(least, greatest, bottom(), TOP);
  }

  /** The line above the panel. */
  void title(String words) {
    svg.line(
        "<text x=\"%s\" y=\"22\" font-size=\"14\">%s</text>",
        text(EDGE), escaped(TextWidth.shortened(words, TITLE, width - 2 * EDGE)));
  }

  /** The line at the foot. */
  void note(String words) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\" fill=\"%s\">%s</text>",
        text(EDGE),
        text(height - 10),
        palette().note(),
        escaped(TextWidth.shortened(words, Label.SIZE, width - 2 * EDGE)));
  }

  /** Whether the larger part of the panel is to the left of a place. */
  boolean hasMoreRoomLeft(double x) {
    return x > panelWidth / 2;
  }

  /** Words beside a place, as many of them as the picture has room for. */
  Label beside(double x, double y, String words, boolean isLeft) {
    double room = (isLeft ? x - LEFT : panelWidth - EDGE - x) - Label.GAP;
    return new Label(x, y, isLeft, TextWidth.shortened(words, Label.SIZE, room));
  }

  /** Words in the panel, that end or begin at a place. */
  void label(double x, double y, String words, String colour) {
    label(beside(x, y, words, hasMoreRoomLeft(x)), colour);
  }

  /** Writes it. */
  void label(Label label, String colour) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\" fill=\"%s\" text-anchor=\"%s\">%s</text>",
        text(label.anchor()),
        text(label.y()),
        colour,
        label.isLeft() ? "end" : "start",
        escaped(label.words()));
  }

  /**
   * The frame of the panel.
   *
   * @param up the name of the vertical axis
   * @param brief another, where there is no room for that one between title and note
   */
  void frame(AxisScale horizontal, AxisScale vertical, String across, String up, String brief) {
    double room = bottom() - TOP + 2 * (TOP - TITLE_END);
    boolean isLow = TextWidth.of(up, FRAME) > room;
    new Frame(horizontal, vertical, true).draw(svg, across, isLow ? brief : up);
  }
}
