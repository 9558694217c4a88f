package surety.evidence.signature;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How is signed: always by the key's own way, so that an envelope has no say in it. Signatures of
 * ECDSA are in DER, as other tools write them.
 */
enum SignatureScheme {
  /** RFC 8032. */
  ED25519("Ed25519", "Ed25519", ""),
  /** FIPS 186-4 with SHA-256. */
  ECDSA_P256("ECDSA P-256", "SHA256withECDSA", "secp256r1"),
  /** FIPS 186-4 with SHA-384. */
  ECDSA_P384("ECDSA P-384", "SHA384withECDSA", "secp384r1");

  private final String words;
  private final String algorithm;
  private final String curve;

  SignatureScheme(String words, String algorithm, String curve) {
    this.words = words;
    this.algorithm = algorithm;
    this.curve = curve;
  }

  /** The one of a curve, if it is one of these. */
  static Optional<SignatureScheme> of(ECParameterSpec parameters) {
    return Stream.of(ECDSA_P256, ECDSA_P384)
        .filter(scheme -> isSame(scheme.parameters(), parameters))
        .findFirst();
  }

  private static boolean isSame(ECParameterSpec one, ECParameterSpec other) {
    return one.getCurve().equals(other.getCurve())
        && one.getGenerator().equals(other.getGenerator())
        && one.getOrder().equals(other.getOrder())
        && one.getCofactor() == other.getCofactor();
  }

  private ECParameterSpec parameters() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has the curve " + curve, e);
    }
  }

  /** For instance {@code ECDSA P-256}. */
  String words() {
    return words;
  }

  /** Whether these can be keys: a file that can be decoded may hold no point of the curve. */
  boolean takes(PublicKey key) {
    return takes(signature -> signature.initVerify(key));
  }

  /** The same of a private one, which has to be a number in the curve's range. */
  boolean takes(PrivateKey key) {
    return takes(signature -> signature.initSign(key));
  }

  private interface Beginning {
    void with(Signature signature) throws InvalidKeyException;
  }

  private boolean takes(Beginning beginning) {
    try {
      beginning.with(Signature.getInstance(algorithm));
      return true;
    } catch (InvalidKeyException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + words, e);
    }
  }

  byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that does not sign by " + words, e);
    }
  }

  /** Whether it is a signature of the message; whatever is wrong with it, it is none. */
  boolean isSigned(PublicKey key, byte[] message, byte[] claimed) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(claimed);
    } catch (SignatureException e) {
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a key that does not verify by " + words, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + words, e);
    }
  }
}
