package surety.solver.witness;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;

/** Affine functions as their values at the vertices of a simplex. */
final class VertexDomain implements AffineDomain {
  private final ExactSimplex simplex;

  VertexDomain(ExactSimplex simplex) {
    this.simplex = simplex;
  }

  @Override
  public int size() {
    return simplex.vertices().size();
  }

  @Override
  public AffineEnclosure coordinate(int index) {
    return new AffineEnclosure(
        simplex.vertices().stream()
            .map(vertex -> Interval.of(vertex.get(index)))
            .toArray(Interval[]::new));
  }

  @Override
  public AffineEnclosure constant(Interval value) {
    Interval[] values = new Interval[size()];
    Arrays.fill(values, value);
    return new AffineEnclosure(values);
  }

  /** An affine function takes its least and its largest value at vertices. */
  @Override
  public Interval range(AffineEnclosure function) {
    Interval range = function.number(0);
    for (int k = 1; k < function.size(); k++) {
      range = range.hull(function.number(k));
    }
    return range;
  }

  /** A convex function lies below the affine one that has its values at the vertices. */
  @Override
  public AffineEnclosure positivePartAbove(AffineEnclosure function) {
    Interval[] values = new Interval[function.size()];
    Arrays.setAll(values, k -> positivePart(function.number(k)));
    return new AffineEnclosure(values);
  }

  private static Interval positivePart(Interval value) {
    return Interval.of(Math.max(value.lower(), 0), Math.max(value.upper(), 0));
  }
}
