package surety.certificates.bounds;

/**
 * A form with an upper bound of the sum of the magnitudes of all its terms on the box.
 *
 * @param row the form
 * @param size infinite or NaN if nothing is known
 */
record SizedRow(CondensedRow row, double size) {

  /** Whether all its numbers are finite. */
  boolean isKnown() {
    return size <= Double.MAX_VALUE && row.error() <= Double.MAX_VALUE;
  }
}
