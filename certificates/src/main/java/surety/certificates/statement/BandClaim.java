package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cdf of an affine form, {@code P(form <= t)}, at a number of thresholds {@code t}; perhaps
 * given an event.
 */
public record BandClaim(AffineForm form, Optional<Event> given, Thresholds thresholds)
    implements Claim {
  /** Refuses missing parts. */
  public BandClaim {
    Objects.requireNonNull(form);
    Objects.requireNonNull(given);
    Objects.requireNonNull(thresholds);
  }

  /** Without a condition. */
  public BandClaim(AffineForm form, Thresholds thresholds) {
    this(form, Optional.empty(), thresholds);
  }

  /** Whether only their number is claimed, so that a certificate names the thresholds. */
  public boolean leavesThresholdsOpen() {
    return thresholds instanceof EvenThresholds;
  }

  @Override
  public Optional<Requirement> requirement() {
    return Optional.empty();
  }

  @Override
  public List<Event> events() {
    return given.stream().toList();
  }

  @Override
  public List<AffineForm> forms() {
    return List.of(form);
  }

  @Override
  public String canonical() {
    String condition = given.map(event -> " | " + event.canonical()).orElse("");
    return "cdf(" + form.canonical() + condition + ") at " + thresholds.canonical();
  }
}
