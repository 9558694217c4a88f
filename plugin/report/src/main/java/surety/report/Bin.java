package surety.report;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.solver.BandPoint;

/**
 * Guaranteed bounds of the probability between two neighbouring thresholds of a cdf.
 *
 * @param to the number of the threshold at which it ends, which belongs to it; it begins behind the
 *     one before. Of the first nothing is before it, and the last ends nowhere
 * @param lower of the probability
 * @param upper of the probability
 */
record Bin(int to, Dyadic lower, Dyadic upper) {
  private static final BandPoint NOTHING = new BandPoint(Double.NaN, Bound.ZERO, Bound.ZERO);
  private static final BandPoint ALL = new BandPoint(Double.NaN, Bound.ONE, Bound.ONE);

  /** All of them, one more than there are points, with a half-line at both ends. */
  static List<Bin> of(List<BandPoint> points) {
    List<Bin> bins = new ArrayList<>();
    for (int k = 0; k <= points.size(); k++) {
      BandPoint from = k == 0 ? NOTHING : points.get(k - 1);
      BandPoint to = k == points.size() ? ALL : points.get(k);
      bins.add(between(k, from, to));
    }
    return bins;
  }

  /**
   * The probability is F(b) - F(a), which is at least the least that the one may be less the most
   * that the other may be, and never below 0; and likewise from above.
   */
  private static Bin between(int to, BandPoint a, BandPoint b) {
    Dyadic least = lower(b).minus(upper(a));
    Dyadic most = upper(b).minus(lower(a));
    return new Bin(
        to,
        least.signum() > 0 ? least : Dyadic.ZERO,
        most.compareTo(Dyadic.ONE) < 0 ? most : Dyadic.ONE);
  }

  private static Dyadic lower(BandPoint point) {
    return Enclosure.max(point.lower(), Bound.ZERO).dyadic();
  }

  private static Dyadic upper(BandPoint point) {
    return Enclosure.min(point.upper(), Bound.ONE).dyadic();
  }
}
