package surety.evidence.attestation;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.language.display.Decimals;
import surety.report.Json;
import surety.solver.BandPoint;

/**
 * Bounds, at one threshold of a cdf or at several of several forms, or of one of several moments;
 * of any other quantity without a place. They are decimals in texts, because most readers of JSON
 * take numbers for doubles and round them to either side.
 *
 * @param at the thresholds, as fractions, or the moment as a statement writes it
 * @param lower rounded down to 17 digits; empty if there is no bound
 * @param upper rounded up to 17 digits; empty if there is no bound
 */
public record AttestedPoint(List<String> at, Optional<String> lower, Optional<String> upper) {
  /** Keeps its own list. */
  public AttestedPoint {
    at = List.copyOf(at);
  }

  static AttestedPoint of(List<String> at, BandPoint point) {
    return new AttestedPoint(at, lower(point.lower()), upper(point.upper()));
  }

  private static Optional<String> lower(Bound bound) {
    return Optional.ofNullable(Json.lower(bound)).map(Decimals::text);
  }

  private static Optional<String> upper(Bound bound) {
    return Optional.ofNullable(Json.upper(bound)).map(Decimals::text);
  }

  /** For instance {@code [0.25, 0.5]}; an end may be infinite. */
  public String words() {
    return "[" + lower.orElse("-infinity") + ", " + upper.orElse("infinity") + "]";
  }
}
