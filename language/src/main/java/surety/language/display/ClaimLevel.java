package surety.language.display;

/** What a verdict covers and what it does not, in words; shown with each verdict. */
public final class ClaimLevel {
  /** Level R. */
  public static final String REALS =
      "for the function over the reals; rounding in the deployed network is not covered";

  private ClaimLevel() {}
}
