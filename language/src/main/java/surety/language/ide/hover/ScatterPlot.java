package surety.language.ide.hover;

import java.util.Locale;
import surety.language.display.Svg;

/**
 * A small picture of two inputs, the first one to the right, for light and dark backgrounds: around
 * a point ellipses of one and two standard deviations, and of several points a dot for each with an
 * ellipse of one.
 */
final class ScatterPlot {
  private static final double WIDTH = 320;
  private static final double HEIGHT = 240;
  private static final double MARGIN = 14;
  private static final double BASE = HEIGHT - 24;
  private static final double DOT = 2.5;

  /** More than can be told apart. */
  private static final int MOST = 1000;

  private final Cloud cloud;
  private final double[] lower = new double[2];
  private final double[] upper = new double[2];

  private ScatterPlot(Cloud cloud) {
    this.cloud = cloud;
    for (int k = 0; k < 2; k++) {
      lower[k] = Double.POSITIVE_INFINITY;
      upper[k] = Double.NEGATIVE_INFINITY;
      for (Cloud.Spot spot : cloud.spots()) {
        double reach = 2.2 * Math.sqrt(spot.covariance()[k][k]);
        lower[k] = Math.min(lower[k], spot.centre()[k] - reach);
        upper[k] = Math.max(upper[k], spot.centre()[k] + reach);
      }
      if (!(lower[k] < upper[k])) {
        lower[k] -= 1;
        upper[k] += 1;
      }
    }
  }

  /**
   * The first two inputs.
   *
   * @param right what the first one is called
   * @param up what the second one is called
   */
  static String svg(Cloud cloud, String right, String up) {
    return new ScatterPlot(cloud).drawn(right, up);
  }

  private String drawn(String right, String up) {
    StringBuilder shapes = new StringBuilder();
    boolean isAlone = cloud.spots().size() == 1;
    for (Cloud.Spot spot : cloud.spots().subList(0, Math.min(MOST, cloud.spots().size()))) {
      if (isAlone) {
        shapes.append(ellipse(spot, 2, 0.2));
      }
      shapes.append(ellipse(spot, 1, isAlone ? 0.35 : 0.08));
      shapes.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#4a90d9\"/>\n"
              .formatted(text(x(spot.centre()[0])), text(y(spot.centre()[1])), text(DOT)));
    }
    String words =
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-family=\"sans-serif\" font-size=\"12\""
            + " fill=\"#808080\">%s</text>\n";
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s">
        <path d="M%3$s %3$sV%4$sH%5$s" fill="none" stroke="#808080"/>
        """
            .formatted(text(WIDTH), text(HEIGHT), text(MARGIN), text(BASE), text(WIDTH - MARGIN))
        + shapes
        + words.formatted(text(MARGIN), text(HEIGHT - 6), "start", Digits.of(lower[0]))
        + words.formatted(text(WIDTH - MARGIN), text(HEIGHT - 6), "end", Digits.of(upper[0]))
        + words.formatted(text(WIDTH / 2), text(HEIGHT - 6), "middle", Svg.escaped(right))
        + words.formatted(
            text(MARGIN + 4),
            text(MARGIN),
            "start",
            Svg.escaped(up) + " " + Digits.of(lower[1]) + " to " + Digits.of(upper[1]))
        + "</svg>\n";
  }

  /** Where (x - centre)' S^-1 (x - centre) is a square, by the principal axes of S. */
  private String ellipse(Cloud.Spot spot, double deviations, double opacity) {
    double scaleX = (WIDTH - 2 * MARGIN) / (upper[0] - lower[0]);
    double scaleY = (BASE - MARGIN) / (upper[1] - lower[1]);
    double a = spot.covariance()[0][0] * scaleX * scaleX;
    double b = -spot.covariance()[0][1] * scaleX * scaleY;
    double c = spot.covariance()[1][1] * scaleY * scaleY;
    double root = Math.hypot((a - c) / 2, b);
    double major = Math.sqrt(Math.max(0, (a + c) / 2 + root));
    double minor = Math.sqrt(Math.max(0, (a + c) / 2 - root));
    if (major == 0) {
      return "";
    }
    return ("<ellipse cx=\"%1$s\" cy=\"%2$s\" rx=\"%3$s\" ry=\"%4$s\""
            + " transform=\"rotate(%5$s %1$s %2$s)\" fill=\"#4a90d9\" fill-opacity=\"%6$s\""
            + " stroke=\"#4a90d9\" stroke-opacity=\"0.6\"/>\n")
        .formatted(
            text(x(spot.centre()[0])),
            text(y(spot.centre()[1])),
            text(deviations * major),
            text(deviations * minor),
            text(Math.toDegrees(Math.atan2(2 * b, a - c) / 2)),
            String.format(Locale.ROOT, "%.2f", opacity));
  }

  private double x(double value) {
    return MARGIN + (value - lower[0]) / (upper[0] - lower[0]) * (WIDTH - 2 * MARGIN);
  }

  private double y(double value) {
    return BASE - (value - lower[1]) / (upper[1] - lower[1]) * (BASE - MARGIN);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
