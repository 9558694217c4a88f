package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Tails;
import surety.certificates.statement.Claim;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;

/**
 * What inputs that are too far out to be searched do to the means that a claim asks for: the kernel
 * adds to each of them what these inputs contribute at most, which no cell makes less.
 */
final class FarInputs {
  /** Both bounds are as far from the mean of what was searched. */
  private static final Dyadic SIDES = Dyadic.of(2);

  /** They are to blame for bounds that are so many times as far apart. */
  private static final Dyadic TIMES = Dyadic.of(4);

  private final Problem problem;
  private final List<Quantity> quantities;

  private FarInputs(Problem problem) {
    this.problem = problem;
    this.quantities = quantities(problem.statement().claim());
  }

  /** What is asked for but a cdf. */
  private static List<Quantity> quantities(Claim claim) {
    if (claim instanceof MomentsClaim moments) {
      return moments.quantities();
    }
    return claim instanceof QuantityClaim one ? List.of(one.quantity()) : List.of();
  }

  /** Of what a problem asks. */
  static FarInputs of(Problem problem) {
    return new FarInputs(problem);
  }

  /** Whether the bounds are what they are after any search, and infinite. */
  boolean isHopeless() {
    return !quantities.isEmpty()
        && quantities.stream().allMatch(q -> q.parts().isEmpty() && isUnbounded(q));
  }

  /** Why bounds are no closer, if it is for such inputs. */
  Optional<StopReason> blamed(Bounds bounds) {
    if (quantities.isEmpty()) {
      return Optional.empty();
    }
    boolean isOpen = bounds.enclosures().stream().anyMatch(enclosure -> !enclosure.isBounded());
    if (isOpen) {
      return quantities.stream().flatMap(RiskNumbers::leaves).anyMatch(this::isUnbounded)
          ? Optional.of(unbounded())
          : Optional.empty();
    }
    Bound width = bounds.enclosures().get(0).width();
    return spread(bounds)
        .filter(spread -> width.compareTo(Bound.of(spread.times(TIMES))) <= 0)
        .map(spread -> StopReason.HEAVY_TAILS);
  }

  private StopReason unbounded() {
    return problem.statement().law().rest().isZero() ? StopReason.HEAVY_TAILS : StopReason.REST;
  }

  /** How far apart they alone keep the bounds of a mean or a variance. */
  private Optional<Dyadic> spread(Bounds bounds) {
    Quantity quantity = quantities.get(0);
    boolean isPlain =
        (quantity instanceof Quantity.Mean mean && mean.given().isEmpty())
            || (quantity instanceof Quantity.Dispersion dispersion
                && dispersion.spread() == Quantity.Spread.VARIANCE);
    if (!isPlain || quantities.size() > 1) {
      return Optional.empty();
    }
    Bound most = contributed(quantity, bounds.numbers().get(0).doubleFloor());
    return most.isFinite() && most.signum() > 0
        ? Optional.of(most.dyadic().times(SIDES))
        : Optional.empty();
  }

  private boolean isUnbounded(Quantity leaf) {
    return !contributed(leaf, 0).isFinite();
  }

  /** At most, to a mean or the mean of a square; 0 where none is asked for. */
  private Bound contributed(Quantity leaf, double centre) {
    Tails tails = problem.tails();
    if (leaf instanceof Quantity.Mean mean) {
      return tails.first(problem.integrated(mean.form()), centre);
    }
    if (leaf instanceof Quantity.Dispersion dispersion) {
      return tails.second(problem.integrated(dispersion.form()), centre);
    }
    if (leaf instanceof Quantity.Association association) {
      Bound first = tails.second(problem.integrated(association.first()), centre);
      Bound second = tails.second(problem.integrated(association.second()), centre);
      return first.compareTo(second) >= 0 ? first : second;
    }
    return leaf instanceof Quantity.Risk risk && risk.tail() == Quantity.Tail.MEAN
        ? tails.first(problem.integrated(risk.form()), centre)
        : Bound.ZERO;
  }
}
