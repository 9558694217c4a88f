package surety.language;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.xtext.validation.Issue;

/** From Xtext's issues to this module's messages. */
final class Diagnostics {
  private Diagnostics() {}

  static Diagnostic of(Issue issue, Path file) {
    Severity severity =
        issue.getSeverity() == org.eclipse.xtext.diagnostics.Severity.ERROR
            ? Severity.ERROR
            : Severity.WARNING;
    return new Diagnostic(
        severity,
        issue.getCode(),
        issue.getMessage(),
        file,
        orElse(issue.getLineNumber(), 1),
        orElse(issue.getColumn(), 1),
        orElse(issue.getOffset(), 0),
        orElse(issue.getLength(), 0));
  }

  private static int orElse(Integer number, int otherwise) {
    return Optional.ofNullable(number).orElse(otherwise);
  }
}
