package surety.certificates.region;

/** Something whose regions cannot be computed; the message says why, and the way out. */
public final class RegionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the message for the reader. */
  public RegionException(String message) {
    super(message);
  }
}
