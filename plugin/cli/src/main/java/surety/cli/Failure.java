package surety.cli;

import java.util.Objects;
import surety.evidence.EvidenceException;

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

  /** The end that a lack of evidence is. */
  static Failure of(EvidenceException e) {
    ExitStatus status =
        switch (e.kind()) {
          case BAD_INPUT -> ExitStatus.BAD_INPUT;
          case INVALID -> ExitStatus.INVALID;
          case INCOMPLETE -> ExitStatus.INCOMPLETE;
        };
    return new Failure(status, e.getMessage(), e);
  }

  ExitStatus status() {
    return status;
  }
}
