package surety.evidence.signature;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import surety.certificates.replay.Sha256;
import surety.evidence.EvidenceException;

/** A public key: tells whether a signature is by the private key that belongs to it. */
public final class VerificationKey {
  private final SignatureScheme scheme;
  private final PublicKey key;

  VerificationKey(SignatureScheme scheme, PublicKey key) {
    this.scheme = scheme;
    this.key = key;
  }

  /** Reads a PEM file with a SubjectPublicKeyInfo, as {@code openssl pkey -pubout} writes it. */
  public static VerificationKey read(Path file) throws EvidenceException {
    Pem pem = Pem.read(file);
    if (!pem.label().equals("PUBLIC KEY")) {
      throw KeyProblem.notPublic(file, pem.label());
    }
    Optional<PublicKey> edwards = key("Ed25519", pem.content());
    Optional<PublicKey> key = edwards.isPresent() ? edwards : key("EC", pem.content());
    Optional<SignatureScheme> scheme = key.flatMap(VerificationKey::scheme);
    if (scheme.isEmpty() || !scheme.get().takes(key.get())) {
      throw KeyProblem.unsupported(file, "a key of another kind, or damaged");
    }
    return new VerificationKey(scheme.get(), key.get());
  }

  private static Optional<SignatureScheme> scheme(PublicKey key) {
    return key instanceof ECPublicKey elliptic
        ? SignatureScheme.of(elliptic.getParams())
        : Optional.of(SignatureScheme.ED25519);
  }

  private static Optional<PublicKey> key(String algorithm, byte[] encoded) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** The SHA-256 of the key's SubjectPublicKeyInfo, in hexadecimal. */
  public String id() {
    return Sha256.of(key.getEncoded());
  }

  /** How it signs, for instance {@code ECDSA P-256}. */
  public String scheme() {
    return scheme.words();
  }

  /** Whether these bytes are a signature of the message; of damaged ones it says no. */
  public boolean isSigned(byte[] message, byte[] signature) {
    return scheme.isSigned(key, message, signature);
  }
}
