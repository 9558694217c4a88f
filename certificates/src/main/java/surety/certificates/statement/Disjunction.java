package surety.certificates.statement;

import java.util.List;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;

/** The event that at least one of several events happens: {@code (a or b or c)}. */
public record Disjunction(List<Event> parts) implements Event {
  /** Refuses less than two parts. */
  public Disjunction {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("'or' stands between two events or more");
    }
  }

  @Override
  public String canonical() {
    return parts.stream().map(Event::canonical).collect(Collectors.joining(" or ", "(", ")"));
  }

  @Override
  public boolean holds(List<Rational> outputs, List<Rational> inputs) {
    return parts.stream().anyMatch(part -> part.holds(outputs, inputs));
  }

  @Override
  public List<Atom> atoms() {
    return parts.stream().flatMap(part -> part.atoms().stream()).toList();
  }
}
