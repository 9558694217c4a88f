package surety.language.fit;

/** Why nothing can be fitted; the message is for the user. */
public final class FitException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What has to be changed. */
  public enum Cause {
    /** What is asked for. */
    REQUEST,
    /** The samples. */
    DATA
  }

  private final Cause what;

  private FitException(Cause what, String message) {
    super(message);
    this.what = what;
  }

  static FitException request(String message) {
    return new FitException(Cause.REQUEST, message);
  }

  static FitException data(String message) {
    return new FitException(Cause.DATA, message);
  }

  /** What has to be changed. */
  public Cause what() {
    return what;
  }
}
