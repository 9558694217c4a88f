package surety.certificates.gaussian;

/** What errors of plain doubles are counted with. */
final class Roundoff {
  /** The most that a rounding changes a number by, of that number. */
  static final double U = 0x1p-53;

  /** More than what counting errors rounds away: a sum of few numbers that are not negative. */
  static final double SLACK = 1 + 1e-12;

  private Roundoff() {}
}
