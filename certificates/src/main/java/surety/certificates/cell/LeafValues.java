package surety.certificates.cell;

import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * What forms are known to be on a leaf: their ranges from bounds, and exact values where they are
 * shown to be constant, which is looked at only if bounds leave a threshold undecided.
 */
final class LeafValues {
  private final BranchDomain domain;
  private final Ranges ranges;
  private final ExactWires.Ranges entering;
  private Optional<ExactWires> wires = Optional.empty();

  LeafValues(BranchDomain domain, Ranges ranges, ExactWires.Ranges entering) {
    this.domain = domain;
    this.ranges = ranges;
    this.entering = entering;
  }

  /** What bounds say of forms. */
  interface Ranges {
    /** Contains all values of a form. */
    Interval of(int form);
  }

  Interval range(int form) {
    return ranges.of(form);
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
    if (!domain.problem().hasKinks() && domain.problem().branches().size() == 1) {
      return Optional.empty();
    }
    if (wires.isEmpty()) {
      wires = Optional.of(domain.constantWires(entering));
    }
    return wires
        .get()
        .function(domain.problem().forms().get(form))
        .flatMap(ExactWires.Function::value);
  }
}
