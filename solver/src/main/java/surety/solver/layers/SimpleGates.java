package surety.solver.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Selection;
import surety.certificates.network.Wires;

/**
 * The gates of a network, each of which does one thing; what can be combined again without rounding
 * is for the {@link ChainMerger} to find out.
 *
 * <p>The terms of a sum only copy numbers or turn their signs: what else a term does becomes a gate
 * before it, and its biases one behind the sum. So each sum can be written as one layer, as sums of
 * ones are doubles. A gate of one weight per row and biases becomes two, as either may be combined
 * with another gate where both together may not.
 */
final class SimpleGates {

  private final Circuit circuit;
  private final Budget budget;

  /** For each wire of the network what it is in the circuit. */
  private final int[] renamed;

  private SimpleGates(Network network, Budget budget) {
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
    SimpleGates sums = new SimpleGates(network, budget);
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
        ? one(terms.get(0).layer(), terms.get(0).wires().renamed(renamed))
        : sum(terms);
  }

  private Wires one(AffineLayer layer, Wires wires) {
    if (!(layer.operator() instanceof Selection) || layer.isShift() || layer.isLinear()) {
      return circuit.apply(layer, wires);
    }
    budget.spend(4L * layer.rows(), "a factor with biases");
    AffineLayer factors = layer.withBiases(new double[layer.rows()]);
    return circuit.apply(Selections.shift(layer), circuit.apply(factors, wires));
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
        copies.add(copy(1, one(layer, wires)));
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
