package surety.solver;

import java.util.ArrayList;
import java.util.Collections;
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
 * Guaranteed bounds of a probability at one threshold, at several of several forms, of one
 * quantity, or of one of several moments.
 *
 * @param at the thresholds, one for each form, the doubles nearest to the exact ones in statement
 *     and certificate; none of what is no cdf
 * @param lower guaranteed lower bound of it
 * @param upper guaranteed upper bound of it
 */
public record BandPoint(List<Double> at, Bound lower, Bound upper) {
  /** Refuses missing parts. */
  public BandPoint {
    at = List.copyOf(at);
    Objects.requireNonNull(lower);
    Objects.requireNonNull(upper);
  }

  /** Of one form. */
  public BandPoint(double t, Bound lower, Bound upper) {
    this(List.of(t), lower, upper);
  }

  /** The threshold of the first form. */
  public double t() {
    return at.get(0);
  }

  /** The claimed bounds of a certificate that was replayed. */
  public static List<BandPoint> of(Claim claim, ReplayResult replayed) {
    return of(claim, replayed.numbers(), replayed.bounds());
  }

  /**
   * Bounds as points.
   *
   * @param numbers of a cdf the thresholds, form by form
   */
  static List<BandPoint> of(Claim claim, List<Rational> numbers, List<Enclosure> bounds) {
    List<List<Double>> grid =
        claim instanceof BandClaim band
            ? BandClaim.grid(band.byForm(numbers.stream().map(BandPoint::nearest).toList()))
            : Collections.nCopies(bounds.size(), List.of());
    List<BandPoint> points = new ArrayList<>();
    for (int k = 0; k < bounds.size(); k++) {
      points.add(new BandPoint(grid.get(k), bounds.get(k).lower(), bounds.get(k).upper()));
    }
    return points;
  }

  private static double nearest(Rational t) {
    return Interval.of(t).middle();
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
