package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.Marginal;

/**
 * Beyond one end of one coordinate: how probable that is, and how far all coordinates are from a
 * centre z0 there, on average.
 *
 * <p>Coordinates are independent. So the integral of {@code |z_p - z0_p|^j} over the tail of
 * another coordinate is the tail's mass times the mean of it, which is at most its largest value
 * within the ends, and what lies beyond them. Beyond an end K the distance from z0 is that from K
 * and {@code |K - z0|}, so its square is the sum of both squares and twice the product.
 */
final class TailDistances {
  private final List<Marginal> marginals;
  private final List<Truncation> truncations;
  private final int coordinate;
  private final boolean isAbove;

  /**
   * Of a tail.
   *
   * @param beyond the half-line
   */
  TailDistances(
      List<Marginal> marginals, List<Truncation> truncations, int coordinate, Interval beyond) {
    this.marginals = marginals;
    this.truncations = truncations;
    this.coordinate = coordinate;
    this.isAbove = beyond.upper() == Double.POSITIVE_INFINITY;
  }

  /** A number between the ends of a coordinate, where it is cut off if it is. */
  static double centre(Marginal marginal, Truncation truncation) {
    return new Interval(lower(marginal, truncation), upper(marginal, truncation)).middle();
  }

  private static double lower(Marginal marginal, Truncation truncation) {
    Interval end = marginal.domainLower();
    return end.isBounded() ? end.lower() : truncation.lower();
  }

  private static double upper(Marginal marginal, Truncation truncation) {
    Interval end = marginal.domainUpper();
    return end.isBounded() ? end.upper() : truncation.upper();
  }

  /** Encloses an upper bound of the tail's probability. */
  ScaledInterval mass() {
    Marginal marginal = marginals.get(coordinate);
    Truncation truncation = truncations.get(coordinate);
    return isAbove
        ? marginal.tailAbove(truncation.upper())
        : marginal.tailBelow(truncation.lower());
  }

  /**
   * For each coordinate encloses an upper bound of the integral of its distance's power over the
   * tail.
   *
   * @param power 1 or 2
   */
  List<ScaledInterval> all(int power) {
    List<ScaledInterval> all = new ArrayList<>();
    for (int p = 0; p < marginals.size(); p++) {
      all.add(p == coordinate ? beyond(p, isAbove, power) : mass().times(mean(p, power)));
    }
    return all;
  }

  private ScaledInterval mean(int p, int power) {
    Marginal marginal = marginals.get(p);
    Truncation truncation = truncations.get(p);
    double centre = centre(marginal, truncation);
    double within =
        Math.max(
            Rounding.subtractUp(upper(marginal, truncation), centre),
            Rounding.subtractUp(centre, lower(marginal, truncation)));
    return ScaledInterval.of(Interval.of(within).power(power))
        .plus(beyond(p, true, power))
        .plus(beyond(p, false, power));
  }

  /** Beyond one end of a coordinate; 0 where it is not cut off. */
  private ScaledInterval beyond(int p, boolean above, int power) {
    Marginal marginal = marginals.get(p);
    Truncation truncation = truncations.get(p);
    double end = above ? truncation.upper() : truncation.lower();
    double centre = centre(marginal, truncation);
    Interval step =
        Interval.of(above ? end : centre).minus(Interval.of(above ? centre : end)).abs();
    ScaledInterval first =
        tail(marginal, end, above, 1).plus(tail(marginal, end, above, 0).times(step));
    return power == 1
        ? first
        : tail(marginal, end, above, 2)
            .plus(tail(marginal, end, above, 1).times(step.times(2)))
            .plus(tail(marginal, end, above, 0).times(step.square()));
  }

  private static ScaledInterval tail(Marginal marginal, double end, boolean above, int power) {
    boolean isCutOff =
        above ? !marginal.domainUpper().isBounded() : !marginal.domainLower().isBounded();
    if (!isCutOff) {
      return ScaledInterval.ZERO;
    }
    return marginal.tail(0, end, above, power);
  }
}
