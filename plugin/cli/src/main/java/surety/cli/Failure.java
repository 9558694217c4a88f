package surety.cli;

import java.util.Objects;

/**
 * An end that the user can do something about: one message for standard error, and the exit status.
 */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  Failure(ExitStatus status, String message) {
    super(message);
    this.status = Objects.requireNonNull(status);
  }

  Failure(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = Objects.requireNonNull(status);
  }

  ExitStatus status() {
    return status;
  }
}
