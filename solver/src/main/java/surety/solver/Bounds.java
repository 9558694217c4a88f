package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.PointBounds;
import surety.certificates.proof.TreeBounds;
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
    return of(kernel.bounds(new ByteArrayInputStream(tree)), tree);
  }

  static Bounds of(TreeBounds.Outcome outcome, byte[] tree) {
    return new Bounds(outcome.points(), outcome.leaves(), tree);
  }

  /** The points, for callers. */
  List<BandPoint> band() {
    return points.stream()
        .map(p -> new BandPoint(Interval.of(p.threshold()).middle(), p.lower(), p.upper()))
        .toList();
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
