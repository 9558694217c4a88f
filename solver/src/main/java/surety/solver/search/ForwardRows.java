package surety.solver.search;

import java.util.List;

/** Bounds of a network's rows by forward propagation. Scratch memory of one thread. */
final class ForwardRows implements RowForms {
  private final int n;
  private final BoxBounds bounds;
  private List<BoxRange> ranges = List.of();
  private BoxSide[] sides;
  private double[] last;
  private final double[] scores;

  ForwardRows(PlainNetwork network) {
    this.n = network.inputs();
    this.bounds = new BoxBounds(network);
    this.scores = new double[n];
  }

  /** Bounds all rows over a box. */
  void compute(BoxSide[] box) {
    sides = box;
    double[] middle = new double[n];
    double[] half = new double[n];
    for (int q = 0; q < n; q++) {
      middle[q] = box[q].centre();
      half[q] = box[q].radius();
      scores[q] = 0;
    }
    ranges = bounds.compute(middle, half);
  }

  /** What has computed the bounds. */
  BoxBounds bounds() {
    return bounds;
  }

  @Override
  public double end(int row, int direction, double weight) {
    BoxRange range = ranges.get(row);
    last = direction > 0 ? range.upper() : range.lower();
    for (int q = 0; weight > 0 && q < n; q++) {
      scores[q] += weight * Math.abs(last[q + 1]);
    }
    return direction > 0 ? range.greatest() : range.least();
  }

  @Override
  public void local(int direction, double[] form) {
    form[0] = last[0];
    for (int q = 0; q < n; q++) {
      double c = last[q + 1] / sides[q].radius();
      form[q + 1] = last[q + 1];
      form[0] += (c > 0) == (direction > 0) ? c * sides[q].late() : c * sides[q].early();
    }
  }

  @Override
  public boolean isRough() {
    for (BoxSide side : sides) {
      if (side.isRough()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double greatestDifference(int row, int sign, int other, int otherSign) {
    double[] a = sign > 0 ? ranges.get(row).upper() : ranges.get(row).lower();
    double[] b = otherSign > 0 ? ranges.get(other).lower() : ranges.get(other).upper();
    double end = sign * a[0] - otherSign * b[0];
    for (int q = 1; q <= n; q++) {
      end += Math.abs(sign * a[q] - otherSign * b[q]);
    }
    return end;
  }

  @Override
  public void addLosses(double[] all) {
    for (int q = 0; q < n; q++) {
      all[q] += scores[q];
    }
  }
}
