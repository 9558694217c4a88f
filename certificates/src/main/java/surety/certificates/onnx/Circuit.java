package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

/**
 * A {@link Network} that grows gate by gate, with its numbering of wires. Reordering, copying and
 * leaving out numbers takes no gate, only other {@link Wires}.
 */
final class Circuit {

  private final int inputs;
  private final List<Gate> gates = new ArrayList<>();
  private int wires;

  Circuit(int inputs) {
    this.inputs = inputs;
    wires = inputs;
  }

  /** The network's input. */
  Wires input() {
    return Wires.range(0, inputs);
  }

  /** Adds a gate, whose inputs are wires of this circuit, and gives its outputs. */
  Wires add(Gate gate) {
    Wires outputs = Wires.range(wires, gate.size());
    wires = Math.addExact(wires, gate.size());
    gates.add(gate);
    return outputs;
  }

  /** What a layer makes of some wires. */
  Wires apply(Layer layer, Wires from) {
    return add(Gate.of(layer, from));
  }

  /** The sum or the difference of vectors of the same size. */
  Wires sum(Wires left, Wires right, boolean negative) {
    return add(
        new Gate.Affine(
            List.of(
                new Gate.Term(multiple(left.size(), 1), left),
                new Gate.Term(multiple(right.size(), negative ? -1 : 1), right))));
  }

  private static AffineLayer multiple(int size, double factor) {
    double[] factors = new double[size];
    Arrays.fill(factors, factor);
    return AffineLayer.diagonal(factors, new double[size]);
  }

  /**
   * A vector plus constants. They become the biases of a gate that gives just this vector, if it is
   * the last one, is affine and has none: so a product and the sum behind it are one gate. The gate
   * without biases is still there for whoever else needs it.
   */
  Wires plus(Wires vector, double[] constants) {
    if (!gates.isEmpty()
        && gates.get(gates.size() - 1) instanceof Gate.Affine last
        && vector.isRange(wires - last.size(), last.size())
        && last.terms().stream().allMatch(term -> term.layer().isLinear())) {
      List<Gate.Term> terms = new ArrayList<>(last.terms());
      Gate.Term first = terms.get(0);
      terms.set(0, new Gate.Term(first.layer().withBiases(constants), first.wires()));
      return add(new Gate.Affine(terms));
    }
    return apply(multiple(vector.size(), 1).withBiases(constants), vector);
  }

  /** The network of the gates that some wires, its outputs, need. */
  Network network(Wires output) {
    BitSet neededWires = new BitSet(wires);
    BitSet neededGates = new BitSet(gates.size());
    need(output, neededWires);
    int end = wires;
    for (int k = gates.size() - 1; k >= 0; k--) {
      int first = end - gates.get(k).size();
      if (!neededWires.get(first, end).isEmpty()) {
        neededGates.set(k);
        gates.get(k).inputs().forEach(each -> need(each, neededWires));
      }
      end = first;
    }
    return renumbered(neededGates, output);
  }

  private static void need(Wires some, BitSet needed) {
    for (int i = 0; i < some.size(); i++) {
      needed.set(some.at(i));
    }
  }

  private Network renumbered(BitSet kept, Wires output) {
    int[] numbers = new int[wires];
    int old = 0;
    int next = 0;
    for (; old < inputs; old++) {
      numbers[old] = next++;
    }
    List<Gate> network = new ArrayList<>();
    for (int k = 0; k < gates.size(); k++) {
      int end = old + gates.get(k).size();
      if (kept.get(k)) {
        network.add(renamed(gates.get(k), numbers));
        for (int i = old; i < end; i++) {
          numbers[i] = next++;
        }
      }
      old = end;
    }
    return new Network(inputs, network, output.renamed(numbers));
  }

  private static Gate renamed(Gate gate, int[] numbers) {
    if (gate instanceof Gate.Activations a) {
      return new Gate.Activations(a.layer(), a.wires().renamed(numbers));
    }
    return new Gate.Affine(
        ((Gate.Affine) gate)
            .terms().stream()
                .map(term -> new Gate.Term(term.layer(), term.wires().renamed(numbers)))
                .toList());
  }
}
