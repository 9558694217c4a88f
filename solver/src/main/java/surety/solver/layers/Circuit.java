package surety.solver.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Wires;

/**
 * A network's gates by number, and which wires are whose. The input counts as gate 0, before those
 * that a {@link surety.certificates.network.Network} has.
 */
final class Circuit {

  /** Of the gates behind the input. */
  private final List<Gate> gates = new ArrayList<>();

  /** The first wire of each gate, the input included. */
  private final List<Integer> firsts = new ArrayList<>(List.of(0));

  private int wires;

  /** Of an input of so many numbers. */
  Circuit(int inputs) {
    wires = inputs;
  }

  /** A layer and the wires that it takes. */
  record Applied(Layer layer, Wires inputs) {}

  /** Adds a gate, whose inputs are wires of this circuit, and gives its outputs. */
  Wires add(Gate gate) {
    firsts.add(wires);
    gates.add(gate);
    wires = Math.addExact(wires, gate.size());
    return outputs(gates.size());
  }

  /** What a layer makes of some wires. */
  Wires apply(Layer layer, Wires inputs) {
    return add(Gate.of(layer, inputs));
  }

  /** The number of gates, the input included. */
  int size() {
    return firsts.size();
  }

  /** A gate behind the input. */
  Gate gate(int index) {
    return gates.get(index - 1);
  }

  /** What a gate reads, the input nothing. */
  List<Wires> inputs(int index) {
    return index == 0 ? List.of() : gate(index).inputs();
  }

  /** The layer and what it is applied to, if that is all there is to a gate. */
  Optional<Applied> applied(int index) {
    if (index == 0) {
      return Optional.empty();
    }
    if (gate(index) instanceof Gate.Activations activations) {
      return Optional.of(new Applied(activations.layer(), activations.wires()));
    }
    List<Gate.Term> terms = ((Gate.Affine) gate(index)).terms();
    return terms.size() > 1
        ? Optional.empty()
        : Optional.of(new Applied(terms.get(0).layer(), terms.get(0).wires()));
  }

  /** The number of all wires. */
  int wires() {
    return wires;
  }

  /** The first wire of a gate. */
  int first(int index) {
    return firsts.get(index);
  }

  /** How many wires a gate has. */
  int width(int index) {
    return (index + 1 < size() ? first(index + 1) : wires) - first(index);
  }

  /** All wires of a gate. */
  Wires outputs(int index) {
    return Wires.range(first(index), width(index));
  }

  /** Whether these are all wires of a gate, in order. */
  boolean areOutputs(Wires some, int index) {
    return some.isRange(first(index), width(index));
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
        int index = gateOf(some.at(i));
        found.add(index);
        from = first(index);
        to = from + width(index);
      }
    }
    return found.build().sorted().distinct().toArray();
  }
}
