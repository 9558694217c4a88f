package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Exactly what is claimed, at claim level R: for the function over the reals whose weights are the
 * numbers in the network file, and inputs distributed as stated.
 *
 * @param networkDigest SHA-256 of the network file, 64 lower-case hexadecimal digits
 * @param inputs one for each input of the network, in its order
 * @param outputs number of outputs of the network
 */
public record Statement(String networkDigest, List<Input> inputs, int outputs, Claim claim) {
  /** Largest number of inputs or outputs that a statement may name. */
  public static final int MOST_COORDINATES = 1_000_000;

  static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Refuses what does not fit together. */
  public Statement {
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(claim);
    if (!DIGEST.matcher(networkDigest).matches()) {
      throw new IllegalArgumentException("a network digest is 64 lower-case hexadecimal digits");
    }
    if (inputs.isEmpty() || inputs.size() > MOST_COORDINATES) {
      throw new IllegalArgumentException("a network has 1 to " + MOST_COORDINATES + " inputs");
    }
    if (claim.affineForm().coefficients().size() != outputs) {
      throw new IllegalArgumentException(
          "the claim is about "
              + claim.affineForm().coefficients().size()
              + " outputs, the network has "
              + outputs);
    }
    if (AffineForm.areTooLong(claim.affineForm().coefficients())) {
      throw new IllegalArgumentException(
          "the numbers by which the claim multiplies outputs are too long; write shorter ones");
    }
  }

  /** The canonical text; equal for equal statements only. */
  public String canonical() {
    return StatementText.write(this);
  }

  /**
   * The statement of a canonical text.
   *
   * @throws StatementException if the text is anything else, down to the last blank
   */
  public static Statement parse(String text) throws StatementException {
    return StatementText.parse(text);
  }
}
