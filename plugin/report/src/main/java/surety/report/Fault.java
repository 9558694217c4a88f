package surety.report;

import java.util.Objects;

/**
 * Why a property or query could not be checked.
 *
 * @param isOurs whether it is a fault of Surety, not of the specification or the network
 * @param message for people
 */
public record Fault(boolean isOurs, String message) {
  /** Refuses missing parts. */
  public Fault {
    Objects.requireNonNull(message);
  }
}
