package surety.solver.bounding;

import surety.certificates.activation.Activation;
import surety.certificates.activation.Valley;
import surety.certificates.arithmetic.Interval;

/**
 * Where a function turns, or where a part of it ends: a number, or somewhere between two.
 *
 * @param from at most where it is
 * @param to at least where it is
 * @param value encloses the function's value there
 */
record Turn(double from, double to, Interval value) {
  /** There is none on the left. */
  static final Turn NONE_BEFORE =
      new Turn(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Interval.WHOLE);

  /** There is none on the right. */
  static final Turn NONE_BEHIND =
      new Turn(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Interval.WHOLE);

  /** At a number. */
  static Turn at(Activation activation, double x) {
    return new Turn(x, x, activation.enclose(x));
  }

  /** In a valley: the lowest value is not above those on either side. */
  static Turn of(Activation activation, Valley valley) {
    double most =
        Math.min(
            activation.enclose(valley.from()).upper(), activation.enclose(valley.to()).upper());
    return new Turn(valley.from(), valley.to(), new Interval(valley.least(), most));
  }
}
