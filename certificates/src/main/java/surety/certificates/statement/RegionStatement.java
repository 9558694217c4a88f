package surety.certificates.statement;

import java.util.List;

/**
 * What a region certificate is about: a network and its random inputs. It claims that the regions
 * it lists are all activation regions of that network that meet the support.
 *
 * @param networkDigest SHA-256 of the network file, 64 lower-case hexadecimal digits
 * @param inputs one for each input of the network, in its order
 */
public record RegionStatement(String networkDigest, List<Input> inputs) {
  /** Refuses what does not fit together. */
  public RegionStatement {
    inputs = List.copyOf(inputs);
    if (!NetworkReference.DIGEST.matcher(networkDigest).matches()) {
      throw new IllegalArgumentException("a network digest is 64 lower-case hexadecimal digits");
    }
    if (inputs.isEmpty() || inputs.size() > Statement.MOST_COORDINATES) {
      throw new IllegalArgumentException(
          "a network has 1 to " + Statement.MOST_COORDINATES + " inputs");
    }
  }

  /** About the first network and the inputs of another statement, whatever that claims of them. */
  public static RegionStatement of(Statement statement) {
    return new RegionStatement(statement.networks().get(0).digest(), statement.inputs());
  }

  /** The random inputs, in their order. */
  public List<RandomInput> random() {
    return inputs.stream()
        .filter(RandomInput.class::isInstance)
        .map(RandomInput.class::cast)
        .toList();
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
