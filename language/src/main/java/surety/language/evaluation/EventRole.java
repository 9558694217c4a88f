package surety.language.evaluation;

/** What an event is to the property or query that it stands in. */
public enum EventRole {
  /** The event whose probability is asked for. */
  ASKED,
  /** The event that is given. */
  CONDITION,
  /** One of the events that a quantity is computed from. */
  PART,
  /** An event with a name of its own, in whatever it stands. */
  NAMED
}
