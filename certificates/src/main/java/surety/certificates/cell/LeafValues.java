package surety.certificates.cell;

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

  /** Of each form, once it has been asked for. */
  private final Interval[] ranges;

  private Optional<ExactWires> wires = Optional.empty();

  LeafValues(BranchDomain domain, FormBounds bounds) {
    this.domain = domain;
    this.bounds = bounds;
    this.ranges = new Interval[domain.problem().forms().size()];
  }

  Interval range(int form) {
    if (ranges[form] == null) {
      ranges[form] = bounds.range(form);
    }
    return ranges[form];
  }

  Optional<Boolean> decided(int form, Threshold threshold) {
    Optional<Boolean> byRange = new FormValues(range(form), Optional.empty()).decided(threshold);
    return byRange.isPresent() ? byRange : constant(form).map(threshold::holds);
  }

  /**
   * Without any kink nothing is constant on a leaf that is not so in the whole branch, and that
   * means everywhere if there is no other branch.
   */
  private Optional<Rational> constant(int form) {
    boolean isNowhere = !domain.problem().hasKinks() && domain.problem().branches().size() == 1;
    if (isNowhere || !bounds.mayBeConstant(form)) {
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
