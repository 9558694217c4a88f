package surety.eclipse.editor;

import java.util.List;
import surety.eclipse.states.Verdict;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

/**
 * A verdict beside the text.
 *
 * @param text what the picture means, for people
 */
record Mark(Verdict verdict, String text, Span span) {
  /** One for each property and query that has a place. */
  static List<Mark> of(SpecificationStatus status, Lines lines) {
    return status.properties().stream()
        .filter(property -> property.range() != null)
        .map(property -> of(property, lines))
        .toList();
  }

  private static Mark of(PropertyStatus property, Lines lines) {
    StringBuilder text = new StringBuilder(property.name()).append(": ").append(property.label());
    if (property.bounds() != null) {
      text.append(", ").append(property.bounds());
    }
    if (property.message() != null) {
      text.append(" (").append(property.message()).append(")");
    }
    return new Mark(Verdict.of(property.state()), text.toString(), lines.span(property.range()));
  }
}
