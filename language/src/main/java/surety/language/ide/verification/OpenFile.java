package surety.language.ide.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import surety.language.syntax.TextLimits;
import surety.language.syntax.TextParts;

/** A document that an editor has open. Guarded by the service. */
final class OpenFile {
  private final String uri;
  private long edits;
  private Map<String, List<String>> meanings;

  /**
   * @param uri as the editor writes it
   * @param text of the specification as it was read last; empty if it never was
   */
  OpenFile(String uri, String text) {
    this.uri = uri;
    this.meanings = meanings(text);
  }

  String uri() {
    return uri;
  }

  /** How often it was edited since it was opened. */
  long edits() {
    return edits;
  }

  void edited() {
    edits++;
  }

  /** The model knows now how this text reads. */
  void read(String text) {
    meanings = meanings(text);
  }

  /**
   * The properties and queries that surely mean in a text what they meant when it was read last.
   */
  Set<String> untouchedBy(String text) {
    Map<String, List<String>> now = meanings(text);
    Set<String> untouched = new HashSet<>();
    meanings.forEach(
        (name, meaning) -> {
          if (meaning.equals(now.get(name))) {
            untouched.add(name);
          }
        });
    return untouched;
  }

  private static Map<String, List<String>> meanings(String text) {
    return text.length() > TextLimits.MOST_BYTES
        ? Map.of()
        : TextParts.meanings(TextParts.of(text));
  }
}
