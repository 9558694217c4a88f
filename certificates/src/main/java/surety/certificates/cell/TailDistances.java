package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.Marginal;

/**
 * Beyond one end of one coordinate: how probable that is, and how far all coordinates are from a
 * centre z0 there, on average.
 *
 * <p>In each summand of the density coordinates are independent, and all masses and integrals are
 * the weighted sums of the summands'. So the integral of {@code |z_p - z0_p|^j} over the tail of
 * another coordinate is the tail's mass times the mean of it, which is at most its largest value
 * within the ends, and what lies beyond them. Beyond an end K the distance from z0 is that from K
 * and {@code |K - z0|}, so its square is the sum of both squares and twice the product.
 */
final class TailDistances {
  private final List<Marginal> marginals;
  private final List<ScaledInterval> weights;
  private final List<Truncation> truncations;
  private final int coordinate;
  private final boolean isAbove;

  /**
   * Of a tail.
   *
   * @param weights of the summands of the density
   * @param coordinate the one that is cut off
   */
  TailDistances(
      List<Marginal> marginals,
      List<ScaledInterval> weights,
      List<Truncation> truncations,
      int coordinate,
      boolean isAbove) {
    this.marginals = marginals;
    this.weights = weights;
    this.truncations = truncations;
    this.coordinate = coordinate;
    this.isAbove = isAbove;
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

  /** Encloses an upper bound of the tail's mass. */
  ScaledInterval mass() {
    return weighted(j -> beyondEnd(coordinate, j, isAbove, 0));
  }

  private ScaledInterval weighted(IntFunction<ScaledInterval> bySummand) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int j = 0; j < weights.size(); j++) {
      sum = sum.plus(weights.get(j).times(bySummand.apply(j)));
    }
    return sum;
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
      int of = p;
      all.add(
          weighted(
              j ->
                  of == coordinate
                      ? beyond(of, j, isAbove, power)
                      : beyondEnd(coordinate, j, isAbove, 0).times(mean(of, j, power))));
    }
    return all;
  }

  private ScaledInterval mean(int p, int summand, int power) {
    Marginal marginal = marginals.get(p);
    Truncation truncation = truncations.get(p);
    double centre = centre(marginal, truncation);
    double within =
        Math.max(
            Rounding.subtractUp(upper(marginal, truncation), centre),
            Rounding.subtractUp(centre, lower(marginal, truncation)));
    return ScaledInterval.of(Interval.of(within).power(power))
        .plus(beyond(p, summand, true, power))
        .plus(beyond(p, summand, false, power));
  }

  /** Beyond one end of a coordinate; 0 where it is not cut off. */
  private ScaledInterval beyond(int p, int summand, boolean above, int power) {
    Truncation truncation = truncations.get(p);
    double end = above ? truncation.upper() : truncation.lower();
    double centre = centre(marginals.get(p), truncation);
    Interval step =
        Interval.of(above ? end : centre).minus(Interval.of(above ? centre : end)).abs();
    ScaledInterval mass = beyondEnd(p, summand, above, 0);
    ScaledInterval first = beyondEnd(p, summand, above, 1);
    return power == 1
        ? first.plus(mass.times(step))
        : beyondEnd(p, summand, above, 2)
            .plus(first.times(step.times(2)))
            .plus(mass.times(step.square()));
  }

  /** The integral of the distance's power from the end at which the coordinate is cut off. */
  private ScaledInterval beyondEnd(int p, int summand, boolean above, int power) {
    Truncation truncation = truncations.get(p);
    double end = above ? truncation.upper() : truncation.lower();
    return marginals.get(p).tail(summand, end, above, power);
  }
}
