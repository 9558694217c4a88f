package surety.language.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The outline of what is proven of a cdf, from its bounds at thresholds. A cdf rises, so between
 * two thresholds it is at least the lower bound at the one before, and at most the upper bound at
 * the one behind: the outline is made of steps, and a straight line from bound to bound would say
 * more than is known.
 */
public final class CdfOutline {
  private final List<String> upper = new ArrayList<>();
  private final List<String> lower = new ArrayList<>();
  private final DoubleUnaryOperator across;
  private final DoubleUnaryOperator up;
  private double lastPlace;
  private double lastLower;

  /**
   * In a picture.
   *
   * @param across where a threshold is
   * @param up where a probability is
   */
  public CdfOutline(DoubleUnaryOperator across, DoubleUnaryOperator up) {
    this.across = across;
    this.up = up;
  }

  /** Adds the bounds at a threshold behind those before. */
  public CdfOutline add(double threshold, double least, double most) {
    double place = across.applyAsDouble(threshold);
    if (!upper.isEmpty()) {
      upper.add(at(lastPlace, up.applyAsDouble(most)));
      lower.add(at(place, up.applyAsDouble(lastLower)));
    }
    upper.add(at(place, up.applyAsDouble(most)));
    lower.add(at(place, up.applyAsDouble(least)));
    lastPlace = place;
    lastLower = least;
    return this;
  }

  /** The corners of the area, as SVG writes them: those above from left to right, then back. */
  public String corners() {
    List<String> corners = new ArrayList<>(upper);
    for (int k = lower.size() - 1; k >= 0; k--) {
      corners.add(lower.get(k));
    }
    return String.join(" ", corners);
  }

  private static String at(double x, double y) {
    return Svg.text(x) + "," + Svg.text(y);
  }
}
