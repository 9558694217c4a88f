package surety.certificates.statement;

/** What is asked about the outputs: the probability of an event, or a whole cdf. */
public sealed interface Claim permits ProbabilityClaim, BandClaim {
  /** The affine form of the outputs that the claim is about. */
  AffineForm affineForm();

  /** Canonical text, one line. */
  String canonical();
}
