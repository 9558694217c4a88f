package surety.solver.search;

/**
 * Bounds of a share of a cell's mass.
 *
 * @param lower at least 0
 * @param upper at most 1
 */
record Share(double lower, double upper) {
  static final Share ALL = new Share(1, 1);
  static final Share NONE = new Share(0, 0);
  static final Share UNKNOWN = new Share(0, 1);

  double gap() {
    return upper - lower;
  }

  boolean isAll() {
    return lower >= 1;
  }

  boolean isNone() {
    return upper <= 0;
  }

  boolean isDecided() {
    return isAll() || isNone();
  }

  Share complement() {
    return new Share(1 - upper, 1 - lower);
  }

  /** Of what both have in common, whatever that depends on: Frechet's inequalities. */
  Share and(Share other) {
    return new Share(Math.max(0, lower + other.lower - 1), Math.min(upper, other.upper));
  }
}
