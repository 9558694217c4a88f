package surety.certificates.replay;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import surety.certificates.stop.Stop;

/** SHA-256 digests (FIPS 180-4), as lower-case hexadecimal. */
public final class Sha256 {
  private static final int PART = 1 << 20;

  private Sha256() {}

  /** The digest of a file's content. */
  public static String of(byte[] content) {
    return of(content, Stop.NEVER);
  }

  /** The same, with a question now and then whether to stop. */
  public static String of(byte[] content, Stop stop) {
    MessageDigest digest = create();
    for (int from = 0; from < content.length; from += PART) {
      stop.check();
      digest.update(content, from, Math.min(PART, content.length - from));
    }
    return hex(digest.digest());
  }

  /** Of what is digested in parts. */
  public static MessageDigest create() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Two digits for each byte. */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
