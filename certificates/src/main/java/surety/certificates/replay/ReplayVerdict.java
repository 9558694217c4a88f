package surety.certificates.replay;

import surety.certificates.rejection.Rejection;

/** What a replay says of a certificate. */
public enum ReplayVerdict {
  /** The bounds follow from the proof. */
  VALID(0),
  /** The certificate is wrong, or is one of something else. */
  INVALID(4),
  /** The certificate is not all there. */
  INCOMPLETE(5);

  private final int exitStatus;

  ReplayVerdict(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  static ReplayVerdict of(Rejection rejection) {
    return rejection.isIncomplete() ? INCOMPLETE : INVALID;
  }

  /** The exit status where the statement requires nothing; {@link ReplayResult} has the other. */
  public int exitStatus() {
    return exitStatus;
  }
}
