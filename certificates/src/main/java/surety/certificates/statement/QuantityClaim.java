package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A quantity, with what is required of it.
 *
 * @param requirement empty for a query that only asks for bounds
 */
public record QuantityClaim(Quantity quantity, Optional<Requirement> requirement) implements Claim {
  /** Refuses missing parts. */
  public QuantityClaim {
    Objects.requireNonNull(quantity);
    Objects.requireNonNull(requirement);
  }

  /** The probability of an event. */
  public QuantityClaim(Event event, Optional<? extends Requirement> requirement) {
    this(new Quantity.Probability(event), requirement.map(Requirement.class::cast));
  }

  /** The event of whose probability it is, without a condition, if it is about nothing else. */
  public Optional<Event> event() {
    return quantity instanceof Quantity.Probability p && p.given().isEmpty()
        ? Optional.of(p.event())
        : Optional.empty();
  }

  /** The one comparison of whose probability it is, if it is about nothing else. */
  public Optional<Atom> atom() {
    return event().filter(Atom.class::isInstance).map(Atom.class::cast);
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public List<Event> events() {
    return quantity.events();
  }

  @Override
  public List<AffineForm> forms() {
    return quantity.forms();
  }

  @Override
  public String canonical() {
    return quantity.canonical() + " " + RequirementText.write(requirement);
  }
}
