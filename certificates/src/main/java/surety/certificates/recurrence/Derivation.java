package surety.certificates.recurrence;

/** How means after some iterations are derived. */
public enum Derivation {
  /** From a system of means that has in it all it needs, iterated from the start. */
  CLOSED("closed"),
  /** Back from the last iteration, one by one; for few iterations, of any loop. */
  WALKED("walked");

  private final String word;

  Derivation(String word) {
    this.word = word;
  }

  /** As it stands in certificates. */
  public String word() {
    return word;
  }
}
