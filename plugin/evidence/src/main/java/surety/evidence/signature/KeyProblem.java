package surety.evidence.signature;

import java.nio.file.Path;
import surety.evidence.EvidenceException;

/** What is wrong with key files, with the command that mends it. */
final class KeyProblem {
  static final String MAKE_ONE = "make one with: openssl genpkey -algorithm ed25519 -out key.pem";

  private static final String SUPPORTED = "Ed25519 or ECDSA over P-256 or P-384";

  private KeyProblem() {}

  /** Of a file in which a private key was looked for. */
  static EvidenceException notPrivate(Path file, String label) {
    return switch (label) {
      case "EC PRIVATE KEY" -> converted(file, "in the older SEC1 format");
      case "RSA PRIVATE KEY" -> unsupported(file, "an RSA key");
      case "DSA PRIVATE KEY" -> unsupported(file, "a DSA key");
      case "OPENSSH PRIVATE KEY" ->
          EvidenceException.badInput(
              "%s is a key in the format of OpenSSH; a PKCS#8 key is needed: %s", file, MAKE_ONE);
      case "PUBLIC KEY" ->
          EvidenceException.badInput(
              "%s is a public key; to sign, the private one is needed", file);
      default ->
          EvidenceException.badInput("%s holds '%s', not 'PRIVATE KEY'; %s", file, label, MAKE_ONE);
    };
  }

  /** Of a file in which a public key was looked for. */
  static EvidenceException notPublic(Path file, String label) {
    return switch (label) {
      case "CERTIFICATE" ->
          EvidenceException.badInput(
              "%s is an X.509 certificate; take the key out of it: openssl x509 -in %1$s -pubkey"
                  + " -noout -out public.pem",
              file);
      case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY" ->
          EvidenceException.badInput(
              "%s is a private key, and to verify takes the public one: openssl pkey -in %1$s"
                  + " -pubout -out public.pem",
              file);
      case "RSA PUBLIC KEY" -> unsupported(file, "an RSA key");
      default ->
          EvidenceException.badInput(
              "%s holds '%s', not 'PUBLIC KEY'; of a private key the public one is made with:"
                  + " openssl pkey -in key.pem -pubout -out public.pem",
              file, label);
    };
  }

  /** Of a key that is written otherwise than it should be. */
  static EvidenceException converted(Path file, String how) {
    return EvidenceException.badInput(
        "%s is a key %s; convert it: openssl pkcs8 -topk8 -nocrypt -in %1$s -out new.pem",
        file, how);
  }

  /** Of a key of another kind. */
  static EvidenceException unsupported(Path file, String kind) {
    return EvidenceException.badInput("%s is %s; keys are %s: %s", file, kind, SUPPORTED, MAKE_ONE);
  }
}
