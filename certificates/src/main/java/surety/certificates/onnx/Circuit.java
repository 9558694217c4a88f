package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;

/**
 * What a graph computes, vector by vector: gate 0 is the network's input, and each later gate takes
 * elements of earlier ones. The elements of all gates are numbered through; such a number is a
 * wire. Reordering, copying and leaving out elements takes no gate, only other {@link Wires}.
 */
final class Circuit {

  private final List<Gate> gates = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private int wires;

  Circuit(int inputs) {
    add(new Gate.Input(inputs));
  }

  /** Adds a gate, whose inputs are wires of this circuit, and gives its outputs. */
  Wires add(Gate gate) {
    firsts.add(wires);
    gates.add(gate);
    wires = Math.addExact(wires, gate.size());
    return outputs(gates.size() - 1);
  }

  /** What a layer makes of some wires. */
  Wires apply(Layer layer, Wires inputs) {
    return add(Gate.of(layer, inputs));
  }

  /** The sum or the difference of vectors of the same size. */
  Wires sum(Wires left, Wires right, boolean negative) {
    double[] ones = new double[left.size()];
    double[] zeros = new double[ones.length];
    Arrays.fill(ones, negative ? 0 : 2);
    if (left.equals(right)) {
      return apply(AffineLayer.diagonal(ones, zeros), left);
    }
    Arrays.fill(ones, 1);
    AffineLayer identity = AffineLayer.diagonal(ones, zeros);
    return add(
        new Gate.Affine(
            List.of(
                new Gate.Term(false, identity, left), new Gate.Term(negative, identity, right))));
  }

  /** The number of gates. */
  int size() {
    return gates.size();
  }

  Gate gate(int index) {
    return gates.get(index);
  }

  /** The number of all wires. */
  int wires() {
    return wires;
  }

  /** The first wire of a gate. */
  int first(int gate) {
    return firsts.get(gate);
  }

  /** All wires of a gate. */
  Wires outputs(int gate) {
    return Wires.range(first(gate), gates.get(gate).size());
  }

  /** Whether these are all wires of a gate, in order. */
  boolean areOutputs(Wires some, int gate) {
    return some.isRange(first(gate), gates.get(gate).size());
  }

  /** The gate that a wire belongs to. */
  int gateOf(int wire) {
    int place = Collections.binarySearch(firsts, wire);
    return place >= 0 ? place : -place - 2;
  }

  /** The gates that some wires belong to, each once, ascending. */
  int[] gatesOf(Wires some) {
    IntStream.Builder found = IntStream.builder();
    int from = 0;
    int to = 0;
    for (int i = 0; i < some.size(); i++) {
      if (some.at(i) < from || some.at(i) >= to) {
        int gate = gateOf(some.at(i));
        found.add(gate);
        from = first(gate);
        to = from + gates.get(gate).size();
      }
    }
    return found.build().sorted().distinct().toArray();
  }
}
