package surety.language;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that a statement was made from.
 *
 * @param digest SHA-256 of what was read
 */
public record DataFile(Path file, String digest) {
  /** Refuses missing parts. */
  public DataFile {
    Objects.requireNonNull(file);
    Objects.requireNonNull(digest);
  }
}
