package surety.certificates.proof;

/** A proof that does not hold; the message says where and why. */
public final class ProofException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether the proof is wrong, or only not all there. */
  public enum Kind {
    /** Something in it is wrong. */
    INVALID,
    /** It ends too early or leaves cells out. */
    INCOMPLETE
  }

  private final Kind kind;

  /** With the message for the reader. */
  public ProofException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Whether the proof is wrong, or only not all there. */
  public Kind kind() {
    return kind;
  }
}
