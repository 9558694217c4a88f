package surety.certificates.activation;

import java.util.List;

/**
 * A stretch of the real line, ends included, on which an activation is monotone, differentiable
 * (one-sidedly at its ends) and bends one way only.
 *
 * @param from its lower end; may be negative infinity
 * @param to its upper end, above the lower one; may be infinity
 * @param curvature how the activation bends on it
 */
public record Section(double from, double to, Curvature curvature) {
  /** Convex up to an inflection point at 0, and concave from there on. */
  static final List<Section> S_SHAPED =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, 0, Curvature.CONVEX),
          new Section(0, Double.POSITIVE_INFINITY, Curvature.CONCAVE));

  public Section {
    if (!(from < to)) {
      throw new IllegalArgumentException("a section from %s to %s is empty".formatted(from, to));
    }
  }

  /** Whether a number lies in this section, ends included. */
  public boolean contains(double x) {
    return from <= x && x <= to;
  }
}
