package surety.certificates.support;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.SupportRejection;

/**
 * Half-spaces of a place, with positive multipliers: a half-space that contains all that is in each
 * of them. The best one has the inputs of the place that are likeliest on its boundary; where the
 * half-spaces have nothing in common it may be empty.
 */
public record Combination(List<Term> terms) {
  /** Keeps its own list. */
  public Combination {
    terms = List.copyOf(terms);
  }

  /**
   * One half-space.
   *
   * @param decision its number, counted from the root
   * @param above whether it is above its piece's lower kink, or below the upper one
   * @param multiplier positive and finite
   */
  public record Term(int decision, boolean above, double multiplier) {}

  /**
   * At least the probability that the inputs are in the half-spaces.
   *
   * <p><em>Why it is sound.</em> Each of these half-spaces is where a function, {@code g - t} or
   * {@code t - g}, is not negative. So in all of them together the sum of positive multiples of
   * these functions is not negative; and that sum is a normal number.
   *
   * @param dimension of the forms
   */
  double probability(List<Decision> decisions, int dimension) throws RejectedException {
    NormalForm.Sum sum = new NormalForm.Sum(dimension);
    for (Term term : terms) {
      int number = term.decision;
      if (number < 0 || number >= decisions.size()) {
        throw new RejectedException(new SupportRejection.NoHalfSpace(number));
      }
      Decision decision = decisions.get(number);
      Optional<Interval> kink = decision.kink(term.above);
      if (kink.isEmpty() || !(term.multiplier > 0) || !Double.isFinite(term.multiplier)) {
        throw new RejectedException(new SupportRejection.NoHalfSpace(number));
      }
      double factor = term.above ? term.multiplier : -term.multiplier;
      sum.add(factor, decision.argument()).add(kink.get().times(-factor));
    }
    return Sides.of(sum.form(), Interval.ZERO).above().upper();
  }
}
