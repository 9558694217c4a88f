package surety.solver.search;

import java.util.Arrays;
import surety.certificates.bounds.Line;

/**
 * Bounds of a condensed network's rows over one box after the other, by going back from each row to
 * the coordinates, as the kernel computes them, in plain doubles. Scratch memory of one thread.
 */
final class CondensedBounds implements RowForms {
  private final int n;
  private CondensedRows network;
  private BoxSide[] sides;

  /** What enters each neuron, and lines above and below what it gives. */
  private double[] least;

  private double[] greatest;
  private double[] upperSlope;
  private double[] upperIntercept;
  private double[] lowerSlope;
  private double[] lowerIntercept;

  /** The greatest distances of the lines from the neuron's values, over its range. */
  private double[] upperLoss;

  private double[] lowerLoss;

  /** Bounds of the last row from below and from above, in which neurons have been replaced. */
  private final Way below = new Way(-1);

  private final Way above = new Way(1);

  /** Which row that is; -1 if it is something else. */
  private int last;

  private double[] difference;

  /** What the bounds of rows so far have lost at each neuron that may bend. */
  private double[] losses;

  /** How much what enters each neuron moves with each coordinate. */
  private double[] moved;

  /** What bounds of rows have lost because coordinates are not uniform. */
  private final double[] deviations;

  CondensedBounds(int inputs) {
    this.n = inputs;
    this.deviations = new double[inputs];
    grow(16);
  }

  /** A bound from below (direction -1) or above, and what it has lost at each neuron. */
  private final class Way {
    private final int direction;
    private double[] form;
    private double[] lost;

    Way(int direction) {
      this.direction = direction;
    }

    /** Puts its line in place of a neuron; what its argument has to be added with. */
    double replace(int k) {
      double v = form[n + 1 + k];
      boolean isUpper = (v > 0) == (direction > 0);
      lost[k] = Math.abs(v) * (isUpper ? upperLoss[k] : lowerLoss[k]);
      form[n] += v * (isUpper ? upperIntercept[k] : lowerIntercept[k]);
      return v * (isUpper ? upperSlope[k] : lowerSlope[k]);
    }

    double end() {
      double end = form[n];
      for (int q = 0; q < n; q++) {
        end += form[q] * sides[q].centre() + direction * Math.abs(form[q]) * sides[q].radius();
      }
      return end;
    }
  }

  /** Bounds all neurons over a box; how many may bend. */
  int compute(CondensedRows rows, BoxSide[] box) {
    network = rows;
    sides = box;
    int m = rows.neurons();
    if (m > least.length) {
      grow(Math.max(m, 2 * least.length));
    }
    Arrays.fill(losses, 0, m, 0);
    Arrays.fill(deviations, 0);
    int bending = 0;
    for (int k = 0; k < m; k++) {
      bending += bound(k);
    }
    return bending;
  }

  private void grow(int size) {
    least = new double[size];
    greatest = new double[size];
    upperSlope = new double[size];
    upperIntercept = new double[size];
    lowerSlope = new double[size];
    lowerIntercept = new double[size];
    upperLoss = new double[size];
    lowerLoss = new double[size];
    below.form = new double[n + 1 + size];
    above.form = new double[n + 1 + size];
    below.lost = new double[size];
    above.lost = new double[size];
    difference = new double[n + 1 + size];
    losses = new double[size];
    moved = new double[size * n];
  }

  /** 1 if the neuron may bend. */
  private int bound(int k) {
    double[] terms = network.terms(k);
    back(terms, terms.length);
    for (int q = 0; q < n; q++) {
      double slopes = Math.abs(below.form[q]) + Math.abs(above.form[q]);
      moved[k * n + q] = slopes * sides[q].radius();
    }
    double from = below.end();
    double to = above.end();
    from = Math.max(from, network.least(k));
    to = Math.min(to, network.greatest(k));
    least[k] = from;
    greatest[k] = to;
    return network.curve(k) == null ? relu(k, from, to) : bend(k, network.curve(k), from, to);
  }

