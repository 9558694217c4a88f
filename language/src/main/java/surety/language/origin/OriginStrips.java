package surety.language.origin;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import surety.language.display.AxisScale;
import surety.language.display.Frame;
import surety.language.display.Svg;
import surety.language.display.TextWidth;

/**
 * A strip for each random input: the higher its profile, the more of it lies there. Where there is
 * no room for all, those come that the boxes tell apart best.
 */
final class OriginStrips {
  /** Axis and name of an input take that much below its strip. */
  private static final double FOOT = 54;

  private static final double LOWEST = 14;
  private static final double HIGHEST = 120;
  private static final double NOTE = 18;

  private final Svg svg;
  private final Origin origin;
  private final Shades shades;
  private final double left;
  private final double right;

  private OriginStrips(Svg svg, Origin origin, Shades shades, double left, double right) {
    this.svg = svg;
    this.origin = origin;
    this.shades = shades;
    this.left = left;
    this.right = right;
  }

  /** Draws all of them between these edges, with their axes inside and a line at the foot. */
  static void draw(
      Svg svg, Origin origin, Shades shades, double left, double top, double right, double bottom) {
    new OriginStrips(svg, origin, shades, left, right).draw(top, bottom);
  }

  private void draw(double top, double bottom) {
    List<Profile> profiles =
        IntStream.range(0, origin.inputs().size()).mapToObj(q -> Profile.of(origin, q)).toList();
    int room = (int) Math.max(1, Math.floor((bottom - top - NOTE) / (LOWEST + FOOT)));
    List<Integer> chosen =
        IntStream.range(0, profiles.size())
            .boxed()
            .sorted(Comparator.comparingDouble(q -> -profiles.get(q).distinction()))
            .limit(room)
            .sorted()
            .toList();
    double each = (bottom - top - NOTE) / chosen.size();
    double height = Math.min(HIGHEST, each - FOOT);
    for (int k = 0; k < chosen.size(); k++) {
      strip(chosen.get(k), profiles.get(chosen.get(k)), top + k * (height + FOOT), height);
    }
    note(bottom - 6, profiles.size() - chosen.size());
  }

  private void note(double y, int omitted) {
    String words = "the higher, the more of it lies there";
    if (omitted > 0) {
      words += "; no room for " + omitted + " more " + (omitted == 1 ? "input" : "inputs");
    }
    if (origin.witness().isPresent()) {
      words += "; the ring is an input for which it happens";
    }
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\">%s</text>",
        text(left), text(y), escaped(TextWidth.shortened(words, 12, right - left + 30)));
  }

  private void strip(int q, Profile profile, double top, double height) {
    InputRange range = origin.inputs().get(q);
    AxisScale across = range.scale(left, right);
    double bottom = top + height;
    List<String> corners = new ArrayList<>();
    corners.add(text(left) + "," + text(bottom));
    for (int k = 0; k < profile.heights().size(); k++) {
      String y = text(bottom - profile.heights().get(k) * (height - 4));
      corners.add(text(across.place(profile.ends().get(k))) + "," + y);
      corners.add(text(across.place(profile.ends().get(k + 1))) + "," + y);
    }
    corners.add(text(right) + "," + text(bottom));
    svg.line(
        "<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\"/>",
        String.join(" ", corners), svg.palette().proven(), svg.palette().border());
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"%s\"/>",
        text(left), text(top), text(right - left), text(height), svg.palette().text());
    Frame.foot(svg, across, bottom, TextWidth.shortened(range.name(), 13, right - left));
    origin
        .witness()
        .ifPresent(w -> shades.mark(svg, across.place(w.get(q)), bottom - Math.min(8, height / 2)));
  }
}
