package surety.eclipse.assist;

/** Something in the text that says how a property or query stands. */
interface Doubtful {
  /** Of that property or query; empty if it is about all. */
  String name();

  /** Says no more what was known before an edit. */
  void doubt();
}
