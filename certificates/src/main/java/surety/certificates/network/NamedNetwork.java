package surety.certificates.network;

import java.util.List;

/**
 * A network and what its file calls its inputs and outputs. The names are for people: no number
 * depends on them.
 *
 * @param inputs in the order of the network's inputs, which they are together; none if the file has
 *     no names
 * @param outputs likewise
 */
public record NamedNetwork(Network network, List<Port> inputs, List<Port> outputs) {
  /** Takes copies of the lists. */
  public NamedNetwork {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
