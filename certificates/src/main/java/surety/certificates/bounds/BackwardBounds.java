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
 * What a row is off itself, E_k, enters with |V_k s|, which is |g_k| but for one rounding: the sum
 * of all that is enlarged for more roundings than it has. A product that underflows loses less than
 * the smallest subnormal. Where anything overflows, or a function may not be defined, magnitudes
 * are infinite: such a network is not condensed, and a bound that is no number is none.
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

  /** Coefficients that have not been replaced yet. */
  private final double[] weights;

  /** A form's bound: coefficients of the coordinates, then the constant. */
  private final double[] x;

  private final Bound[] lower;
  private final Bound[] upper;

  /**
   * A bound of a form.
   *
   * @param local in local coordinates
   * @param end of it over the box
   */
  @SuppressWarnings("ArrayRecordComponent") // read in inner loops
  private record Bound(double[] local, double end) {}

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
    this.weights = new double[m];
    this.x = new double[n + 1];
    this.lower = new Bound[network.forms()];
    this.upper = new Bound[network.forms()];
    for (int k = 0; k < m; k++) {
      bound(k);
    }
  }

  private void bound(int k) {
    CondensedNeuron neuron = network.neuron(k);
    CondensedRow argument = neuron.argument();
    double loss = network.loss(k);
    double from = back(argument, loss, -1);
    double to = back(argument, loss, 1);
    from = Math.max(from, neuron.range().lower());
    to = Math.min(to, neuron.range().upper());
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
  }

  /**
   * Above: the chord {@code s x + t}, which is at least relu because that is convex and t is chosen
   * so at both ends of the range. Below: relu(x) >= x and >= 0.
   */
  private void relu(int k, double from, double to) {
    if (to <= 0) {
      return; // all lines are 0
    }
    upperSlope[k] = 1;
    if (from >= 0) {
      lowerSlope[k] = 1;
      return;
    }
    lowerSlope[k] = to > -from ? 1 : 0;
    double slope = Math.min(1, to / (to - from));
    double atTop = Rounding.multiplyUp(Rounding.subtractUp(1, slope), to);
    upperSlope[k] = slope;
    upperIntercept[k] = Math.max(atTop, Rounding.multiplyUp(slope, -from));
  }

  private void bend(int k, CurvedNeuron curve, double from, double to) {
    double middle = 0.5 * from + 0.5 * to;
    Line above = curve.above().above(from, to, middle);
    Line below = curve.below().above(from, to, middle);
    upperSlope[k] = above.slope();
    upperIntercept[k] = above.intercept();
    lowerSlope[k] = -below.slope();
    lowerIntercept[k] = -below.intercept();
  }

  /**
   * Goes back from a form: {@link #x} is its bound from below (direction -1) or above.
   *
   * @param loss of the form itself: {@code gamma S + E}
   * @return the bound's least or greatest value on the box
   */
  private double back(CondensedRow row, double loss, int direction) {
    double[] w = row.w();
    System.arraycopy(row.x(), 0, x, 0, n + 1);
    double off = row.error();
    if (w.length > 0) {
      System.arraycopy(w, 0, weights, 0, w.length);
      double error = 0;
      double intercepts = 0;
      for (int k = w.length - 1; k >= 0; k--) {
        double v = weights[k];
        if (v != 0) {
          boolean isUpper = (v > 0) == (direction > 0);
          double slope = isUpper ? upperSlope[k] : lowerSlope[k];
          double intercept = v * (isUpper ? upperIntercept[k] : lowerIntercept[k]);
          x[n] += intercept;
          intercepts += Math.abs(intercept);
          double g = v * slope;
          if (g != 0) {
            error += Math.abs(g) * network.loss(k);
            addTo(network.neuron(k).argument(), g);
          }
        }
      }
      double rounded = network.gamma() * intercepts;
      double all = error + rounded + loss + (w.length + 1) * network.tiny();
      off = RelativeError.above(all, 3 * w.length + 8);
    }
    x[n] = direction > 0 ? Rounding.addUp(x[n], off) : Rounding.subtractDown(x[n], off);
    return end(direction);
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
   * A bound of {@link #x} over the box, from below (direction -1) or above. Its value at a point is
   * a sum of 2 n + 1 terms, with at most two products in each; and what the box's centre and radius
   * are off is added, as are smallest subnormals for underflow.
   */
  private double end(int direction) {
    double[] centre = box.centre();
    double[] radius = box.radius();
    double[] magnitude = box.magnitude();
    double middle = x[n];
    double spread = 0;
    double size = Math.abs(middle);
    double shift = 0;
    for (int q = 0; q < n; q++) {
      double c = Math.abs(x[q]);
      middle += x[q] * centre[q];
      spread += c * radius[q];
      size += c * magnitude[q];
      shift += c * box.off()[q];
    }
    double sum = RelativeError.gamma(2 * n + 4) * size + shift + (2 * n + 2) * Double.MIN_VALUE;
    rounding = RelativeError.above(sum, 2 * n + 6);
    constant = middle;
    return direction > 0
        ? Rounding.addUp(middle + spread, rounding)
        : Rounding.subtractDown(middle - spread, rounding);
  }

  /** What {@link #end} has found: the value in the middle, and what rounding may do to it. */
  private double constant;

  private double rounding;

  /** {@link #x} in local coordinates, behind {@link #end}. */
  private Bound bound(double end, int direction) {
    double[] form = new double[n + 1];
    double infinity = direction * Double.POSITIVE_INFINITY;
    if (!(Math.abs(end) <= Double.MAX_VALUE)) {
      form[0] = infinity;
      return new Bound(form, infinity);
    }
    form[0] =
        direction > 0
            ? Rounding.addUp(constant, rounding)
            : Rounding.subtractDown(constant, rounding);
    for (int q = 0; q < n; q++) {
      form[q + 1] = x[q] * box.radius()[q];
    }
    return new Bound(form, end);
  }

  private Bound bound(int form, int direction) {
    return bound(back(network.form(form), network.lossOfForm(form), direction), direction);
  }

  private Bound below(int form) {
    if (lower[form] == null) {
      lower[form] = bound(form, -1);
    }
    return lower[form];
  }

  private Bound above(int form) {
    if (upper[form] == null) {
      upper[form] = bound(form, 1);
    }
    return upper[form];
  }

  @Override
  public double[] lower(int form) {
    return below(form).local;
  }

  @Override
  public double[] upper(int form) {
    return above(form).local;
  }

  @Override
  public double least(int form) {
    return below(form).end;
  }

  @Override
  public double greatest(int form) {
    return above(form).end;
  }

  @Override
  public Interval known(int form) {
    return network.known(form);
  }

  @Override
  public Interval around(int form) {
    return network.range(form);
  }

  /** {@inheritDoc} Where a neuron bends that a form depends on it is not found to be constant. */
  @Override
  public boolean mayBeConstant(int form) {
    double[] w = network.form(form).w();
    for (int k = 0; k < w.length; k++) {
      if (w[k] != 0 && bends(k)) {
        return false;
      }
    }
    return BoxForms.super.mayBeConstant(form);
  }

  /**
   * {@inheritDoc} The forms are added up before one goes back: each coefficient with one rounding,
   * for sums do not underflow.
   */
  @Override
  public double greatest(int form, int sign, int other, int otherSign) {
    CondensedRow a = network.form(form);
    CondensedRow b = network.form(other);
    double[] sum = new double[n + 1];
    for (int q = 0; q <= n; q++) {
      sum[q] = sign * a.x()[q] + otherSign * b.x()[q];
    }
    double[] w = new double[Math.max(a.w().length, b.w().length)];
    for (int k = 0; k < a.w().length; k++) {
      w[k] = sign * a.w()[k];
    }
    for (int k = 0; k < b.w().length; k++) {
      w[k] += otherSign * b.w()[k];
    }
    // the loss of both is more than gamma_1 of their sizes, and of the sum's size another time
    double loss = Rounding.addUp(network.lossOfForm(form), network.lossOfForm(other));
    double end = back(new CondensedRow(sum, w, loss), 2 * loss, 1);
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

  private boolean bends(int k) {
    CondensedNeuron neuron = network.neuron(k);
    return neuron.isRelu()
        ? least[k] < 0 && greatest[k] > 0
        : !neuron.curve().above().isLinear(least[k], greatest[k]);
  }

  /** The network condensed on this box; nothing if numbers overflow. */
  public Optional<CondensedNetwork> condensed() {
    return Condensation.of(network, box, this);
  }
}
