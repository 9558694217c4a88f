package surety.language.display;

import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.Semantics;
import surety.certificates.statement.Statement;

/** What a verdict covers and what it does not, in words; shown with each verdict. */
public final class ClaimLevel {
  /** Level R. */
  public static final String REALS =
      "for the function over the reals; rounding in the deployed network is not covered";

  /** Of a loop. */
  private static final String LOOPS =
      "for the loop over the reals, with independent draws; rounding in the deployed program is not"
          + " covered";

  private ClaimLevel() {}

  /** What a verdict on a statement covers, in a line. */
  public static String of(Statement statement) {
    return statement.claim() instanceof LoopClaim ? LOOPS : of(statement.semantics());
  }

  /** R or F. */
  public static String letter(Semantics semantics) {
    return semantics.isReal() ? "R" : "F";
  }

  /** What a verdict covers, in a line. */
  public static String of(Semantics semantics) {
    return semantics
        .format()
        .map(
            format ->
                "for every evaluation in "
                    + format.word()
                    + ", operator by operator, each sum in any order; smooth activations within "
                    + semantics.accuracy()
                    + " ulp")
        .orElse(REALS);
  }

  /** What is claimed, and what that takes for granted, in some sentences. */
  public static String meaning(Semantics semantics) {
    if (semantics.isReal()) {
      return "Bounds hold for the function over the reals whose weights are exactly the numbers in"
          + " the network file. Rounding in the deployed network is not covered.";
    }
    return "Bounds hold for every evaluation of the network in "
        + semantics.format().orElseThrow().word()
        + ": inputs are rounded to it first, then each operator is computed, each sum in any order,"
        + " with or without fused multiply-add, rounded to nearest, subnormal numbers kept or"
        + " flushed to zero. Taken for granted is that activations such as tanh and sigmoid are"
        + " computed to within "
        + semantics.accuracy()
        + " units in the last place (of 1, or of the value where it is greater). Events and"
        + " quantities are about the outputs as computed, but themselves computed exactly, with the"
        + " inputs before they are rounded. Where a number may overflow nothing is known.";
  }
}
