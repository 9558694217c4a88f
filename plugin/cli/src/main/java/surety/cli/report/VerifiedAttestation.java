package surety.cli.report;

import java.util.Objects;
import java.util.Optional;
import surety.evidence.attestation.Attestation;
import surety.evidence.signature.VerificationKey;

/**
 * An attestation whose signature is valid, and how far it was held against files.
 *
 * @param key that signed it
 * @param signatures how many there are
 * @param files how many are equal to the attested ones; 0 if none were given
 * @param replayed of how many results the certificates were replayed, if they were
 */
public record VerifiedAttestation(
    Attestation attestation,
    VerificationKey key,
    int signatures,
    int files,
    Optional<Integer> replayed) {
  /** Refuses missing parts. */
  public VerifiedAttestation {
    Objects.requireNonNull(attestation);
    Objects.requireNonNull(key);
    Objects.requireNonNull(replayed);
  }

  /** What is known of it, in a word or two. */
  String title() {
    if (replayed.isEmpty()) {
      return "SIGNED";
    }
    return replayed.get() == attestation.results().size()
        ? "SIGNED, REPLAYED"
        : "SIGNED, REPLAYED IN PART";
  }
}
