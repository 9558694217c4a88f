package surety.evidence.attestation;

import java.nio.file.Path;
import surety.evidence.BoundedFile;
import surety.evidence.EvidenceException;

/** An attestation as it goes from hand to hand; who signed it nobody has looked at. */
public final class AttestationFile {
  private final byte[] bytes;
  private final Attestation attestation;

  private AttestationFile(byte[] bytes, Attestation attestation) {
    this.bytes = bytes;
    this.attestation = attestation;
  }

  /**
   * Reads a file.
   *
   * @throws EvidenceException if there is no attestation in it
   */
  public static AttestationFile read(Path file) throws EvidenceException {
    byte[] bytes = BoundedFile.read(file, "an attestation", Envelope.MOST_BYTES);
    return new AttestationFile(bytes, AttestationText.read(Envelope.of(bytes)));
  }

  /** The file, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** What is attested, if the signature is valid. */
  public Attestation attestation() {
    return attestation;
  }
}
