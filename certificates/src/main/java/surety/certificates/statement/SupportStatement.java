package surety.certificates.statement;

import surety.certificates.text.StatementException;

/**
 * What a support certificate is about: a network and how its inputs are distributed. It claims that
 * the inputs have one of the patterns that it lists but for a probability that it bounds, and
 * bounds that of each. Its text begins otherwise than that of a {@link RegionStatement}, so that
 * nobody takes a list of some patterns for one of all.
 *
 * @param networkDigest SHA-256 of the network file, 64 lower-case hexadecimal digits
 * @param law of the network's inputs, in their order
 */
public record SupportStatement(String networkDigest, Law law) {
  /** Refuses what does not fit together. */
  public SupportStatement {
    Law.requireCount(law.inputs(), 1);
    if (!NetworkReference.DIGEST.matcher(networkDigest).matches()) {
      throw new IllegalArgumentException("a network digest is 64 lower-case hexadecimal digits");
    }
  }

  /** About the network and the law of another statement. */
  public static SupportStatement of(RegionStatement statement) {
    return new SupportStatement(statement.networkDigest(), statement.law());
  }

  /** The canonical text; equal for equal statements only. */
  public String canonical() {
    return StatementText.write(this);
  }

  /** Whether a text begins like one of these. */
  public static boolean isOne(String text) {
    return text.startsWith(StatementText.SUPPORT_HEADER + "\n");
  }

  /**
   * The statement of a canonical text.
   *
   * @throws StatementException if the text is anything else, down to the last blank
   */
  public static SupportStatement parse(String text) throws StatementException {
    return StatementText.parseSupport(text);
  }
}
