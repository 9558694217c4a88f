package surety.eclipse.states;

import java.util.Locale;
import surety.eclipse.base.SuretyPlugin;

/** The states in which a property or query can be, as they are shown. */
public enum Verdict {
  /** The limit certainly holds. */
  PROVED,
  /** The limit certainly does not hold. */
  VIOLATED,
  /** The bounds do not tell. */
  UNDECIDED,
  /** A query has bounds. */
  ANSWERED,
  /** It was never verified. */
  UNVERIFIED,
  /** What was known does not belong to the text as it is now. */
  STALE,
  /** It will run soon. */
  QUEUED,
  /** It runs. */
  RUNNING,
  /** It could not be run. */
  FAILED;

  /** By the server's word for it; what is unknown here is not settled, and so stale. */
  public static Verdict of(String word) {
    for (Verdict verdict : values()) {
      if (verdict.word().equals(word)) {
        return verdict;
      }
    }
    return STALE;
  }

  /** Whether verifying again would bring nothing new. */
  public boolean isSettled() {
    return this == PROVED || this == VIOLATED || this == ANSWERED;
  }

  /** The server's word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same for people, where the server says nothing more exact. */
  public String label() {
    return this == UNVERIFIED ? "not verified" : word();
  }

  /** The type of its annotations in an editor. */
  public String annotation() {
    return SuretyPlugin.ID + "." + word();
  }

  /** The file of its picture. */
  public String icon() {
    return "icons/" + word() + ".svg";
  }
}
