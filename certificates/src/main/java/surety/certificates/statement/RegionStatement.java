package surety.certificates.statement;

import java.util.List;
import surety.certificates.text.StatementException;

/**
 * What a region certificate is about: a network and how its inputs are distributed. It claims that
 * the regions it lists are all activation regions of that network that meet the support, branch by
 * branch.
 *
 * @param networkDigest SHA-256 of the network file, 64 lower-case hexadecimal digits
 * @param law of the network's inputs, in their order
 */
public record RegionStatement(String networkDigest, Law law) {
  /** Refuses what does not fit together. */
  public RegionStatement {
    Law.requireCount(law.inputs(), 1);
    if (!NetworkReference.DIGEST.matcher(networkDigest).matches()) {
      throw new IllegalArgumentException("a network digest is 64 lower-case hexadecimal digits");
    }
  }

  /** About independent inputs. */
  public RegionStatement(String networkDigest, List<Input> inputs) {
    this(networkDigest, Law.independent(inputs));
  }

  /** About the first network and the law of another statement, whatever that claims of them. */
  public static RegionStatement of(Statement statement) {
    return new RegionStatement(statement.networks().get(0).digest(), statement.law());
  }

  /** The canonical text; equal for equal statements only. */
  public String canonical() {
    return StatementText.write(this);
  }

  /** Whether a text begins like one of these. */
  public static boolean isOne(String text) {
    return text.startsWith(StatementText.REGION_HEADER + "\n");
  }

  /**
   * The statement of a canonical text.
   *
   * @throws StatementException if the text is anything else, down to the last blank
   */
  public static RegionStatement parse(String text) throws StatementException {
    return StatementText.parseRegions(text);
  }
}
