package surety.evidence.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The public key that belongs to a private one. Java has no way to ask for it; whoever asks here
 * makes sure, by a signature, that the two belong together.
 */
final class PublicHalf {
  /** Tags of DER: an explicit [1], a bit string without unused bits, and an uncompressed point. */
  private static final int OUTER = 0xa1;

  private static final int BIT_STRING = 0x03;
  private static final int UNCOMPRESSED = 0x04;

  private PublicHalf() {}

  /**
   * Of Ed25519, whose private keys are any 32 bytes (RFC 8032, section 5.1.5): a key pair is
   * generated from exactly these in place of random ones.
   */
  static PublicKey of(EdECPrivateKey key) throws GeneralSecurityException {
    byte[] seed =
        key.getBytes().orElseThrow(() -> new GeneralSecurityException("a key without bytes"));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
    return generator.generateKeyPair().getPublic();
  }

  /**
   * Of ECDSA, from the end of the key file, where the point stands (RFC 5915, section 3); empty if
   * it was left out there.
   */
  static Optional<PublicKey> of(ECPrivateKey key, byte[] pkcs8) throws GeneralSecurityException {
    int size = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    int point = 1 + 2 * size;
    byte[] head = {
      (byte) OUTER, (byte) (point + 3), (byte) BIT_STRING, (byte) (point + 1), 0, UNCOMPRESSED
    };
    int from = pkcs8.length - point - head.length + 1;
    if (from < 0 || !Arrays.equals(head, Arrays.copyOfRange(pkcs8, from, from + head.length))) {
      return Optional.empty();
    }
    int x = pkcs8.length - 2 * size;
    BigInteger first = new BigInteger(1, Arrays.copyOfRange(pkcs8, x, x + size));
    BigInteger second = new BigInteger(1, Arrays.copyOfRange(pkcs8, x + size, pkcs8.length));
    ECPublicKeySpec spec = new ECPublicKeySpec(new ECPoint(first, second), key.getParams());
    return Optional.of(KeyFactory.getInstance("EC").generatePublic(spec));
  }

  /** Gives the same bytes once and again. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Fixed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("a key of " + bytes.length + " bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
