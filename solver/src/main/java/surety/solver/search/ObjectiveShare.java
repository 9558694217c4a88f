package surety.solver.search;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of a box for anything that is asked: rows are bounded when somebody asks for them.
 * Scratch memory of one thread.
 */
final class ObjectiveShare implements CellShare, RowBounds {
  /** What bounds that meet count for when it is chosen where to cut. */
  private static final double EXACT = 1e-6;

  private final Objective objective;
  private final CornerShare corners;

  /** Bounds of each row in uniform local coordinates, and their ends over the box. */
  private final double[][] lower;

  private final double[][] upper;
  private final double[] least;
  private final double[] greatest;
  private final boolean[] isKnown;
  private final double[] form;
  private RowForms rows;
  private double gap;
  private double lowerShare;
  private BoxTree.Leaf leaf = BoxTree.Leaf.OPEN;

  ObjectiveShare(Objective objective, int inputs, int rows) {
    this.objective = objective;
    this.corners = new CornerShare(inputs);
    this.lower = new double[rows][inputs + 1];
    this.upper = new double[rows][inputs + 1];
    this.least = new double[rows];
    this.greatest = new double[rows];
    this.isKnown = new boolean[rows];
    this.form = new double[inputs + 1];
  }

  @Override
  public long everything() {
    return 0;
  }

  @Override
  public void compute(RowForms forms, long among, double[] scores) {
    look(forms);
    gap = objective.gap(this);
    lowerShare = objective.lower(this);
    leaf = leaf(objective.event());
    if (gap > 0) {
      double[] weights = objective.weights(this, isKnown.length);
      for (int row = 0; row < weights.length; row++) {
        if (weights[row] != 0) {
          score(row, weights[row], scores);
        }
      }
      rows.addLosses(scores);
    }
  }

  /** Rows are those of another box from now on. */
  RowBounds look(RowForms forms) {
    rows = forms;
    Arrays.fill(isKnown, false);
    return this;
  }

  private BoxTree.Leaf leaf(Optional<PlainEvent> event) {
    if (event.isEmpty()) {
      return BoxTree.Leaf.OPEN;
    }
    Share share = EventShare.of(event.get(), this);
    return share.isAll()
        ? BoxTree.Leaf.INSIDE
        : share.isNone() ? BoxTree.Leaf.OUTSIDE : BoxTree.Leaf.OPEN;
  }

  private void score(int row, double weight, double[] scores) {
    rows.end(row, 1, weight);
    rows.end(row, -1, weight);
    know(row);
    for (int q = 0; q < scores.length; q++) { // a little, for where bounds are exact
      scores[q] += EXACT * weight * Math.abs(lower[row][q + 1]);
    }
  }

  private void know(int row) {
    if (!isKnown[row]) {
      greatest[row] = rows.end(row, 1, 0);
      rows.local(1, upper[row]);
      least[row] = rows.end(row, -1, 0);
      rows.local(-1, lower[row]);
      isKnown[row] = true;
    }
  }

  @Override
  public double gap() {
    return gap;
  }

  @Override
  public double lower() {
    return lowerShare;
  }

  @Override
  public BoxTree.Leaf leaf() {
    return leaf;
  }

  @Override
  public long open() {
    return 0;
  }

  @Override
  public double least(int row) {
    know(row);
    return least[row];
  }

  @Override
  public double greatest(int row) {
    know(row);
    return greatest[row];
  }

  @Override
  public Share below(int row, double t, boolean inclusive) {
    know(row);
    double room = rows.isRough() ? CellShare.rounding(upper[row], t) : 0;
    boolean isAt = greatest[row] <= t && least[row] >= t;
    boolean isAll = isAt ? inclusive : greatest[row] <= t - room;
    boolean isNone = isAt ? !inclusive : least[row] >= t + room;
    if (isAll || isNone) {
      return isAll ? Share.ALL : Share.NONE;
    }
    double some = share(upper[row], t);
    return new Share(some, Math.max(some, share(lower[row], t)));
  }

  private double share(double[] of, double t) {
    System.arraycopy(of, 0, form, 0, form.length);
    form[0] -= t;
    return corners.below(form);
  }

  @Override
  public double meanWidth(int row) {
    know(row);
    double width = greatest[row] - least[row];
    return Math.max(0, Math.min(width, upper[row][0] - lower[row][0]));
  }

  @Override
  public double productWidth(int first, double m, int second, double k) {
    double a = 0.5 * (greatest(first) - least(first));
    double b = 0.5 * (greatest(second) - least(second));
    double centreA = Math.abs(least[first] + a - m);
    double centreB = Math.abs(least[second] + b - k);
    return 2 * (centreA * b + centreB * a + a * b);
  }
}
