package surety.language.origin;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How much of it lies where along one input: the probability of each box, spread evenly over its
 * side. Constant between neighbouring ends of sides.
 *
 * @param ends in ascending order, from the begin of the range to its end
 * @param heights between them, the highest 1; one less than there are ends
 */
record Profile(List<Double> ends, List<Double> heights) {
  /** A side is at least such a part of the range, so that it is seen. */
  private static final double THINNEST = 0.005;

  /** Keeps copies. */
  Profile {
    ends = List.copyOf(ends);
    heights = List.copyOf(heights);
  }

  /** Along the random input of that number. */
  static Profile of(Origin origin, int q) {
    InputRange range = origin.inputs().get(q);
    List<double[]> sides =
        origin.parts().stream().map(part -> side(range, part.lower(q), part.upper(q))).toList();
    TreeSet<Double> sorted = new TreeSet<>(List.of(range.from(), range.to()));
    sides.forEach(side -> Arrays.stream(side).forEach(sorted::add));
    List<Double> ends = List.copyOf(sorted);
    double[] heights = new double[ends.size() - 1];
    for (int part = 0; part < sides.size(); part++) {
      double[] side = sides.get(part);
      double height = origin.parts().get(part).relative() / (side[1] - side[0]);
      for (int k = ends.indexOf(side[0]); ends.get(k) < side[1]; k++) {
        heights[k] += height;
      }
    }
    double highest = Arrays.stream(heights).max().orElseThrow();
    return new Profile(ends, Arrays.stream(heights).map(h -> h / highest).boxed().toList());
  }

  private static double[] side(InputRange range, double lower, double upper) {
    double from = range.clip(lower);
    double to = range.clip(upper);
    double least = (range.to() - range.from()) * THINNEST;
    if (to - from >= least) {
      return new double[] {from, to}; // exactly, so that neighbours meet
    }
    double middle = from / 2 + to / 2;
    return new double[] {range.clip(middle - least / 2), range.clip(middle + least / 2)};
  }

  /**
   * How well the boxes tell values of this input apart: 0 if they lie everywhere alike, almost 1 if
   * all are in one place.
   */
  double distinction() {
    double whole = 0;
    for (int k = 0; k < heights.size(); k++) {
      whole += heights.get(k) * (ends.get(k + 1) - ends.get(k));
    }
    double range = ends.get(ends.size() - 1) - ends.get(0);
    double moved = 0;
    for (int k = 0; k < heights.size(); k++) {
      double width = ends.get(k + 1) - ends.get(k);
      moved += Math.abs(heights.get(k) * width / whole - width / range) / 2;
    }
    return moved;
  }
}
