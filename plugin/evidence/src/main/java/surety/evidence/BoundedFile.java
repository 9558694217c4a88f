package surety.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import surety.language.storage.FileReasons;

/** Files that are read as a whole, up to a size. */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * All bytes of a file.
   *
   * @param what the file should be, with its article, for the message: {@code a key}
   * @param most how many bytes it may have
   */
  public static byte[] read(Path file, String what, int most) throws EvidenceException {
    if (Files.isDirectory(file)) {
      throw EvidenceException.badInput("%s is a folder, not %s; name a file in it", file, what);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new EvidenceException(
          EvidenceException.Cause.BAD_INPUT, file + ": " + FileReasons.of(e), e);
    }
    if (bytes.length > most) {
      throw EvidenceException.badInput(
          "%s is larger than %,d bytes, so it is not %s; name another file", file, most, what);
    }
    return bytes;
  }
}
