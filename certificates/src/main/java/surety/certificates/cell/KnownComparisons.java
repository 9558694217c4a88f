package surety.certificates.cell;

import java.util.Optional;

/** What is known of comparisons on a set of inputs, and so on all of its parts. */
interface KnownComparisons {
  /** Whether a form is below a threshold on the whole set, or nowhere; nothing if unknown. */
  Optional<Boolean> decided(int form, Threshold threshold);

  /** Whether all that has one event on the set is shown to have another one, too. */
  boolean implies(CompiledEvent.Comparison event, CompiledEvent.Comparison other);
}
