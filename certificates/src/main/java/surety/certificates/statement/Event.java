package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Rational;

/** The event that an affine form of the outputs stands in a relation to a threshold. */
public record Event(AffineForm form, Comparison comparison, Rational threshold) {
  /** Refuses missing parts. */
  public Event {
    Objects.requireNonNull(form);
    Objects.requireNonNull(comparison);
    Objects.requireNonNull(threshold);
  }

  /** Canonical text. */
  public String canonical() {
    return form.canonical() + " " + comparison.symbol() + " " + threshold;
  }

  /** Whether the event happens for these exact outputs. */
  public boolean holds(List<Rational> outputs) {
    return comparison.holds(form.evaluate(outputs).compareTo(threshold));
  }
}
