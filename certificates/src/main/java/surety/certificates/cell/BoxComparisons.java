package surety.certificates.cell;

import java.util.Optional;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.BoxForms;

/** What bounds of forms over a box say of comparisons. */
final class BoxComparisons implements KnownComparisons {
  private final LeafValues values;
  private final BoxForms bounds;

  BoxComparisons(BranchDomain domain, BoxForms bounds) {
    this.values = new LeafValues(domain, bounds);
    this.bounds = bounds;
  }

  /** What is known of each form. */
  LeafValues values() {
    return values;
  }

  @Override
  public Optional<Boolean> decided(int form, Threshold threshold) {
    return values.decided(form, threshold);
  }

  /**
   * With each event as {@code sign (form - t)} below 0, or at most 0: the other's is smaller all
   * over the box.
   */
  @Override
  public boolean implies(CompiledEvent.Comparison event, CompiledEvent.Comparison other) {
    double room = Rounding.subtractDown(other.innerLevel(), event.outerLevel());
    return bounds.greatest(other.form(), other.sign(), event.form(), -event.sign()) < room;
  }
}
