package surety.report;

import java.util.Objects;
import surety.language.Kind;

/**
 * A property or query that has no statement, because its network cannot be read.
 *
 * @param reason what is wrong with the network
 */
public record Unchecked(String name, Kind kind, String reason) {
  /** Refuses missing parts. */
  public Unchecked {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(reason);
  }
}
