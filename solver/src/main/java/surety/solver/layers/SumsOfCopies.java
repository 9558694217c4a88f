package surety.solver.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

/**
 * The gates of a network, changed such that the terms of a sum only copy numbers or turn their
 * signs: what else a term does becomes a gate before it, and its biases one behind the sum. So each
 * sum can be written as one layer, as sums of ones are doubles; what can be taken into it again
 * without rounding is for the {@link ChainMerger} to find out.
 */
final class SumsOfCopies {

  private final Circuit circuit;
  private final Budget budget;

  /** For each wire of the network what it is in the circuit. */
  private final int[] renamed;

  private SumsOfCopies(Network network, Budget budget) {
    circuit = new Circuit(network.inputs());
    this.budget = budget;
    renamed = new int[network.wires()];
    Arrays.setAll(renamed, wire -> wire); // right for the inputs, and replaced for all others
  }

  /**
   * What it becomes.
   *
   * @param output those wires of the circuit that are the network's output
   */
  record Result(Circuit circuit, Wires output) {}

  static Result of(Network network, Budget budget) {
    SumsOfCopies sums = new SumsOfCopies(network, budget);
    int next = network.inputs();
    for (Gate gate : network.gates()) {
      Wires added = sums.add(gate);
      for (int i = 0; i < added.size(); i++) {
        sums.renamed[next++] = added.at(i);
      }
    }
    return new Result(sums.circuit, network.output().renamed(sums.renamed));
  }

  private Wires add(Gate gate) {
    if (gate instanceof Gate.Activations activations) {
      return circuit.apply(activations.layer(), activations.wires().renamed(renamed));
    }
    List<Gate.Term> terms = ((Gate.Affine) gate).terms();
    return terms.size() == 1
        ? circuit.apply(terms.get(0).layer(), terms.get(0).wires().renamed(renamed))
        : sum(terms);
  }

  private Wires sum(List<Gate.Term> terms) {
    List<Gate.Term> copies = new ArrayList<>();
    List<AffineLayer> shifts = new ArrayList<>();
    for (Gate.Term term : terms) {
      AffineLayer layer = term.layer();
      Wires wires = term.wires().renamed(renamed);
      budget.spend(5L * layer.rows(), "a sum");
      int sign = Selections.sign(layer);
      if (sign == 0) {
        copies.add(copy(1, circuit.apply(layer, wires)));
      } else {
        copies.add(copy(sign, wires));
        if (!layer.isLinear()) {
          shifts.add(Selections.shift(layer));
        }
      }
    }
    Wires sum = sumOfCopies(copies);
    for (AffineLayer shift : shifts) {
      sum = circuit.apply(shift, sum);
    }
    return sum;
  }

  private static Gate.Term copy(double sign, Wires wires) {
    return new Gate.Term(Selections.multiple(wires.size(), sign), wires);
  }

  /** If all of them copy the same wires, a multiple of those. */
  private Wires sumOfCopies(List<Gate.Term> copies) {
    Wires wires = copies.get(0).wires();
    if (copies.stream().anyMatch(copy -> !copy.wires().equals(wires))) {
      return circuit.add(new Gate.Affine(copies));
    }
    int factor = copies.stream().mapToInt(copy -> Selections.sign(copy.layer())).sum();
    return circuit.apply(Selections.multiple(wires.size(), factor), wires);
  }
}
