package surety.solver;

/**
 * What is asked cannot be searched for: numbers beyond double precision, or a network that the
 * asked way to cut cells is not made for. The message says what, why, and the way out.
 */
public final class UnsuitableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With the whole message; other searches than ours can refuse too. */
  public UnsuitableException(String message, Throwable cause) {
    super(message, cause);
  }
}
