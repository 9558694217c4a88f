package surety.certificates.bounds;

import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Affine bounds of a {@link CondensedNetwork}'s forms over a box, by going back from each form to
 * the coordinates.
 *
 * <p><em>One step back.</em> A form is at most {@code X z + C + sum_k V_k h_k}, k below some m.
 * With {@code h_k <= s n_k + t} where V_k is positive, and {@code h_k >= s n_k + t} where it is
 * negative, the last neuron's value is replaced by {@code V_k (s n_k + t)}, and its argument n_k by
 * what the network says of it: coordinates and neurons before it. For a lower bound the other way
 * round. The lines hold over the argument's range, which was found the same way before.
 *
 * <p><em>Rounding.</em> What is claimed of computed coefficients V_k holds for them as they are; so
 * all that has to be added is what rounding does when a row is added to another one. With {@code g
 * = V_k s}, each coefficient of the result is a sum of at most 2 m + 1 terms, with up to two
 * products in each, and so off by at most gamma_(2m+4) times the sum of its terms' magnitudes
 * (Higham, section 3.1). Times the largest magnitude on the box of what it multiplies, and added up
 * over all coefficients, that is at most {@code gamma_(2m+4) (S + sum_k |g_k| S_k + sum_k |V_k
 * t_k|)}, with S the {@link CondensedRow#size} of the form, and S_k of the argument of neuron k.
 * What a row is off itself, E_k, enters with |g_k|. A product that underflows loses less than the
 * smallest subnormal.
 */
public final class BackwardBounds implements BoxForms {
  private final CondensedNetwork network;
  private final CentredBox box;
  private final int n;

  /** Ends of what enters each neuron, and the lines above and below its values. */
  private final double[] least;

  private final double[] greatest;
  private final double[] upperSlope;
  private final double[] upperIntercept;
  private final double[] lowerSlope;
  private final double[] lowerIntercept;

  /** No value of a neuron is larger in magnitude. */
  private final double[] h;

  /** What a multiple of each neuron's argument costs: {@code gamma S_k + E_k}, rounded up. */
  private final double[] loss;

  private final double gamma;
  private final double spread;
  private final double[] weights;
  private final double[] x;

  /** At least 1 and all magnitudes: of coordinates, of neurons' arguments and of their values. */
  private double total;

  private final double[][] lower;
  private final double[][] upper;

  BackwardBounds(CondensedNetwork network, CentredBox box) {
    int m = network.neurons();
    this.network = network;
    this.box = box;
    this.n = box.dimension();
    this.least = new double[m];
    this.greatest = new double[m];
    this.upperSlope = new double[m];
    this.upperIntercept = new double[m];
    this.lowerSlope = new double[m];
    this.lowerIntercept = new double[m];
    this.h = new double[m];
    this.loss = new double[m];
    this.gamma = RelativeError.gamma(2 * m + 4);
    this.spread = RelativeError.gamma(2 * n + 3);
    this.weights = new double[m];
    this.x = new double[n + 1];
    this.total = box.total();
    this.lower = new double[network.forms()][];
    this.upper = new double[network.forms()][];
    for (int k = 0; k < m; k++) {
      bound(k);
    }
  }

  private void bound(int k) {
    CondensedNeuron neuron = network.neuron(k);
    CondensedRow argument = neuron.argument();
    back(argument, -1);
    double from = Math.max(end(-1), neuron.range().lower());
    if (argument.w().length > 0) {
      back(argument, 1);
    } else {
      x[n] = Rounding.addUp(x[n], Rounding.addUp(off, off)); // from a lower bound to an upper one
    }
    double to = Math.min(end(1), neuron.range().upper());
    if (!(from <= to)) { // something overflowed
      from = neuron.range().lower();
      to = neuron.range().upper();
    }
    least[k] = from;
    greatest[k] = to;
    if (neuron.isRelu()) {
      relu(k, from, to);
    } else {
      bend(k, neuron.curve(), from, to);
    }
    double size = argument.size(box.magnitude(), h);
    loss[k] = Rounding.addUp(Rounding.multiplyUp(gamma, size), argument.error());
    total = Rounding.addUp(total, Rounding.addUp(h[k], Rounding.addUp(size, argument.error())));
  }

  /**
   * Above: the chord {@code s x + t}, which is at least relu because that is convex and t is chosen
   * so at both ends of the range. Below: relu(x) >= x and >= 0.
   */
  private void relu(int k, double from, double to) {
    if (to <= 0) {
      return; // all lines are 0
    }
    h[k] = to;
    lowerSlope[k] = to > -from ? 1 : 0;
    upperSlope[k] = 1;
    if (from >= 0) {
      lowerSlope[k] = 1;
      return;
    }
    double slope = Math.min(1, to / (to - from));
    double atTop = Rounding.multiplyUp(Rounding.subtractUp(1, slope), to);
    upperSlope[k] = slope;
    upperIntercept[k] = Math.max(atTop, Rounding.multiplyUp(slope, -from));
  }

  private void bend(int k, CurvedNeuron curve, double from, double to) {
    h[k] = curve.activation().enclose(new Interval(from, to)).magnitude();
    double middle = 0.5 * from + 0.5 * to;
    Line above = curve.above().above(from, to, middle);
    Line below = curve.below().above(from, to, middle);
    upperSlope[k] = above.slope();
    upperIntercept[k] = above.intercept();
    lowerSlope[k] = -below.slope();
    lowerIntercept[k] = -below.intercept();
  }

  /** How far rounding may be off in {@link #x}, which its last element makes up for. */
  private double off;

  /** Goes back from a form: {@link #x} is its bound from below (direction -1) or above. */
  private void back(CondensedRow row, int direction) {
    double[] w = row.w();
    System.arraycopy(row.x(), 0, x, 0, n + 1);
    System.arraycopy(w, 0, weights, 0, w.length);
    double error = 0;
    double intercepts = 0;
    for (int k = w.length - 1; k >= 0; k--) {
      double v = weights[k];
      if (v == 0) {
        continue;
      }
      boolean isUpper = (v > 0) == (direction > 0);
      double slope = isUpper ? upperSlope[k] : lowerSlope[k];
      double intercept = v * (isUpper ? upperIntercept[k] : lowerIntercept[k]);
      x[n] += intercept;
      intercepts += Math.abs(intercept);
      double g = v * slope;
      if (g != 0) {
        error += Math.abs(g) * loss[k];
        addTo(network.neuron(k).argument(), g);
      }
    }
    off = row.error();
    if (w.length > 0) {
      double size = row.size(box.magnitude(), h) + intercepts;
      double rounded = Rounding.multiplyUp(gamma, RelativeError.above(size, 3 * w.length + 2));
      double tiny = Rounding.multiplyUp((w.length + 1) * Double.MIN_VALUE, total);
      off = Rounding.addUp(off, RelativeError.above(error, 3 * w.length));
      off = Rounding.addUp(Rounding.addUp(off, rounded), tiny);
    }
    x[n] = direction > 0 ? Rounding.addUp(x[n], off) : Rounding.subtractDown(x[n], off);
  }

  private void addTo(CondensedRow row, double factor) {
    double[] coefficients = row.x();
    for (int q = 0; q <= n; q++) {
      x[q] += factor * coefficients[q];
    }
    double[] w = row.w();
    for (int k = 0; k < w.length; k++) {
      weights[k] += factor * w[k];
    }
  }

  /**
   * What rounding does, at most, to {@link #x} at a point of the box: its value there is a sum of n
   * + 1 terms, computed with up to 2 n + 1 additions and two products for each coordinate; and what
   * the box's centre and radius are off.
   */
  private double rounding() {
    double size = Math.abs(x[n]);
    double shift = 0;
    for (int q = 0; q < n; q++) {
      size += Math.abs(x[q]) * box.magnitude()[q];
      shift += Math.abs(x[q]) * box.off()[q];
    }
    double sum = Rounding.multiplyUp(spread, RelativeError.above(size, 2 * n));
    double tiny = 2 * (n + 1) * Double.MIN_VALUE;
    return Rounding.addUp(Rounding.addUp(sum, RelativeError.above(shift, 2 * n)), tiny);
  }

  /** A bound of {@link #x} over the box, from below (direction -1) or above. */
  private double end(int direction) {
    double end = x[n];
    for (int q = 0; q < n; q++) {
      end += x[q] * box.centre()[q] + direction * Math.abs(x[q]) * box.radius()[q];
    }
    return direction > 0 ? Rounding.addUp(end, rounding()) : Rounding.subtractDown(end, rounding());
  }

  /** {@link #x} in local coordinates. */
  private double[] local(int direction) {
    double[] form = new double[n + 1];
    double constant = x[n];
    for (int q = 0; q < n; q++) {
      constant += x[q] * box.centre()[q];
      form[q + 1] = x[q] * box.radius()[q];
    }
    double end =
        direction > 0
            ? Rounding.addUp(constant, rounding())
            : Rounding.subtractDown(constant, rounding());
    form[0] = Double.isNaN(end) ? direction * Double.POSITIVE_INFINITY : end;
    return Double.isInfinite(form[0]) ? unknown(direction) : form;
  }

  private double[] unknown(int direction) {
    double[] form = new double[n + 1];
    form[0] = direction * Double.POSITIVE_INFINITY;
    return form;
  }

  @Override
  public double[] lower(int form) {
    if (lower[form] == null) {
      back(network.form(form), -1);
      lower[form] = local(-1);
    }
    return lower[form];
  }

  @Override
  public double[] upper(int form) {
    if (upper[form] == null) {
      back(network.form(form), 1);
      upper[form] = local(1);
    }
    return upper[form];
  }

  /** {@inheritDoc} The forms are added up before one goes back. */
  @Override
  public double greatest(int form, int sign, int other, int otherSign) {
    CondensedSum sum = new CondensedSum(box, h);
    sum.add(sign, 0, sum.sized(network.form(form)));
    sum.add(otherSign, 0, sum.sized(network.form(other)));
    back(sum.finish().row(), 1);
    double end = end(1);
    return Double.isNaN(end) ? Double.POSITIVE_INFINITY : end;
  }

  /** Contains all that enters a neuron of the condensed network. */
  Interval argument(int k) {
    return new Interval(least[k], greatest[k]);
  }

  @Override
  public Interval entering(int gate, int neuron) {
    for (int k = 0; k < least.length; k++) {
      if (network.neuron(k).gate() == gate && network.neuron(k).index() == neuron) {
        return argument(k);
      }
    }
    return network.entering(gate, neuron);
  }

  /** How many neurons may bend on the box. */
  public int bending() {
    int bending = 0;
    for (int k = 0; k < least.length; k++) {
      bending += network.neuron(k).curve().above().isLinear(least[k], greatest[k]) ? 0 : 1;
    }
    return bending;
  }

  /** The network condensed on this box; nothing if numbers overflow. */
  public Optional<CondensedNetwork> condensed() {
    return Condensation.of(network, box, this);
  }
}
