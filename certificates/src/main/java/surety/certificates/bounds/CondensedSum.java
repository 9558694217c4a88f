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
  /** No |z_q| and no |h_k| on the box is larger, in the order of a row's terms; 1 for constants. */
  private double[] magnitudes;

  private final int n;
  private int neurons;

  /** At least 1 and the magnitudes on the box of all coordinates and neurons' values. */
  private double total;

  private double[] sum;

  /** The terms from that number on are 0. */
  private int width;

  private int terms;
  private double size;
  private double error;

  CondensedSum(CentredBox box) {
    this.n = box.dimension();
    this.total = box.total();
    this.magnitudes = Arrays.copyOf(box.magnitude(), n + 16);
    this.sum = new double[magnitudes.length];
    this.width = n + 1;
    magnitudes[n] = 1;
  }

  /** Declares the next neuron; its value as a form, of which no value on the box is larger. */
  SizedRow neuron(double magnitude) {
    int place = n + 1 + neurons;
    if (place == sum.length) {
      magnitudes = Arrays.copyOf(magnitudes, 2 * place);
      sum = Arrays.copyOf(sum, 2 * place);
    }
    magnitudes[place] = magnitude;
    total = Rounding.addUp(total, magnitude);
    double[] form = new double[place + 1];
    form[place] = 1;
    return new SizedRow(new CondensedRow(form, 0), magnitude, neurons++);
  }

  /** At least 1 and all magnitudes. */
  double total() {
    return total;
  }

  SizedRow sized(CondensedRow row) {
    return SizedRow.of(row, size(row.terms(), row.terms().length));
  }

  /** At least the sum of the magnitudes of the first terms. */
  private double size(double[] form, int count) {
    double all = 0;
    for (int i = 0; i < count; i++) {
      all += Math.abs(form[i]) * magnitudes[i];
    }
    return RelativeError.above(all, 2 * count);
  }

  /** How many forms have been added. */
  int terms() {
    return terms;
  }

  /** Adds a number that is known up to an error. */
  void add(double number, double off) {
    sum[n] += number;
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
    if (off > 0) {
      error += off * (form.size() + row.error());
    }
    add(factor, row, row.terms().length, form.size(), form.neuron());
  }

  /** Adds a multiple of the first terms of a form with such a size; only of one, if it has one. */
  private void add(double factor, CondensedRow row, int count, double formSize, int neuron) {
    terms++;
    double[] form = row.terms();
    for (int i = neuron < 0 ? 0 : count - 1; i < count; i++) {
      sum[i] += factor * form[i];
    }
    width = Math.max(width, count);
    size += Math.abs(factor) * formSize;
    error += Math.abs(factor) * row.error();
  }

  /** The sum of all that has been added; the next one starts at 0. */
  SizedRow finish() {
    int roundings = 4 * (terms + 2); // of the two sums below: at most that many each
    double spread =
        Rounding.multiplyUp(RelativeError.gamma(terms + 2), RelativeError.above(size, roundings));
    double tiny = total * Double.MIN_NORMAL; // exact: total is at least 1, and terms below 2^52
    double off =
        Rounding.addUp(RelativeError.above(error, roundings), Rounding.addUp(spread, tiny));
    CondensedRow row = new CondensedRow(Arrays.copyOf(sum, width), off);
    Arrays.fill(sum, 0, width, 0);
    width = n + 1;
    terms = 0;
    size = 0;
    error = 0;
    return sized(row);
  }

  /** A row of a condensed network, its neurons' values replaced by forms. */
  SizedRow of(CondensedRow row, SizedRow[] values) {
    double[] form = row.terms();
    add(1, row, n + 1, size(form, n + 1), -1);
    for (int k = 0; n + 1 + k < form.length; k++) {
      add(form[n + 1 + k], 0, values[k]);
    }
    return finish();
  }

  /** {@code slope t + intercept} of a form t. */
  SizedRow linear(SizedRow form, Interval slope, Interval intercept) {
    if (slope.isPoint() && slope.lower() == 1 && intercept.magnitude() == 0) {
      return form;
    }
    if (slope.magnitude() == 0 && intercept.magnitude() == 0) {
      return SizedRow.zero(n);
    }
    add(slope.middle(), slope.radius(), form);
    add(intercept.middle(), intercept.radius());
    return finish();
  }
}
