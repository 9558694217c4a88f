package surety.certificates.statement;

import java.util.Objects;
import java.util.Optional;

/**
 * The probability of an event, with the limit it is required to keep.
 *
 * @param limit the requirement; empty for a query that only asks for the bounds
 */
public record ProbabilityClaim(Event event, Optional<ProbabilityLimit> limit) implements Claim {
  /** Refuses missing parts. */
  public ProbabilityClaim {
    Objects.requireNonNull(event);
    Objects.requireNonNull(limit);
  }

  @Override
  public AffineForm affineForm() {
    return event.form();
  }

  @Override
  public String canonical() {
    String requirement = limit.map(l -> l.comparison().symbol() + " " + l.limit()).orElse("= ?");
    return "P(" + event.canonical() + ") " + requirement;
  }
}
