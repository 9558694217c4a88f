package surety.language.verification;

import java.nio.file.Path;

/** Paths that are compared with each other. */
final class Paths {
  private Paths() {}

  /** The same for a path however it was written; the file need not be there. */
  static Path key(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
