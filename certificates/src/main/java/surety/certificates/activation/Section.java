package surety.certificates.activation;

import java.util.List;

/**
 * A stretch of the real line, ends included, on which an activation is differentiable (one-sidedly
 * at its ends) and, unless it may bend {@link Curvature#EITHER} way, bends one way only and is
 * monotone but for a {@link Valley}.
 *
 * @param from its lower end; may be negative infinity
 * @param to its upper end, above the lower one; may be infinity
 * @param curvature how the activation bends on it
 * @param bend where it may bend either way, at least the magnitude of its second derivative; else 0
 */
public record Section(double from, double to, Curvature curvature, double bend) {
  /** Convex up to an inflection point at 0, and concave from there on. */
  static final List<Section> S_SHAPED =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, 0, Curvature.CONVEX),
          new Section(0, Double.POSITIVE_INFINITY, Curvature.CONCAVE));

  public Section {
    if (!(from < to)) {
      throw new IllegalArgumentException("a section from %s to %s is empty".formatted(from, to));
    }
    if (curvature == Curvature.EITHER ? !(bend > 0) : bend != 0) {
      throw new IllegalArgumentException(
          "a section that is %s bends %s".formatted(curvature, bend));
    }
  }

  /** A section that bends one way, or not at all. */
  public Section(double from, double to, Curvature curvature) {
    this(from, to, curvature, 0);
  }

  /** Whether a number lies in this section, ends included. */
  public boolean contains(double x) {
    return from <= x && x <= to;
  }
}
