package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.cell.PointBounds;
import surety.certificates.statement.ProbabilityLimit;
import surety.certificates.statement.Verdict;

/**
 * What the kernel says of a tree.
 *
 * @param points one for each threshold
 * @param leaves of the tree
 * @param tree its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bounds(List<PointBounds> points, long leaves, byte[] tree) {
  Bounds {
    points = List.copyOf(points);
  }

  static Bounds of(KernelPass kernel, byte[] tree) {
    var outcome = kernel.bounds(tree);
    return new Bounds(outcome.points(), outcome.leaves(), tree);
  }

  /** The largest distance of the two bounds. */
  double gap() {
    double largest = 0;
    for (PointBounds point : points) {
      largest = Math.max(largest, gap(point).doubleCeiling());
    }
    return largest;
  }

  private static Dyadic gap(PointBounds point) {
    return point.upper().minus(point.lower());
  }

  /** The verdict on the one probability. */
  Verdict verdict(ProbabilityLimit limit) {
    return limit.verdict(points.get(0).lower(), points.get(0).upper());
  }

  boolean isSettled(Optional<ProbabilityLimit> limit) {
    return limit.isPresent() && verdict(limit.get()) != Verdict.UNDECIDED;
  }

  /** Whether the one probability's bounds are as close as {@code gap}, relative to the upper. */
  boolean isRelativelyTight(double gap) {
    PointBounds point = points.get(0);
    return gap(point).compareTo(point.upper().times(Dyadic.of(gap))) <= 0;
  }

  /** Whether the one probability is less likely than the gap. */
  boolean isRare(double gap) {
    return points.get(0).upper().compareTo(Dyadic.of(gap)) < 0;
  }
}
