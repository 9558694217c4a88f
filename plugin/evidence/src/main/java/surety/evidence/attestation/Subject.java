package surety.evidence.attestation;

import java.util.regex.Pattern;
import surety.evidence.EvidenceException;

/**
 * A file that an attestation is about.
 *
 * @param name relative to the folder that holds all of them; a help, the digest decides
 * @param digest its SHA-256, in hexadecimal
 */
public record Subject(String name, String digest) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** One that somebody else wrote. */
  static Subject of(String name, String digest) throws EvidenceException {
    if (!DIGEST.matcher(digest).matches()) {
      throw EvidenceException.invalid(
          "the digest of '%s' is not 64 lower-case hexadecimal digits", StrictJson.brief(name));
    }
    return new Subject(name, digest);
  }
}
