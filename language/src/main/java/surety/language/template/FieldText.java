package surety.language.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text that knows which field each part of it came from. */
final class FieldText {
  private record Part(int start, int end, String field) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();

  /** What belongs to no field. */
  FieldText add(String fixed) {
    text.append(fixed);
    return this;
  }

  FieldText add(String field, String value) {
    int start = text.length();
    text.append(value);
    parts.add(new Part(start, text.length(), field));
    return this;
  }

  /** The field that a place belongs to: that in which it is, or the last one in its line. */
  Optional<String> field(int offset) {
    int line = text.lastIndexOf("\n", Math.max(0, offset - 1));
    return parts.stream()
        .filter(part -> part.start() <= offset && part.end() > line)
        .reduce((first, second) -> second)
        .map(Part::field);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
