package surety.evidence.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import surety.evidence.EvidenceException;

/**
 * A private key, with its public half. Nothing of it is in any message, and it has no text.
 *
 * <p>Keys are PKCS#8 in PEM, encrypted by a password or not.
 */
public final class SigningKey {
  /** The environment variable that the password of an encrypted key comes from. */
  public static final String PASSWORD_VARIABLE = "SURETY_KEY_PASSWORD";

  private static final byte[] TRIAL = "surety".getBytes(StandardCharsets.US_ASCII);

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final SignatureScheme scheme;
  private final PrivateKey key;
  private final VerificationKey half;

  private SigningKey(Path file, SignatureScheme scheme, PrivateKey key, PublicKey half)
      throws EvidenceException {
    this.scheme = scheme;
    this.key = key;
    this.half = new VerificationKey(scheme, half);
    if (!scheme.takes(key) || !scheme.takes(half)) {
      throw KeyProblem.unsupported(file, "a damaged key");
    }
    if (!this.half.isSigned(TRIAL, scheme.sign(key, TRIAL))) {
      throw EvidenceException.badInput(
          "%s: its private and its public part do not belong together; %s",
          file, KeyProblem.MAKE_ONE);
    }
  }

  /**
   * Reads a key.
   *
   * @param password of an encrypted key, if there is one
   */
  public static SigningKey read(Path file, Optional<String> password) throws EvidenceException {
    Pem pem = Pem.read(file);
    return switch (pem.label()) {
      case "PRIVATE KEY" -> of(file, pem.content());
      case "ENCRYPTED PRIVATE KEY" -> of(file, decrypted(file, pem.content(), password));
      default -> throw KeyProblem.notPrivate(file, pem.label());
    };
  }

  /** What makes a file a bad place for a secret, with the way out; empty if nothing does. */
  public static Optional<String> warning(Path file) {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      boolean isOpen =
          view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
      return isOpen
          ? Optional.of("others can read the key " + file + "; change that with: chmod 600 " + file)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // whoever reads it next says why
    }
  }

  private static SigningKey of(Path file, byte[] pkcs8) throws EvidenceException {
    try {
      Optional<PrivateKey> edwards = key("Ed25519", pkcs8);
      if (edwards.isPresent()) {
        EdECPrivateKey found = (EdECPrivateKey) edwards.get();
        return new SigningKey(file, SignatureScheme.ED25519, found, PublicHalf.of(found));
      }
      Optional<ECPrivateKey> elliptic = key("EC", pkcs8).map(ECPrivateKey.class::cast);
      Optional<SignatureScheme> scheme =
          elliptic.flatMap(found -> SignatureScheme.of(found.getParams()));
      if (scheme.isEmpty()) {
        throw KeyProblem.unsupported(file, "a key of another kind, or damaged");
      }
      PublicKey half =
          PublicHalf.of(elliptic.get(), pkcs8)
              .orElseThrow(
                  () ->
                      EvidenceException.badInput(
                          "%s lacks its public part; add it: openssl pkey -in %1$s -out new.pem",
                          file));
      return new SigningKey(file, scheme.get(), elliptic.get(), half);
    } catch (GeneralSecurityException e) {
      throw KeyProblem.unsupported(file, "a key of another kind, or damaged");
    }
  }

  private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** PKCS#8 keys are encrypted by RFC 8018; Java tells the scheme by the parameters' text. */
  private static byte[] decrypted(Path file, byte[] content, Optional<String> password)
      throws EvidenceException {
    if (password.isEmpty()) {
      throw EvidenceException.badInput(
          "%s is encrypted; set %s to its password, or decrypt it: openssl pkcs8 -topk8 -nocrypt"
              + " -in %1$s -out new.pem",
          file, PASSWORD_VARIABLE);
    }
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
      String algorithm = String.valueOf(info.getAlgParameters());
      SecretKey secret =
          SecretKeyFactory.getInstance(algorithm)
              .generateSecret(new PBEKeySpec(password.get().toCharArray()));
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
      return info.getKeySpec(cipher).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw EvidenceException.badInput(
          "%s cannot be decrypted: the password in %s is another, or the encryption is one that"
              + " Java does not know; then: openssl pkcs8 -topk8 -nocrypt -in %1$s -out new.pem",
          file, PASSWORD_VARIABLE);
    }
  }

  /** The public key that belongs to it. */
  public VerificationKey half() {
    return half;
  }

  /** Signs. */
  public byte[] sign(byte[] message) {
    return scheme.sign(key, message);
  }
}
