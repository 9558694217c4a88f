package surety.language.verification;

import surety.certificates.statement.Verdict;

/** Where the verification of one property or query stands. */
public enum VerificationState {
  /** It was never verified. */
  UNVERIFIED,
  /** What was established before is not about it as it stands: changed since, or among errors. */
  STALE,
  /** It waits for its turn. */
  QUEUED,
  /** It is being searched for, or its certificate replayed. */
  RUNNING,
  /** The requirement holds. */
  PROVED,
  /** The requirement does not hold. */
  VIOLATED,
  /** The bounds leave both possible; of a query, they say nothing. */
  UNDECIDED,
  /** A query has bounds; there is nothing to hold or not. */
  ANSWERED,
  /** The last run established nothing; the message says why. */
  FAILED;

  /** Of a property with this verdict. */
  static VerificationState of(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> PROVED;
      case VIOLATED -> VIOLATED;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** Whether it rests on bounds of the kernel, for exactly what is claimed now. */
  public boolean isEstablished() {
    return this == PROVED || this == VIOLATED || this == UNDECIDED || this == ANSWERED;
  }

  /** Whether nothing of it is known as it stands, and nothing is under way. */
  public boolean isOpen() {
    return this == UNVERIFIED || this == STALE;
  }

  /** Whether there is nothing to gain by verifying again. */
  public boolean isSettled() {
    return this == PROVED || this == VIOLATED || this == ANSWERED;
  }

  /** Whether it can be cancelled. */
  public boolean isUnderWay() {
    return this == QUEUED || this == RUNNING;
  }
}
