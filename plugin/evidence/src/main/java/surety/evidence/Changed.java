package surety.evidence;

import java.nio.file.Path;

/** Files that are no longer what they were a moment ago. */
public final class Changed {
  private Changed() {}

  /** That a file is another one than at the beginning, as an end. */
  public static EvidenceException during(Path file) {
    return new EvidenceException(EvidenceException.Cause.BAD_INPUT, words(file));
  }

  /** The same in words. */
  public static String words(Path file) {
    return file + " has changed in the meantime; run the command again";
  }
}
