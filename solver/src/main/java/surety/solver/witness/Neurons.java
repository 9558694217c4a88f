package surety.solver.witness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;

/** The wires and neurons of a network on which some forms depend. */
final class Neurons {
  private final BitSet wires = new BitSet();
  private final List<Neuron> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param gate the gate of activations that it belongs to
   * @param index its number there
   * @param entering the wire that it reads
   */
  record Neuron(int gate, int index, int entering, Activation activation) {}

  private Neurons() {}

  static Neurons of(Network network, List<WireForm> forms) {
    Neurons neurons = new Neurons();
    forms.forEach(form -> form.weights().keySet().forEach(neurons.wires::set));
    int first = network.wires();
    for (int g = network.gates().size() - 1; g >= 0; g--) {
      Gate gate = network.gates().get(g);
      first -= gate.size();
      for (int i = gate.size() - 1; i >= 0; i--) {
        if (neurons.wires.get(first + i)) {
          neurons.addWhatIsRead(gate, g, i);
        }
      }
    }
    Collections.reverse(neurons.all);
    return neurons;
  }

  private void addWhatIsRead(Gate gate, int g, int i) {
    if (gate instanceof Gate.Activations activations) {
      int entering = activations.wires().at(i);
      wires.set(entering);
      all.add(new Neuron(g, i, entering, activations.layer().activation(i)));
      return;
    }
    for (Gate.Term term : ((Gate.Affine) gate).terms()) {
      LinearOperator operator = term.layer().operator();
      for (int k : operator.nonzeros(i)) {
        wires.set(term.wires().at(operator.column(i, k)));
      }
    }
  }

  /** The neurons, in the network's order. */
  List<Neuron> all() {
    return all;
  }

  /** Whether a form depends on a wire. */
  boolean read(int wire) {
    return wires.get(wire);
  }
}
