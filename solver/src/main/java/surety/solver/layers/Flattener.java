package surety.solver.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Selection;
import surety.certificates.network.Wires;

/**
 * A circuit as a flat sequence of layers. Gates that do not depend on each other are computed side
 * by side: each gate goes as early as it can, activations that lie behind equally many activations
 * together, and between them affine gates behind equally many affine ones. A wire that a later
 * layer needs is carried past the others, by a row of the identity through an affine layer and by
 * {@link Activation#IDENTITY} through activations. Only numbers that the gates have are written, so
 * that nothing is rounded.
 */
final class Flattener {

  private static final int NEVER = -1;
  private static final String LAYER = "a layer with the values that branches carry past it";

  private final Circuit circuit;
  private final Wires output;
  private final Budget budget;
  private final List<Layer> layers = new ArrayList<>();

  /** For each gate its slot: slots follow each other, the input is before all of them. */
  private final int[] slots;

  private final List<List<Integer>> gatesOfSlot = new ArrayList<>();

  /** For each wire the last slot that needs it. */
  private final int[] lastUses;

  /** The wires that the layers so far give, ascending. */
  private Wires state;

  /** For each wire of the state its place there. */
  private final int[] places;

  private Flattener(Circuit circuit, Wires output, Budget budget) {
    this.circuit = circuit;
    this.output = output;
    this.budget = budget;
    slots = new int[circuit.size()];
    lastUses = new int[circuit.wires()];
    places = new int[circuit.wires()];
    state = circuit.outputs(0);
  }

  /**
   * The layers from the input to the given wires. @ if they have too many weights for the budget
   */
  static List<Layer> flatten(Circuit circuit, Wires output, Budget budget) {
    Flattener flattener = new Flattener(circuit, output, budget);
    flattener.schedule();
    flattener.findLastUses();
    flattener.emit();
    return flattener.layers;
  }

  /**
   * Puts each gate into a slot: by the activations, then by the affine gates, that it is behind.
   */
  private void schedule() {
    int[] activations = new int[circuit.size()];
    int[] affines = new int[circuit.size()];
    SortedMap<Long, List<Integer>> order = new TreeMap<>();
    BitSet needed = neededGates();
    for (int index = needed.nextSetBit(1); index > 0; index = needed.nextSetBit(index + 1)) {
      for (Wires inputs : circuit.inputs(index)) {
        for (int before : circuit.gatesOf(inputs)) {
          if (activations[before] > activations[index]) {
            activations[index] = activations[before];
            affines[index] = 0;
          }
          if (activations[before] == activations[index]) {
            affines[index] = Math.max(affines[index], affines[before]);
          }
        }
      }
      if (circuit.gate(index) instanceof Gate.Activations) {
        activations[index]++;
        affines[index] = 0;
      } else {
        affines[index]++;
      }
      long key = ((long) activations[index] << Integer.SIZE) + affines[index];
      order.computeIfAbsent(key, k -> new ArrayList<>()).add(index);
    }
    for (List<Integer> gates : order.values()) {
      gates.forEach(gate -> slots[gate] = gatesOfSlot.size());
      gatesOfSlot.add(gates);
    }
  }

  private BitSet neededGates() {
    BitSet needed = new BitSet();
    for (int gate : circuit.gatesOf(output)) {
      needed.set(gate);
    }
    for (int index = circuit.size() - 1; index > 0; index--) {
      if (needed.get(index)) {
        for (Wires inputs : circuit.inputs(index)) {
          for (int gate : circuit.gatesOf(inputs)) {
            needed.set(gate);
          }
        }
      }
    }
    return needed;
  }

  private void findLastUses() {
    Arrays.fill(lastUses, NEVER);
    for (int i = 0; i < output.size(); i++) {
      lastUses[output.at(i)] = gatesOfSlot.size();
    }
    for (int index = circuit.size() - 1; index > 0; index--) {
      boolean needed = false;
      for (int row = 0; row < circuit.width(index); row++) {
        if (lastUses[circuit.first(index) + row] != NEVER) {
          needed = true;
          useForRow(index, row);
        }
      }
      if (needed && circuit.gate(index) instanceof Gate.Affine affine) {
        for (Gate.Term term : affine.terms()) {
          for (int i = 0;
              i < term.wires().size() && !(term.layer().operator() instanceof Selection);
              i++) {
            use(term.wires().at(i), slots[index]);
          }
        }
      }
    }
  }

  /** Notes what a row needs, except for dense layers, of which each row needs all inputs. */
  private void useForRow(int index, int row) {
    if (circuit.gate(index) instanceof Gate.Activations gate) {
      use(gate.wires().at(row), slots[index]);
    } else if (circuit.gate(index) instanceof Gate.Affine affine) {
      for (Gate.Term term : affine.terms()) {
        if (term.layer().operator() instanceof Selection selection) {
          use(term.wires().at(selection.column(row, 0)), slots[index]);
        }
      }
    }
  }

  private void use(int wire, int slot) {
    lastUses[wire] = Math.max(lastUses[wire], slot);
  }

