package surety.certificates.statement;

/** What guaranteed bounds say about a required limit. */
public enum Verdict {
  /** The requirement holds for every probability within the bounds. */
  PROVED,
  /** The requirement fails for every probability within the bounds. */
  VIOLATED,
  /** The bounds leave both possible. */
  UNDECIDED
}
