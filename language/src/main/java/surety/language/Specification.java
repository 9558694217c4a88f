package surety.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What was read from a specification.
 *
 * @param text the whole text; empty if the file is not text, or too large
 * @param obligations the properties and queries without errors, in their order
 * @param settings the distributions without errors, in their order
 * @param diagnostics what is wrong, in the order of the text
 */
public record Specification(
    Path file,
    String text,
    List<Obligation> obligations,
    List<Setting> settings,
    List<Diagnostic> diagnostics) {
  /** Refuses missing parts. */
  public Specification {
    Objects.requireNonNull(file);
    Objects.requireNonNull(text);
    obligations = List.copyOf(obligations);
    settings = List.copyOf(settings);
    diagnostics = List.copyOf(diagnostics);
  }
}