  private void emit() {
    for (int slot = 0; slot < gatesOfSlot.size(); slot++) {
      Wires next = next(slot);
      List<Integer> gates = gatesOfSlot.get(slot);
      if (circuit.gate(gates.get(0)) instanceof Gate.Activations) {
        activate(gates, next);
      } else {
        for (int i = 0; i < state.size(); i++) {
          places[state.at(i)] = i;
        }
        layers.add(isLayer(gates, next) ? onlyLayer(gates) : affine(slot, next));
      }
      state = next;
    }
    rearrange(output);
  }

  /** What is needed after a slot: of what is there already, and of what the slot's gates give. */
  private Wires next(int slot) {
    IntStream.Builder next = IntStream.builder();
    for (int i = 0; i < state.size(); i++) {
      addIfNeeded(next, state.at(i), slot);
    }
    for (int gate : gatesOfSlot.get(slot)) {
      for (int row = 0; row < circuit.width(gate); row++) {
        addIfNeeded(next, circuit.first(gate) + row, slot);
      }
    }
    return Wires.of(next.build().sorted().toArray());
  }

  private void addIfNeeded(IntStream.Builder next, int wire, int slot) {
    if (lastUses[wire] > slot) {
      next.add(wire);
    }
  }

  /** Whether a slot is one gate that takes the whole state and gives all of the next one. */
  private boolean isLayer(List<Integer> gates, Wires next) {
    return gates.size() == 1
        && circuit.areOutputs(next, gates.get(0))
        && circuit.applied(gates.get(0)).filter(a -> a.inputs().equals(state)).isPresent();
  }

  private Layer onlyLayer(List<Integer> gates) {
    return circuit.applied(gates.get(0)).orElseThrow().layer();
  }

  /** Copies and reorders the state to the given wires, if it is not that already. */
  private void rearrange(Wires wanted) {
    if (!wanted.equals(state)) {
      budget.spend(3L * wanted.size(), LAYER);
      for (int i = 0; i < state.size(); i++) {
        places[state.at(i)] = i;
      }
      layers.add(Selections.of(state.size(), wanted.renamed(places).minus(0)));
      state = wanted;
    }
  }

  /** Brings each neuron's input, or what is carried, to its place, and applies the activations. */
  private void activate(List<Integer> gates, Wires next) {
    budget.spend(2L * next.size(), LAYER);
    int[] wanted = new int[next.size()];
    Activation[] activations = new Activation[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = next.at(i);
      activations[i] = Activation.IDENTITY;
      int index = circuit.gateOf(wanted[i]);
      if (index > 0 && slots[index] == slots[gates.get(0)]) {
        Gate.Activations gate = (Gate.Activations) circuit.gate(index);
        int neuron = wanted[i] - circuit.first(index);
        activations[i] = gate.layer().activation(neuron);
        wanted[i] = gate.wires().at(neuron);
      }
    }
    rearrange(Wires.of(wanted));
    layers.add(
        isLayer(gates, next) ? onlyLayer(gates) : new ActivationLayer(Arrays.asList(activations)));
  }

  /** The affine layer from the state to what is needed after a slot. */
  private AffineLayer affine(int slot, Wires next) {
    long numbers = numbers(slot, next);
    if (!isSelection(slot) && SparseRows.areFew(numbers, next.size(), state.size())) {
      return sparse(slot, next, numbers);
    }
    AffineRows rows = new AffineRows(next.size(), state.size(), isSelection(slot), budget, LAYER);
    for (int i = 0; i < next.size(); i++) {
      int index = circuit.gateOf(next.at(i));
      if (index > 0 && slots[index] == slot) {
        int row = next.at(i) - circuit.first(index);
        for (Gate.Term term : ((Gate.Affine) circuit.gate(index)).terms()) {
          rows.add(i, term, row, places);
        }
      } else {
        rows.copy(i, places[next.at(i)]);
      }
    }
    return rows.layer();
  }

  /** The same, of which only the weights that are there are stored. */
  private AffineLayer sparse(int slot, Wires next, long numbers) {
    SparseRows rows = new SparseRows(next.size(), state.size(), numbers, budget, LAYER);
    for (int i = 0; i < next.size(); i++) {
      int index = circuit.gateOf(next.at(i));
      if (index > 0 && slots[index] == slot) {
        for (Gate.Term term : ((Gate.Affine) circuit.gate(index)).terms()) {
          rows.add(i, term, next.at(i) - circuit.first(index), places);
        }
      } else {
        rows.copy(i, places[next.at(i)]);
      }
    }
    return rows.layer();
  }

  /** How many weights the layer of a slot has, each carried value included. */
  private long numbers(int slot, Wires next) {
    long numbers = next.size();
    for (int index : gatesOfSlot.get(slot)) {
      for (Gate.Term term : ((Gate.Affine) circuit.gate(index)).terms()) {
        numbers += term.layer().operator().products();
      }
    }
    return numbers;
  }

  private boolean isSelection(int slot) {
    for (int index : gatesOfSlot.get(slot)) {
      if (circuit.applied(index).filter(Flattener::isSelection).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSelection(Circuit.Applied applied) {
    return applied.layer() instanceof AffineLayer affine && affine.operator() instanceof Selection;
  }
}
