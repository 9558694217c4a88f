package surety.certificates.bounds;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Adds up multiples of forms, with a bound of what rounding does to the sum on a box.
 *
 * <p><em>Why it is sound.</em> Each coefficient of {@code b + sum_i v_i t_i}, with k forms t_i, is
 * computed with at most k + 1 additions and k products, so it is off by at most gamma_(k+2) times
 * the sum of the magnitudes of its summands (Higham, section 3.1) and a smallest subnormal for each
 * product that underflows. Times the largest magnitude on the box of what the coefficient
 * multiplies, and added up over all coefficients, that is at most {@code gamma_(k+2) (|b| + sum_i
 * |v_i| size(t_i))}, and for underflow k smallest subnormals times the sum of all those magnitudes.
 * The errors of the forms themselves enter with |v_i|.
 */
final class CondensedSum {
  private final CentredBox box;
  private double[] h = new double[16];
  private int neurons;

  /** At least 1 and the magnitudes on the box of all coordinates and neurons' values. */
  private double total;

  private final double[] x;
  private double[] w = new double[16];
  private int width;
  private int terms;
  private double size;
  private double error;

  CondensedSum(CentredBox box) {
    this.box = box;
    this.total = box.total();
    this.x = new double[box.dimension() + 1];
  }

  /** Declares the next neuron; its value as a form, of which no value on the box is larger. */
  SizedRow neuron(double magnitude) {
    if (neurons == h.length) {
      h = Arrays.copyOf(h, 2 * neurons);
      w = Arrays.copyOf(w, 2 * neurons);
    }
    h[neurons++] = magnitude;
    total = Rounding.addUp(total, magnitude);
    double[] weights = new double[neurons];
    weights[neurons - 1] = 1;
    return new SizedRow(new CondensedRow(new double[x.length], weights, 0), magnitude);
  }

  /** At least 1 and all magnitudes. */
  double total() {
    return total;
  }

  SizedRow sized(CondensedRow row) {
    return new SizedRow(row, row.size(box.magnitude(), h));
  }

  /** How many forms have been added. */
  int terms() {
    return terms;
  }

  /** Adds a number that is known up to an error. */
  void add(double number, double off) {
    x[x.length - 1] += number;
    size += Math.abs(number);
    error += off;
    terms++;
  }

  /** Adds a multiple of a form; the factor is known up to an error. */
  void add(double factor, double off, SizedRow form) {
    if (form.isZero() || (factor == 0 && off == 0)) {
      return;
    }
    CondensedRow row = form.row();
    terms++;
    if (off > 0) {
      error += off * (form.size() + row.error());
    }
    double[] coefficients = row.x();
    for (int q = 0; q < x.length; q++) {
      x[q] += factor * coefficients[q];
    }
    double[] weights = row.w();
    for (int k = 0; k < weights.length; k++) {
      w[k] += factor * weights[k];
    }
    width = Math.max(width, weights.length);
    size += Math.abs(factor) * form.size();
    error += Math.abs(factor) * row.error();
  }

  /** The sum of all that has been added; the next one starts at 0. */
  SizedRow finish() {
    int roundings = 4 * (terms + 2); // of the two sums below: at most that many each
    double spread =
        Rounding.multiplyUp(RelativeError.gamma(terms + 2), RelativeError.above(size, roundings));
    double tiny = Rounding.multiplyUp(terms * Double.MIN_VALUE, total);
    double off =
        Rounding.addUp(RelativeError.above(error, roundings), Rounding.addUp(spread, tiny));
    CondensedRow row = new CondensedRow(x.clone(), Arrays.copyOf(w, width), off);
    Arrays.fill(x, 0);
    Arrays.fill(w, 0, width, 0);
    width = 0;
    terms = 0;
    size = 0;
    error = 0;
    return sized(row);
  }

  /** A row of a condensed network, its neurons' values replaced by forms. */
  SizedRow of(CondensedRow row, SizedRow[] values) {
    add(1, 0, sizedByCoordinates(row));
    for (int k = 0; k < row.w().length; k++) {
      add(row.w()[k], 0, values[k]);
    }
    return finish();
  }

  private SizedRow sizedByCoordinates(CondensedRow row) {
    return sized(CondensedRow.ofCoordinates(row.x(), row.error()));
  }

  /** {@code slope t + intercept} of a form t. */
  SizedRow linear(SizedRow form, Interval slope, Interval intercept) {
    if (slope.isPoint() && slope.lower() == 1 && intercept.magnitude() == 0) {
      return form;
    }
    if (slope.magnitude() == 0 && intercept.magnitude() == 0) {
      return SizedRow.zero(box.dimension());
    }
    add(slope.middle(), slope.radius(), form);
    add(intercept.middle(), intercept.radius());
    return finish();
  }
}
