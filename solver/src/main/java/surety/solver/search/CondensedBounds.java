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
  private double[] least = new double[16];

  private double[] greatest = new double[16];
  private double[] upperSlope = new double[16];
  private double[] upperIntercept = new double[16];
  private double[] lowerSlope = new double[16];
  private double[] lowerIntercept = new double[16];

  /** Coefficients that still have to be replaced. */
  private double[] weights = new double[16];

  /** What the bounds of rows so far have lost at each neuron that may bend. */
  private double[] losses = new double[16];

  /** How much what enters each neuron moves with each coordinate. */
  private double[] moved = new double[16];

  /** The last bound: coefficients of the coordinates, then the constant. */
  private final double[] x;

  private final double[] difference;

  /** What bounds of rows have lost because coordinates are not uniform. */
  private final double[] deviations;

  CondensedBounds(int inputs) {
    this.n = inputs;
    this.x = new double[inputs + 1];
    this.difference = new double[inputs + 1];
    this.deviations = new double[inputs];
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
    weights = new double[size];
    losses = new double[size];
    moved = new double[size * n];
  }

  /** 1 if the neuron may bend. */
  private int bound(int k) {
    int at = k * n;
    if (moved.length < at + n) {
      moved = Arrays.copyOf(moved, Math.max(at + n, 2 * moved.length));
    }
    double from;
    double to;
    if (network.w(k).length == 0) {
      System.arraycopy(network.x(k), 0, x, 0, n + 1);
      from = end(-1);
      to = end(1);
      for (int q = 0; q < n; q++) {
        moved[at + q] = 2 * Math.abs(x[q]) * sides[q].radius();
      }
    } else {
      back(network.x(k), network.w(k), -1, 0);
      from = end(-1);
      for (int q = 0; q < n; q++) {
        moved[at + q] = Math.abs(x[q]) * sides[q].radius();
      }
      back(network.x(k), network.w(k), 1, 0);
      to = end(1);
      for (int q = 0; q < n; q++) {
        moved[at + q] += Math.abs(x[q]) * sides[q].radius();
      }
    }
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
      return 0;
    }
    double slope = to / (to - from);
    upperSlope[k] = slope;
    upperIntercept[k] = -slope * from;
    lowerSlope[k] = to > -from ? 1 : 0;
    return 1;
  }

  private int bend(int k, CurvedNeuron curve, double from, double to) {
    double middle = 0.5 * from + 0.5 * to;
    Line above = curve.above().above(from, to, middle);
    Line below = curve.below().above(from, to, middle);
    upperSlope[k] = above.slope();
    upperIntercept[k] = above.intercept();
    lowerSlope[k] = -below.slope();
    lowerIntercept[k] = -below.intercept();
    return curve.above().isLinear(from, to) ? 0 : 1;
  }

  /** Leaves a bound of a form from below (direction -1) or above in {@link #x}. */
  private void back(double[] form, double[] w, int direction, double weight) {
    System.arraycopy(form, 0, x, 0, n + 1);
    System.arraycopy(w, 0, weights, 0, w.length);
    for (int k = w.length - 1; k >= 0; k--) {
      double v = weights[k];
      if (v == 0) {
        continue;
      }
      boolean isUpper = (v > 0) == (direction > 0);
      double g = v * (isUpper ? upperSlope[k] : lowerSlope[k]);
      x[n] += v * (isUpper ? upperIntercept[k] : lowerIntercept[k]);
      if (weight > 0) {
        losses[k] += weight * Math.abs(v) * loss(k, isUpper);
      }
      if (g != 0) {
        double[] coefficients = network.x(k);
        for (int q = 0; q <= n; q++) {
          x[q] += g * coefficients[q];
        }
        double[] before = network.w(k);
        for (int j = 0; j < before.length; j++) {
          weights[j] += g * before[j];
        }
      }
    }
  }

  /** The greatest distance of a line from a neuron's values, over its range. */
  private double loss(int k, boolean isUpper) {
    if (network.curve(k) != null) {
      double middle = 0.5 * least[k] + 0.5 * greatest[k];
      return (upperSlope[k] - lowerSlope[k]) * middle + upperIntercept[k] - lowerIntercept[k];
    }
    if (least[k] >= 0 || greatest[k] <= 0) {
      return 0;
    }
    return isUpper ? upperIntercept[k] : Math.min(-least[k], greatest[k]);
  }

  private double end(int direction) {
    double end = x[n];
    for (int q = 0; q < n; q++) {
      end += x[q] * sides[q].centre() + direction * Math.abs(x[q]) * sides[q].radius();
    }
    return end;
  }

  double least(int k) {
    return least[k];
  }

  double greatest(int k) {
    return greatest[k];
  }

  @Override
  public double end(int row, int direction, double weight) {
    int j = network.neurons() + row;
    back(network.x(j), network.w(j), direction, weight);
    for (int q = 0; weight > 0 && q < n; q++) {
      deviations[q] += weight * Math.abs(x[q]) * (sides[q].late() - sides[q].early());
    }
    return end(direction);
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
    double[] a = network.x(m + row);
    double[] b = network.x(m + other);
    for (int q = 0; q <= n; q++) {
      difference[q] = sign * a[q] - otherSign * b[q];
    }
    double[] v = network.w(m + row);
    double[] u = network.w(m + other);
    double[] w = new double[Math.max(v.length, u.length)];
    for (int k = 0; k < v.length; k++) {
      w[k] = sign * v[k];
    }
    for (int k = 0; k < u.length; k++) {
      w[k] -= otherSign * u[k];
    }
    back(difference, w, 1, 0);
    return end(1);
  }

  @Override
  public void local(int direction, double[] form) {
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
