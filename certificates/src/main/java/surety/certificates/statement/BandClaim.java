package surety.certificates.statement;

import java.util.Objects;

/** The cdf of an affine form, {@code P(form <= t)}, at a number of thresholds {@code t}. */
public record BandClaim(AffineForm form, Thresholds thresholds) implements Claim {
  /** Refuses missing parts. */
  public BandClaim {
    Objects.requireNonNull(form);
    Objects.requireNonNull(thresholds);
  }

  /** Whether only their number is claimed, so that a certificate names the thresholds. */
  public boolean leavesThresholdsOpen() {
    return thresholds instanceof EvenThresholds;
  }

  @Override
  public AffineForm affineForm() {
    return form;
  }

  @Override
  public String canonical() {
    return "cdf(" + form.canonical() + ") at " + thresholds.canonical();
  }
}
