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
  /** Keeps its own list. */
  public RegionStatement {
    inputs = List.copyOf(inputs);
  }

  /** About the network and the inputs of another statement, whatever that claims of them. */
  public static RegionStatement of(Statement statement) {
    return new RegionStatement(statement.networkDigest(), statement.inputs());
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
    return "surety regions 1\nsemantics real\n" + StatementText.writeInputs(networkDigest, inputs);
  }
}
