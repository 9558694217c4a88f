package surety.language.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import surety.certificates.replay.Sha256;

/** What tells one version of a file from another. */
public final class FileDigest {
  private static final int PART = 1 << 16;

  private FileDigest() {}

  /**
   * SHA-256 of a file's content, however large it is, as hexadecimal digits.
   *
   * @throws IOException if it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.create();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = new byte[PART];
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        digest.update(part, 0, count);
      }
    }
    return Sha256.hex(digest.digest());
  }
}
