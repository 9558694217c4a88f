package surety.solver.estimate;

/** An estimate that cannot be had; the message says which, why, and what to do instead. */
public final class EstimateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what is said to whoever asked for the estimate. */
  public EstimateException(String message) {
    super(message);
  }
}
