package surety.eclipse.driver;

/** What a scenario wanted to see was not there. */
public final class StepFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what was wanted, for people. */
  public StepFailure(String message) {
    super(message);
  }

  StepFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
