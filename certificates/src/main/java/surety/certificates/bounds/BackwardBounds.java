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
 * t_k|)}, with S the {@link SizedRow#size} of the form, and S_k of the argument of neuron k. What a
 * row is off itself, E_k, enters with |V_k s|, which is |g_k| but for one rounding: the sum of all
 * that is enlarged for more roundings than it has. A product that underflows loses less than the
 * smallest subnormal. Where anything overflows, or a function may not be defined, magnitudes are
 * infinite: such a network is not condensed, and a bound that is no number is none.
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

  /** Both ways back from the form that is looked at. */
  private final Way below;

  private final Way above;
  private final Both[] forms;

  /**
   * Bounds of a form.
   *
   * @param lower in local coordinates
   * @param upper likewise
   * @param least over the box
   * @param greatest likewise
   */
  @SuppressWarnings("ArrayRecordComponent") // read in inner loops
  private record Both(double[] lower, double[] upper, double least, double greatest) {}

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
    this.forms = new Both[network.forms()];
    this.below = new Way(-1, m);
    this.above = new Way(1, m);
    for (int k = 0; k < m; k++) {
      bound(k);
    }
  }

  private void bound(int k) {
    CondensedNeuron neuron = network.neuron(k);
    back(network.row(k), network.loss(k));
    double from = Math.max(below.end(), neuron.range().lower());
    double to = Math.min(above.end(), neuron.range().upper());
    if (!(from <= to)) { // something overflowed
      from = neuron.range().lower();
      to = neuron.range().upper();
    }
    least[k] = from;
    greatest[k] = to;
    if (neuron.curve().isRelu()) {
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
    Line up = curve.above().above(from, to, middle);
    Line down = curve.below().above(from, to, middle);
    upperSlope[k] = up.slope();
    upperIntercept[k] = up.intercept();
    lowerSlope[k] = -down.slope();
    lowerIntercept[k] = -down.intercept();
  }

  /** A form's bound from below (direction -1) or above (1), while neurons are replaced in it. */
  private final class Way {
    private final int direction;

    /** Coefficients of the coordinates, the constant, and those of neurons not yet replaced. */
    private final double[] form;

    /** What replacing costs, but for what it costs the form itself. */
    private double error;

    private double intercepts;

    /** Behind {@link #end}: the value in the middle, and what rounding may do to it. */
    private double constant;

    private double rounding;

    Way(int direction, int m) {
      this.direction = direction;
      this.form = new double[n + 1 + m];
    }

    void start(double[] terms) {
      System.arraycopy(terms, 0, form, 0, terms.length);
      error = 0;
      intercepts = 0;
    }

    /** Puts its line in place of a neuron; what its argument has to be added with. */
    double replace(int k) {
      double v = form[n + 1 + k];
      if (v == 0) {
        return 0;
      }
      boolean isUpper = (v > 0) == (direction > 0);
      double intercept = v * (isUpper ? upperIntercept[k] : lowerIntercept[k]);
      form[n] += intercept;
      intercepts += Math.abs(intercept);
      double g = v * (isUpper ? upperSlope[k] : lowerSlope[k]);
      error += Math.abs(g) * network.loss(k);
      return g;
    }

    /** Moves the constant by what has been lost, with m neurons replaced, each in one step. */
    void finish(double loss, int m) {
      double all = error + network.gamma() * intercepts + loss + network.tiny();
      double off = RelativeError.above(all, 3 * m + 8);
      form[n] = direction > 0 ? Rounding.addUp(form[n], off) : Rounding.subtractDown(form[n], off);
    }

    /**
     * The bound's least or greatest value over the box. What is lost by rounding, and because the
     * box's centre and radius are off, is added, as is a smallest normal number for all underflow.
     * Infinite if anything overflows.
     */
    double end() {
      double middle = form[n];
      double spread = 0;
      double lost = CentredBox.gamma(n) * Math.abs(middle);
      for (int q = 0; q < n; q++) {
        double c = Math.abs(form[q]);
        middle += form[q] * box.centre()[q];
        spread += c * box.radius()[q];
        lost += c * box.loss()[q];
      }
      rounding = Rounding.addUp(RelativeError.above(lost, 2 * n + 4), Double.MIN_NORMAL);
      constant = middle;
      double end =
          direction > 0
              ? Rounding.addUp(middle + spread, rounding)
              : Rounding.subtractDown(middle - spread, rounding);
      return Math.abs(end) <= Double.MAX_VALUE ? end : direction * Double.POSITIVE_INFINITY;
    }

    /** The bound in local coordinates, behind {@link #end}, which has returned this number. */
    double[] local(double end) {
      double[] local = new double[n + 1];
      if (Double.isInfinite(end)) {
        local[0] = end;
        return local;
      }
      local[0] =
          direction > 0
              ? Rounding.addUp(constant, rounding)
              : Rounding.subtractDown(constant, rounding);
      for (int q = 0; q < n; q++) {
        local[q + 1] = form[q] * box.radius()[q];
      }
      return local;
    }
  }

  /**
   * Goes back from a form both ways.
   *
   * @param loss of the form itself: {@code gamma S + E}
   */
  private void back(CondensedRow row, double loss) {
    int m = row.terms().length - n - 1;
    below.start(row.terms());
    above.start(row.terms());
    for (int k = m - 1; k >= 0; k--) {
      double down = below.replace(k);
      double up = above.replace(k);
      if (down != 0 || up != 0) {
        add(network.row(k).terms(), down, below.form, up, above.form);
      }
    }
    below.finish(loss, m);
    above.finish(loss, m);
  }

  private static void add(double[] terms, double down, double[] low, double up, double[] high) {
    for (int i = 0; i < terms.length; i++) {
      low[i] += down * terms[i];
      high[i] += up * terms[i];
    }
  }

  private Both both(int form) {
    if (forms[form] == null) {
      int row = network.neurons() + form;
      back(network.row(row), network.loss(row));
      double from = below.end();
      double to = above.end();
      forms[form] = new Both(below.local(from), above.local(to), from, to);
    }
    return forms[form];
  }

  @Override
  public double[] lower(int form) {
    return both(form).lower;
  }

  @Override
  public double[] upper(int form) {
    return both(form).upper;
  }

  @Override
  public double least(int form) {
    return both(form).least;
  }

  @Override
  public double greatest(int form) {
    return both(form).greatest;
  }

  /** {@inheritDoc} Where a neuron bends that a form depends on it is not found to be constant. */
  @Override
  public boolean mayBeConstant(int form) {
    double[] terms = network.row(network.neurons() + form).terms();
    for (int k = 0; n + 1 + k < terms.length; k++) {
      if (terms[n + 1 + k] != 0 && bends(k)) {
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
    int first = network.neurons();
    double[] a = network.row(first + form).terms();
    double[] b = network.row(first + other).terms();
    double[] sum = new double[Math.max(a.length, b.length)];
    for (int i = 0; i < a.length; i++) {
      sum[i] = sign * a[i];
    }
    for (int i = 0; i < b.length; i++) {
      sum[i] += otherSign * b[i];
    }
    // the loss of both is more than gamma_1 of their sizes, and of the sum's size another time
    double loss = Rounding.addUp(network.loss(first + form), network.loss(first + other));
    back(new CondensedRow(sum, loss), 2 * loss);
    return above.end();
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
    CurvedNeuron curve = network.neuron(k).curve();
    return curve.isRelu()
        ? least[k] < 0 && greatest[k] > 0
        : !curve.above().isLinear(least[k], greatest[k]);
  }

  /** The network condensed on this box; nothing if numbers overflow. */
  public Optional<CondensedNetwork> condensed() {
    return Condensation.of(network, box, this);
  }
}
