package surety.language;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One message about a specification.
 *
 * @param code one of {@link surety.language.problems.IssueCodes}
 * @param message names the thing, the reason and the way out; one line
 * @param file the specification
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param offset from 0, in UTF-16 units
 * @param length in UTF-16 units; 0 for a message about the whole file
 */
public record Diagnostic(
    Severity severity,
    String code,
    String message,
    Path file,
    int line,
    int column,
    int offset,
    int length) {
  /** Refuses missing parts. */
  public Diagnostic {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(file);
  }
}
