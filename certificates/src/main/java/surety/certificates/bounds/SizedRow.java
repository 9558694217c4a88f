package surety.certificates.bounds;

/**
 * A form with an upper bound of the sum of the magnitudes of all its terms on the box.
 *
 * @param row the form
 * @param size infinite or NaN if nothing is known
 * @param neuron the number of the only neuron whose value it is; -1 if it is any other form
 */
record SizedRow(CondensedRow row, double size, int neuron) {

  /** Any form. */
  static SizedRow of(CondensedRow row, double size) {
    return new SizedRow(row, size, -1);
  }

  /** The form 0, of so many coordinates. */
  static SizedRow zero(int dimension) {
    return of(new CondensedRow(new double[dimension + 1], 0), 0);
  }

  /** Whether it is known to be 0: the size of any other form is not. */
  boolean isZero() {
    return size == 0;
  }

  /** Whether all its numbers are finite. */
  boolean isKnown() {
    return size <= Double.MAX_VALUE && row.error() <= Double.MAX_VALUE;
  }
}
