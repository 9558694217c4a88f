package surety.solver.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.stop.Stop;

/**
 * A network as a sequence of layers. Nothing is rounded: what cannot be combined exactly stays in
 * layers of its own, and values that a later layer needs are carried past the others.
 *
 * <p>The activation layers are the levels of the network's activation gates: the k-th one has the
 * gates behind which lie k - 1 others on the longest path from the input.
 */
public final class Layers {

  private Layers() {}

  /**
   * The layers from the input to the output, each taking all that the one before it gives.
   *
   * @param stop asked while they are made
   * @throws LayersException if they would be far larger than the network, as branches over many
   *     layers can make them
   */
  public static List<Layer> of(Network network, Stop stop) {
    Budget budget = Budget.of(network, stop);
    SimpleGates.Result simple = SimpleGates.of(network, budget);
    ChainMerger.Result merged = ChainMerger.merge(simple.circuit(), simple.output(), budget);
    List<Layer> flat = Flattener.flatten(merged.circuit(), merged.output(), budget);
    return merged.branched() ? LayerMerger.mergeBranches(flat, budget) : flat;
  }

  /** The same, not to be stopped. */
  public static List<Layer> of(Network network) {
    return of(network, Stop.NEVER);
  }

  /** The layers of a network that is {@link Network#chain} of them, as they are. */
  public static Optional<List<Layer>> ofChain(Network network) {
    List<Layer> layers = new ArrayList<>();
    Circuit circuit = new Circuit(network.inputs());
    Wires before = circuit.outputs(0);
    for (Gate gate : network.gates()) {
      Wires outputs = circuit.add(gate);
      Optional<Circuit.Applied> applied = circuit.applied(circuit.size() - 1);
      if (applied.isEmpty() || !applied.get().inputs().equals(before)) {
        return Optional.empty();
      }
      layers.add(applied.get().layer());
      before = outputs;
    }
    return network.output().equals(before) ? Optional.of(layers) : Optional.empty();
  }
}
