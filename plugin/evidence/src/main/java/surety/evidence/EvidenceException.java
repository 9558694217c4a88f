package surety.evidence;

import java.util.Locale;
import java.util.Objects;

/** Why there is no evidence, or why it is not believed: one message, with the way out. */
public final class EvidenceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Cause {
    /** A file that is missing, cannot be read, or is not of its kind. */
    BAD_INPUT,
    /** Something does not prove or attest what it should. */
    INVALID,
    /** A certificate stops before its proof does. */
    INCOMPLETE
  }

  private final Cause kind;

  /** With a message for people. */
  public EvidenceException(Cause kind, String message) {
    super(message);
    this.kind = Objects.requireNonNull(kind);
  }

  /** With a message for people, and what it came from. */
  public EvidenceException(Cause kind, String message, Throwable origin) {
    super(message, origin);
    this.kind = Objects.requireNonNull(kind);
  }

  /** About a file that cannot be used. */
  @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a dependency
  public static EvidenceException badInput(String message, Object... arguments) {
    return new EvidenceException(Cause.BAD_INPUT, String.format(Locale.ROOT, message, arguments));
  }

  /** About something that does not hold. */
  @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a dependency
  public static EvidenceException invalid(String message, Object... arguments) {
    return new EvidenceException(Cause.INVALID, String.format(Locale.ROOT, message, arguments));
  }

  /** Whose fault it is. */
  public Cause kind() {
    return kind;
  }
}
