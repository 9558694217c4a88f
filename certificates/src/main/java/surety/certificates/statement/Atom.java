package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Rational;

/** The event that an affine form stands in a relation to a threshold. */
public record Atom(AffineForm form, Comparison comparison, Rational threshold) implements Event {
  /** Refuses missing parts. */
  public Atom {
    Objects.requireNonNull(form);
    Objects.requireNonNull(comparison);
    Objects.requireNonNull(threshold);
  }

  @Override
  public String canonical() {
    return form.canonical() + " " + comparison.symbol() + " " + threshold;
  }

  @Override
  public boolean holds(List<Rational> outputs, List<Rational> inputs) {
    return comparison.holds(form.evaluate(outputs, inputs).compareTo(threshold));
  }

  @Override
  public List<Atom> atoms() {
    return List.of(this);
  }
}
