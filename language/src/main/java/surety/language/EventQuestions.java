package surety.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.evaluation.Trial;
import surety.language.sure.EventDeclaration;
import surety.language.translation.Text;

/**
 * The probability of a named event that no property or query asks for, as if one did: the query is
 * written below the specification, so that it means what it would mean there.
 */
public final class EventQuestions {
  private final Specification specification;

  /** About the events of a specification without errors. */
  public EventQuestions(Specification specification) {
    this.specification = specification;
  }

  /** The names of the events, in their order. */
  public List<String> events() {
    return names(DeclarationKind.EVENT);
  }

  /** The names of the distributions under which an event can be asked for, in their order. */
  public List<String> distributions(String event) {
    return names(DeclarationKind.DISTRIBUTION).stream()
        .filter(distribution -> query(event, distribution).isPresent())
        .toList();
  }

  /**
   * A query of the name of the event; nothing if it cannot be asked under this distribution, or
   * only with a condition.
   */
  public Optional<Obligation> query(String event, String distribution) {
    String name = AddedQuery.unused(specification, "asked");
    return AddedQuery.read(specification, name, "P(%s) = ? under %s".formatted(event, distribution))
        .filter(asked -> Trial.event(asked).isPresent())
        .map(asked -> asked.aboutEvent(event, wording(event)));
  }

  /**
   * Queries of the names of all events that can be asked for under a distribution, with a condition
   * where the distribution has one; read at once, for there may be many.
   */
  public List<Obligation> queries(String distribution) {
    List<String> events = events();
    if (events.isEmpty()) {
      return List.of();
    }
    String name = AddedQuery.unused(specification, "asked");
    StringBuilder text = new StringBuilder(specification.text()).append('\n');
    Map<String, String> asked = new HashMap<>();
    for (String event : events) {
      String query = name + asked.size();
      asked.put(query, event);
      text.append("query %s: P(%s) = ? under %s;\n".formatted(query, event, distribution));
    }
    Map<String, String> wordings = wordings();
    return new SpecificationReader()
        .read(specification.file(), text.toString()).obligations().stream()
            .filter(obligation -> asked.containsKey(obligation.name()))
            .map(
                obligation -> {
                  String event = asked.get(obligation.name());
                  return obligation.aboutEvent(event, wordings.getOrDefault(event, event));
                })
            .toList();
  }

  private String wording(String event) {
    return wordings().getOrDefault(event, event);
  }

  private Map<String, String> wordings() {
    Map<String, String> wordings = new HashMap<>();
    new ParsedSpecification(specification.file(), specification.text())
        .model().stream()
            .flatMap(
                model ->
                    EcoreUtil2.typeSelect(model.getElements(), EventDeclaration.class).stream())
            .forEach(
                declaration ->
                    wordings.putIfAbsent(
                        declaration.getName(), Text.of(declaration.getExpression())));
    return wordings;
  }

  private List<String> names(DeclarationKind kind) {
    return specification.declarations().stream()
        .filter(declaration -> declaration.kind() == kind)
        .map(Declaration::name)
        .toList();
  }
}
