package surety.certificates.statement;

import java.util.List;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;

/** The event that several events happen: {@code (a and b and c)}. */
public record Conjunction(List<Event> parts) implements Event {
  /** Refuses less than two parts. */
  public Conjunction {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("'and' stands between two events or more");
    }
  }

  @Override
  public String canonical() {
    return parts.stream().map(Event::canonical).collect(Collectors.joining(" and ", "(", ")"));
  }

  @Override
  public boolean holds(List<Rational> outputs, List<Rational> inputs) {
    return parts.stream().allMatch(part -> part.holds(outputs, inputs));
  }

  @Override
  public List<Atom> atoms() {
    return parts.stream().flatMap(part -> part.atoms().stream()).toList();
  }
}
