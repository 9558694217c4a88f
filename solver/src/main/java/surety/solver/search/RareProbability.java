package surety.solver.search;

import surety.solver.domain.Log2;

/**
 * What gap is wanted of a small probability: not only the absolute one, which may say next to
 * nothing of it, but one relative to the probability. Of less than a millionth a smaller absolute
 * gap never asks for less.
 */
public final class RareProbability {
  /** A probability below that, or below the wanted gap, is rare. */
  private static final double LIMIT = 1e-6;

  private RareProbability() {}

  /** Whether a probability with that upper bound is rare. */
  public static boolean isRare(double upper, double gap) {
    return upper < Math.max(gap, LIMIT);
  }

  /** The wanted gap of a rare one, relative to it. */
  public static double relativeGap(double upper, double gap) {
    return Math.max(upper, gap);
  }

  /** The wanted gap as a logarithm to base 2, given logarithms. */
  static double logGap(double logUpper, double logGap) {
    boolean isRare = logUpper < Math.max(logGap, Log2.of(LIMIT));
    return isRare ? Math.min(logGap, logUpper + Math.max(logUpper, logGap)) : logGap;
  }
}
