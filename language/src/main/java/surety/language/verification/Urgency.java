package surety.language.verification;

/** Who waits for a job. What is more urgent comes first, and interrupts what is less so. */
enum Urgency {
  /** The user asked for it. */
  ASKED,
  /** It follows from what the user writes. */
  FOLLOWING,
  /** It was known once, and is only found again. */
  FOUND
}
