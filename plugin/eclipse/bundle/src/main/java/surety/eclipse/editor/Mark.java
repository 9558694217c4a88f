package surety.eclipse.editor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import surety.eclipse.states.Verdict;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

/**
 * A verdict beside the text.
 *
 * @param name of the property or query
 * @param text what the picture means, for people
 */
record Mark(String name, Verdict verdict, String text, Span span) {
  /** One for each property and query that has a place. */
  static List<Mark> of(SpecificationStatus status, Lines lines) {
    return status.properties().stream()
        .filter(property -> property.range() != null)
        .map(property -> of(property, lines))
        .toList();
  }

  /** The same by name, for what has a place. */
  static Map<String, Mark> texts(SpecificationStatus status) {
    return of(status, new Lines("")).stream()
        .collect(Collectors.toMap(Mark::name, mark -> mark, (a, b) -> a));
  }

  VerdictAnnotation annotation() {
    return new VerdictAnnotation(name, verdict, text);
  }

  private static Mark of(PropertyStatus property, Lines lines) {
    StringBuilder text = new StringBuilder(property.name()).append(": ").append(property.label());
    if (property.bounds() != null) {
      text.append(", ").append(property.bounds());
    }
    if (property.message() != null) {
      text.append(" (").append(property.message()).append(")");
    }
    return new Mark(
        property.name(),
        Verdict.of(property.state()),
        text.toString(),
        lines.span(property.range()));
  }
}
