package surety.certificates.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;

/**
 * The coordinates of a branch: their densities, and the box in which regions are enumerated. That
 * is the smallest box around the support, cut off where it is unbounded.
 *
 * @param marginals of the coordinates: mixtures, if the branch has several summands
 * @param lower ends in standard coordinates
 * @param upper likewise
 */
record Support(
    Law.Branch branch,
    List<Marginal> marginals,
    List<Truncation> truncations,
    List<Rational> lower,
    List<Rational> upper) {
  private static final int MOST_DIMENSIONS = 8;

  Support {
    marginals = List.copyOf(marginals);
    truncations = List.copyOf(truncations);
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
  }

  /**
   * Of a branch.
   *
   * @param truncations one for each coordinate, used where it is unbounded
   */
  static Support of(Law.Branch branch, List<Truncation> truncations) throws RejectedException {
    requireDimension(branch.dimension());
    List<Marginal> marginals = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      marginals.add(Marginal.ofMixture(branch.distributions(q), branch.weights()));
    }
    if (truncations.size() != marginals.size()) {
      throw new RejectedException(
          new ProblemRejection.Truncations(truncations.size(), marginals.size()));
    }
    List<Rational> lower = new ArrayList<>();
    List<Rational> upper = new ArrayList<>();
    for (int q = 0; q < marginals.size(); q++) {
      StandardCoordinate exact = marginals.get(q).exact();
      lower.add(end(exact.lower(), truncations.get(q).lower()));
      upper.add(end(exact.upper(), truncations.get(q).upper()));
      if (lower.get(q).compareTo(upper.get(q)) >= 0) {
        throw new RejectedException(new ProblemRejection.TruncatedToNothing(q));
      }
    }
    return new Support(branch, marginals, truncations, lower, upper);
  }

  private static void requireDimension(int n) throws RejectedException {
    if (n > MOST_DIMENSIONS) {
      throw new RejectedException(
          new RegionRejection.NotEnumerable(
              "regions are not enumerated in more than %d dimensions, and the inputs have %d; fix some of"
                      .formatted(MOST_DIMENSIONS, n)
                  + " them"));
    }
  }

  private static Rational end(Optional<Rational> exact, double truncation)
      throws RejectedException {
    if (exact.isPresent()) {
      return exact.get();
    }
    if (!Double.isFinite(truncation)) {
      throw new RejectedException(new ProblemRejection.NotTruncated(truncation));
    }
    return Rational.ofDouble(truncation);
  }

  /** Enclosures of the summands' weights. */
  List<ScaledInterval> weights() {
    return branch.weights().stream().map(ScaledInterval::of).toList();
  }

  /**
   * Encloses the mass of the whole branch. A density has the integral 1, so that is the sum of the
   * weights, unless some density is restricted to a part of its mass.
   */
  Interval mass() {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (ScaledInterval weight : weights()) {
      sum = sum.plus(weight);
    }
    Interval most = sum.toInterval();
    return branch.isRestricted() ? new Interval(0, most.upper()) : most;
  }

  int dimension() {
    return marginals.size();
  }

  /** The corner of the lower ends of the coordinates, or of the upper ones. */
  RationalPoint corner(boolean above) {
    List<Rational> x = new ArrayList<>();
    for (int q = 0; q < dimension(); q++) {
      x.add(marginals.get(q).exact().input((above ? upper : lower).get(q)));
    }
    return RationalPoint.of(x);
  }

  /** An upper bound of the mass outside the box, rounded up: the sum of the tails. */
  double tails() {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int q = 0; q < dimension(); q++) {
      Marginal marginal = marginals.get(q);
      sum = sum.plus(marginal.tailBelow(truncations.get(q).lower()));
      sum = sum.plus(marginal.tailAbove(truncations.get(q).upper()));
    }
    return sum.toInterval().upper();
  }
}
