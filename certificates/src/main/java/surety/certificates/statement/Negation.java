package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Rational;

/** The event that another one does not happen: {@code not a}. */
public record Negation(Event part) implements Event {
  /** Refuses a missing part. */
  public Negation {
    Objects.requireNonNull(part);
  }

  @Override
  public String canonical() {
    return "not " + part.canonical();
  }

  @Override
  public boolean holds(List<Rational> outputs, List<Rational> inputs) {
    return !part.holds(outputs, inputs);
  }

  @Override
  public List<Atom> atoms() {
    return part.atoms();
  }
}
