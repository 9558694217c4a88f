package surety.language;

/** What is asked. */
public enum Kind {
  /** A requirement, which is proved, violated or undecided. */
  PROPERTY,
  /** A question, which is answered by bounds. */
  QUERY
}
