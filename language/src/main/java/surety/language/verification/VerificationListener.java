package surety.language.verification;

/** Hears of changes, always from the same thread and outside of all locks. */
@FunctionalInterface
public interface VerificationListener {
  /**
   * Something changed. Versions of a file only grow; one that was replaced by the next before it
   * could be told is left out, the last one never.
   */
  void changed(VerificationSnapshot snapshot);
}
