package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;

/**
 * A continuous piecewise linear function on a grid, constant outside its vertices.
 *
 * @param knots ascending, at least one
 * @param values one for each knot; consecutive ones differ by a whole slope times the distance
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Polyline(long[] knots, long[] values) {

  /** The same under x -> -x, y -> -y. */
  Polyline mirrored() {
    return new Polyline(negatedReversed(knots), negatedReversed(values));
  }

  private static long[] negatedReversed(long[] numbers) {
    long[] result = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      result[i] = -numbers[numbers.length - 1 - i];
    }
    return result;
  }

  /** The slope between vertex i and the next one. */
  long slope(int i) {
    return (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]);
  }

  long steepest() {
    long steepest = 0;
    for (int i = 0; i + 1 < knots.length; i++) {
      steepest = Math.max(steepest, slope(i));
    }
    return steepest;
  }

  /** The largest value of this function less another one over the same knots' range. */
  long largestExcessOver(Polyline other) {
    long largest = Long.MIN_VALUE;
    int i = 0;
    int j = 0;
    while (i < knots.length && j < other.knots.length) {
      long knot = Math.min(knots[i], other.knots[j]);
      largest = Math.max(largest, valueAt(i, knot) - other.valueAt(j, knot));
      i += knots[i] == knot ? 1 : 0;
      j += other.knots[j] == knot ? 1 : 0;
    }
    return largest;
  }

  /** The value at a knot that is not after vertex i and not before the one before it. */
  private long valueAt(int i, long knot) {
    return i == 0 || knots[i] == knot
        ? values[i]
        : values[i - 1] + slope(i - 1) * (knot - knots[i - 1]);
  }

  /** As a sum of ReLUs that open to the right, from the first vertex on. */
  HingeSum rightward(Curve curve) {
    List<Hinge> hinges = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < knots.length; i++) {
      long after = i + 1 < knots.length ? slope(i) : 0;
      add(hinges, true, knots[i], after - before, curve);
      before = after;
    }
    return new HingeSum(value(values[0], curve), hinges);
  }

  /** As a sum of ReLUs that open to the left, from the last vertex down. */
  HingeSum leftward(Curve curve) {
    List<Hinge> hinges = new ArrayList<>();
    long before = 0;
    for (int i = knots.length - 1; i >= 0; i--) {
      long after = i > 0 ? slope(i - 1) : 0;
      add(hinges, false, knots[i], before - after, curve);
      before = after;
    }
    return new HingeSum(value(values[values.length - 1], curve), hinges);
  }

  private static void add(
      List<Hinge> hinges, boolean rightward, long knot, long change, Curve curve) {
    if (change != 0) {
      double weight = Math.scalb((double) change, curve.slopeExponent());
      hinges.add(new Hinge(rightward, curve.knots().at(knot), weight));
    }
  }

  private static double value(long units, Curve curve) {
    return Math.scalb((double) units, curve.valueExponent());
  }
}
