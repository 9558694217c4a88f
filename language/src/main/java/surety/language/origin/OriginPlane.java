package surety.language.origin;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import surety.language.display.AxisScale;
import surety.language.display.BoxText;
import surety.language.display.Frame;
import surety.language.display.Svg;
import surety.language.display.TextWidth;

/**
 * The boxes of two random inputs in their plane, shaded; their shares stand where there is room.
 */
final class OriginPlane {
  /** A box is seen, however small it is. */
  private static final double SMALLEST = 2;

  /** What has less, compared with the heaviest, needs no words. */
  private static final double HEAVY = 0.1;

  private static final double SIZE = 11;

  /** What a box or its words cover. */
  private record Place(double left, double top, double right, double bottom) {
    boolean meets(Place other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean contains(Place other) {
      return left <= other.left
          && other.right <= right
          && top <= other.top
          && other.bottom <= bottom;
    }

    Place lowered(double by) {
      return new Place(left, top + by, right, bottom + by);
    }

    Place around(double width, double height) {
      double x = (left + right) / 2;
      double y = (top + bottom) / 2;
      return new Place(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }
  }

  private final Svg svg;
  private final Origin origin;
  private final Shades shades;
  private final AxisScale across;
  private final AxisScale up;

  private OriginPlane(Svg svg, Origin origin, Shades shades, AxisScale across, AxisScale up) {
    this.svg = svg;
    this.origin = origin;
    this.shades = shades;
    this.across = across;
    this.up = up;
  }

  /** Draws the panel between these edges, with axes to the left and below. */
  static void draw(
      Svg svg, Origin origin, Shades shades, double left, double top, double right, double bottom) {
    InputRange first = origin.inputs().get(0);
    InputRange second = origin.inputs().get(1);
    AxisScale across = first.scale(left, right);
    AxisScale up = second.scale(bottom, top);
    OriginPlane plane = new OriginPlane(svg, origin, shades, across, up);
    plane.boxes();
    double room = bottom - top + 16;
    new Frame(across, up, false)
        .draw(
            svg,
            TextWidth.shortened(first.name(), 13, right - left),
            TextWidth.shortened(second.name(), 13, room));
    origin.witness().ifPresent(w -> shades.mark(svg, across.place(w.get(0)), up.place(w.get(1))));
  }

  private void boxes() {
    List<Origin.Part> parts = origin.largestFirst();
    List<Place> places = parts.stream().map(this::place).toList();
    for (int k = 0; k < parts.size(); k++) {
      box(parts.get(k), places.get(k));
    }
    words(parts, places);
  }

  private Place place(Origin.Part part) {
    InputRange first = origin.inputs().get(0);
    InputRange second = origin.inputs().get(1);
    double left = across.place(first.clip(part.lower(0)));
    double right = across.place(first.clip(part.upper(0)));
    double top = up.place(second.clip(part.upper(1)));
    double bottom = up.place(second.clip(part.lower(1)));
    Place exact = new Place(left, top, right, bottom);
    return exact.around(Math.max(SMALLEST, right - left), Math.max(SMALLEST, bottom - top));
  }

  /** With words that browsers show when they are pointed at. */
  private void box(Origin.Part part, Place place) {
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\""
            + " stroke-width=\"0.5\"><title>%s</title></rect>",
        text(place.left()),
        text(place.top()),
        text(place.right() - place.left()),
        text(place.bottom() - place.top()),
        shades.of(part),
        shades.outline(part),
        escaped(part.words() + ": " + BoxText.of(part.sides(), origin.names())));
  }

  /** Where they are in the box and no smaller box or other words are. */
  private void words(List<Origin.Part> parts, List<Place> places) {
    List<Place> taken = new ArrayList<>();
    origin
        .witness()
        .ifPresent(
            w -> {
              double x = across.place(w.get(0));
              double y = up.place(w.get(1));
              taken.add(new Place(x, y, x, y).around(14, 14));
            });
    for (int k = 0; k < parts.size(); k++) {
      if (parts.get(k).relative() < HEAVY) {
        continue;
      }
      String words = parts.get(k).words();
      List<Place> others = new ArrayList<>(places.subList(k + 1, places.size()));
      others.addAll(taken);
      Optional<Place> free = free(places.get(k), words, others);
      if (free.isPresent()) {
        taken.add(free.get());
        write(words, free.get(), svg.palette().wordsOn(shades.of(parts.get(k))));
      }
    }
  }

  /** In the middle of a box, or above or below it. */
  private static Optional<Place> free(Place box, String words, List<Place> others) {
    double height = SIZE + 3;
    Place middle = box.around(TextWidth.of(words, SIZE), height);
    return Stream.of(0.0, -1.5 * height, 1.5 * height)
        .map(middle::lowered)
        .filter(box::contains)
        .filter(place -> others.stream().noneMatch(place::meets))
        .findFirst();
  }

  private void write(String words, Place place, String colour) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"11\" fill=\"%s\" text-anchor=\"middle\">%s</text>",
        text((place.left() + place.right()) / 2), text(place.bottom() - 4), colour, escaped(words));
  }
}
