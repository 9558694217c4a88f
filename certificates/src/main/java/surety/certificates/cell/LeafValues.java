package surety.certificates.cell;

import java.util.Arrays;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.FormBounds;

/**
 * What forms are known to be on a leaf: their ranges from bounds, and exact values where they are
 * shown to be constant, which is looked at only if bounds leave a threshold undecided.
 */
final class LeafValues {
  private final BranchDomain domain;
  private final FormBounds bounds;

  /** Ends of each form's range, NaN until they are asked for. */
  private final double[] least;

  private final double[] greatest;

  private Optional<ExactWires> wires = Optional.empty();

  LeafValues(BranchDomain domain, FormBounds bounds) {
    this.domain = domain;
    this.bounds = bounds;
    this.least = new double[domain.problem().forms().size()];
    this.greatest = new double[least.length];
    Arrays.fill(least, Double.NaN);
    Arrays.fill(greatest, Double.NaN);
  }

  Interval range(int form) {
    return new Interval(least(form), greatest(form));
  }

  private double least(int form) {
    if (Double.isNaN(least[form])) {
      least[form] = bounds.least(form);
    }
    return least[form];
  }

  private double greatest(int form) {
    if (Double.isNaN(greatest[form])) {
      greatest[form] = bounds.greatest(form);
    }
    return greatest[form];
  }

  Optional<Boolean> decided(int form, Threshold threshold) {
    if (threshold.includes(greatest(form))) {
      return Optional.of(true);
    }
    if (threshold.excludes(least(form))) {
      return Optional.of(false);
    }
    return constant(form).map(threshold::holds);
  }

  /**
   * Without any kink nothing is constant on a leaf that is not so in the whole branch, and that
   * means everywhere if there is no other branch. What is computed may differ from a constant.
   */
  private Optional<Rational> constant(int form) {
    boolean isNowhere = !domain.problem().hasKinks() && domain.problem().branches().size() == 1;
    boolean isExact = domain.isExact() || domain.deviations()[form] == 0;
    if (isNowhere || !isExact || !bounds.mayBeConstant(form)) {
      return Optional.empty();
    }
    if (wires.isEmpty()) {
      wires = Optional.of(domain.constantWires(bounds));
    }
    return wires
        .get()
        .function(domain.problem().forms().get(form))
        .flatMap(ExactWires.Function::value);
  }
}
