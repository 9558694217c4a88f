package surety.certificates.rejection;

/** Something is no proof, or cannot be computed with; carries the reason. */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public RejectedException(Rejection rejection) {
    super(rejection.message());
    this.rejection = rejection;
  }

  public Rejection rejection() {
    return rejection;
  }
}
