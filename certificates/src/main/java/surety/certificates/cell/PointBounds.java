package surety.certificates.cell;

import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/**
 * Guaranteed bounds at a threshold, of the probability of the event or of the cdf.
 *
 * @param lower rounded down to 53 bits, at least 0
 * @param upper rounded up to 53 bits, at most 1
 */
public record PointBounds(Rational threshold, Dyadic lower, Dyadic upper) {

  /**
   * Bounds from the sums over all leaves.
   *
   * <p>The leaves and the tails are all there is, so the probabilities of the event and of the rest
   * add up to 1, and what the sums say of the rest bounds the event too.
   *
   * @param eventTails an upper bound of the event's probability outside of the root box
   * @param restTails the same of its complement
   */
  static PointBounds of(
      Rational threshold, Tally.Totals totals, Dyadic eventTails, Dyadic restTails) {
    Dyadic restUpper = totals.restUpper().plus(restTails);
    Dyadic lower = max(totals.eventLower(), Dyadic.ONE.minus(restUpper));
    Dyadic upper = min(totals.eventUpper().plus(eventTails), Dyadic.ONE.minus(totals.restLower()));
    return new PointBounds(
        threshold, max(Dyadic.ZERO, lower).roundDown(), min(Dyadic.ONE, upper).roundUp());
  }

  private static Dyadic max(Dyadic a, Dyadic b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Dyadic min(Dyadic a, Dyadic b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
