package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.replay.ReplayResult;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;

/**
 * Guaranteed bounds of a probability at one threshold, or of one quantity.
 *
 * @param t the threshold, the double nearest to the exact one in statement and certificate; NaN of
 *     a quantity
 * @param lower guaranteed lower bound of it
 * @param upper guaranteed upper bound of it
 */
public record BandPoint(double t, Bound lower, Bound upper) {
  /** Refuses missing parts. */
  public BandPoint {
    Objects.requireNonNull(lower);
    Objects.requireNonNull(upper);
  }

  /** The claimed bounds of a certificate that was replayed. */
  public static List<BandPoint> of(Claim claim, ReplayResult replayed) {
    return of(claim instanceof BandClaim ? replayed.numbers() : List.of(), replayed.bounds());
  }

  /**
   * Bounds as points.
   *
   * @param thresholds of a cdf; none of a quantity
   */
  static List<BandPoint> of(List<Rational> thresholds, List<Enclosure> bounds) {
    List<BandPoint> points = new ArrayList<>();
    for (int k = 0; k < bounds.size(); k++) {
      double t = thresholds.isEmpty() ? Double.NaN : Interval.of(thresholds.get(k)).middle();
      points.add(new BandPoint(t, bounds.get(k).lower(), bounds.get(k).upper()));
    }
    return points;
  }

  /** The distance of the bounds; infinite if one of them is. */
  public Bound gap() {
    return new Enclosure(lower, upper).width();
  }

  /** The largest of some points, of which there is one at least. */
  public static Bound largestGap(List<BandPoint> points) {
    return points.stream().map(BandPoint::gap).max(Bound::compareTo).orElseThrow();
  }
}
