package surety.language.verification;

/** A network file that cannot be read, is no network, or is not the one that is meant. */
public class UnusableNetworkException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableNetworkException(String message, Throwable cause) {
    super(message, cause);
  }
}
