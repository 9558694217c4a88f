package surety.language;

/** How bad a message is. */
public enum Severity {
  /** Makes the part that it is about meaningless: nothing is claimed there. */
  ERROR,
  /** Probably not meant, but with a clear meaning. */
  WARNING
}