  private int relu(int k, double from, double to) {
    upperIntercept[k] = 0;
    lowerIntercept[k] = 0;
    if (from >= 0 || to <= 0) {
      upperSlope[k] = from >= 0 ? 1 : 0;
      lowerSlope[k] = upperSlope[k];
      upperLoss[k] = 0;
      lowerLoss[k] = 0;
      return 0;
    }
    double slope = to / (to - from);
    upperSlope[k] = slope;
    upperIntercept[k] = -slope * from;
    lowerSlope[k] = to > -from ? 1 : 0;
    upperLoss[k] = upperIntercept[k];
    lowerLoss[k] = Math.min(-from, to);
    return 1;
  }

  private int bend(int k, CurvedNeuron curve, double from, double to) {
    double middle = 0.5 * from + 0.5 * to;
    Line up = curve.above().above(from, to, middle);
    Line down = curve.below().above(from, to, middle);
    upperSlope[k] = up.slope();
    upperIntercept[k] = up.intercept();
    lowerSlope[k] = -down.slope();
    lowerIntercept[k] = -down.intercept();
    upperLoss[k] = (upperSlope[k] - lowerSlope[k]) * middle + upperIntercept[k] - lowerIntercept[k];
    lowerLoss[k] = upperLoss[k];
    return curve.above().isLinear(from, to) ? 0 : 1;
  }

  /** Goes back from a form both ways. */
  private void back(double[] terms, int count) {
    last = -1;
    System.arraycopy(terms, 0, below.form, 0, count);
    System.arraycopy(terms, 0, above.form, 0, count);
    for (int k = count - n - 2; k >= 0; k--) {
      double down = below.replace(k);
      double up = above.replace(k);
      if (down != 0 || up != 0) {
        add(network.terms(k), down, below.form, up, above.form);
      }
    }
  }

  private static void add(double[] terms, double down, double[] low, double up, double[] high) {
    for (int i = 0; i < terms.length; i++) {
      low[i] += down * terms[i];
      high[i] += up * terms[i];
    }
  }

  double least(int k) {
    return least[k];
  }

  double greatest(int k) {
    return greatest[k];
  }

  @Override
  public double end(int row, int direction, double weight) {
    double[] terms = network.terms(network.neurons() + row);
    if (last != row) {
      back(terms, terms.length);
      last = row;
    }
    Way way = direction > 0 ? above : below;
    if (weight > 0) {
      for (int k = 0; n + 1 + k < terms.length; k++) {
        losses[k] += weight * way.lost[k];
      }
      for (int q = 0; q < n; q++) {
        deviations[q] += weight * Math.abs(way.form[q]) * (sides[q].late() - sides[q].early());
      }
    }
    return way.end();
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
    int m = network.neurons();
    double[] a = network.terms(m + row);
    double[] b = network.terms(m + other);
    int count = Math.max(a.length, b.length);
    Arrays.fill(difference, 0, count, 0);
    for (int i = 0; i < a.length; i++) {
      difference[i] = sign * a[i];
    }
    for (int i = 0; i < b.length; i++) {
      difference[i] -= otherSign * b[i];
    }
    back(difference, count);
    return above.end();
  }

  @Override
  public void local(int direction, double[] form) {
    double[] x = (direction > 0 ? above : below).form;
    double constant = x[n];
    for (int q = 0; q < n; q++) {
      double c = x[q];
      constant += c * sides[q].centre();
      constant += (c > 0) == (direction > 0) ? c * sides[q].late() : c * sides[q].early();
      form[q + 1] = c * sides[q].radius();
    }
    form[0] = constant;
  }

  /** Shares what rows' bounds have lost at each neuron among the coordinates that move it. */
  @Override
  public void addLosses(double[] scores) {
    for (int q = 0; q < n; q++) {
      scores[q] += 0.5 * deviations[q];
    }
    for (int k = 0; k < network.neurons(); k++) {
      if (losses[k] > 0) {
        double all = 0;
        for (int q = 0; q < n; q++) {
          all += moved[k * n + q];
        }
        if (all > 0) {
          for (int q = 0; q < n; q++) {
            scores[q] += 0.5 * losses[k] * moved[k * n + q] / all;
          }
        }
      }
    }
  }
}
