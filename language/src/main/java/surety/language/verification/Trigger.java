package surety.language.verification;

/** When properties and queries of an open document are verified. */
public enum Trigger {
  /** When the user says so. */
  ON_COMMAND,
  /** And when a document is saved, what was never verified as it stands. */
  ON_SAVE,
  /** And when an edit is over, what it has changed. */
  ON_CHANGE
}
