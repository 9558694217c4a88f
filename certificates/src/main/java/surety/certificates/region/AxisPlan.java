package surety.certificates.region;

import java.util.List;

/**
 * Advice how to enclose one coordinate's density: between neighbouring cuts, and the knots of the
 * density, by one polynomial each. Any advice gives sound bounds; good advice gives tight ones.
 *
 * @param degree of the polynomials, at most
 * @param cuts standard coordinates, strictly ascending
 */
public record AxisPlan(int degree, List<Double> cuts) {
  /** Keeps its own list. */
  public AxisPlan {
    cuts = List.copyOf(cuts);
  }
}
