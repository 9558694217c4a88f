package surety.certificates.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.RegionStatement;

/**
 * The random inputs: their densities, and the box in which regions are enumerated. That is the
 * smallest box around the support, cut off where it is unbounded.
 *
 * @param lower ends in standard coordinates
 * @param upper likewise
 */
record Support(
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
   * Of a statement.
   *
   * @param truncations one for each random input, used where it is unbounded
   */
  static Support of(RegionStatement statement, List<Truncation> truncations)
      throws RejectedException {
    List<Marginal> marginals =
        statement.random().stream().map(input -> Marginal.of(input.distribution())).toList();
    requireDimension(marginals.size());
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
    return new Support(marginals, truncations, lower, upper);
  }

  private static void requireDimension(int n) throws RejectedException {
    if (n == 0) {
      throw new RejectedException(
          new RegionRejection.NotEnumerable(
              "all inputs are fixed: the support is one point and has no regions; give an input a"
                  + " distribution"));
    }
    if (n > MOST_DIMENSIONS) {
      throw new RejectedException(
          new RegionRejection.NotEnumerable(
              "regions of more than %d random inputs are not enumerated, and here are %d; fix some of"
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

  int dimension() {
    return marginals.size();
  }

  /** The corner of the lower ends of the inputs, or of the upper ones. */
  RationalPoint corner(boolean above) {
    List<Rational> x = new ArrayList<>();
    for (int q = 0; q < dimension(); q++) {
      x.add(marginals.get(q).exact().input((above ? upper : lower).get(q)));
    }
    return RationalPoint.of(x);
  }

  /** An upper bound of the probability outside the box, rounded up: the sum of the tails. */
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
