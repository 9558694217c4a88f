package surety.certificates.support;

import surety.certificates.arithmetic.Rounding;

/**
 * What a piece of an activation has of the probability, as far as its argument is concerned.
 *
 * @param inside at least the probability that the argument is on the piece
 * @param outside at least the probability that it is not
 */
public record Share(double inside, double outside) {
  /**
   * Of a piece between two kinks, of which it has the lower one.
   *
   * <p><em>Why it is sound.</em> What is on the piece is above the first kink and below the second,
   * so it has at most the probability of either; and it is what is above the first without what is
   * above the second, or what is below the second without what is below the first.
   */
  static Share between(Sides lower, Sides upper) {
    double inside = Math.min(lower.above().upper(), upper.below().upper());
    double above = Rounding.subtractUp(lower.above().upper(), upper.above().lower());
    double below = Rounding.subtractUp(upper.below().upper(), lower.below().lower());
    double outside = Rounding.addUp(lower.below().upper(), upper.above().upper());
    return new Share(Math.max(0, Math.min(inside, Math.min(above, below))), Math.min(1, outside));
  }
}
