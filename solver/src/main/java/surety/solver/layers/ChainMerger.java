package surety.solver.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Exact;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Selection;
import surety.certificates.network.Wires;

/**
 * The same circuit with fewer gates: a chain of gates, each of which is all that its successor
 * takes and is taken by nothing else, goes through the {@link LayerMerger}, and a sum takes in the
 * affine gates that only it uses. What the output does not need is dropped. A graph without
 * branches is one chain.
 */
final class ChainMerger {

  private static final int NOBODY = -1;
  private static final int MANY = -2;

  /** A sum of more terms is not taken into another one: the time that it takes stays linear. */
  private static final int MOST_TERMS = 16;

  private final Circuit circuit;
  private final Wires output;
  private final Budget budget;
  private final Circuit merged;

  /** For each gate the only gate that uses it; the circuit's size stands for the output. */
  private final int[] users;

  /** For each wire of a chain's last gate what it is in the merged circuit. */
  private final int[] renamed;

  private final List<Chain> chains = new ArrayList<>();

  private ChainMerger(Circuit circuit, Wires output, Budget budget) {
    this.circuit = circuit;
    this.output = output;
    this.budget = budget;
    merged = new Circuit(circuit.width(0));
    users = new int[circuit.size()];
    renamed = new int[circuit.wires()];
  }

  /**
   * What is left.
   *
   * @param branched whether it is anything but one chain
   * @param output those wires of the circuit that are the network's output
   */
  record Result(Circuit circuit, Wires output, boolean branched) {}

  static Result merge(Circuit circuit, Wires output, Budget budget) {
    return new ChainMerger(circuit, output, budget).merge();
  }

  /** Gates one behind the other, by number, and the layers between them and behind them. */
  private static final class Chain {
    final int head;
    int last;
    final List<Layer> layers = new ArrayList<>();

    Chain(int head) {
      this.head = head;
      last = head;
    }
  }

  private Result merge() {
    findUsers();
    Chain[] chainOf = new Chain[circuit.size()];
    for (int index = 0; index < circuit.size(); index++) {
      if (users[index] != NOBODY || index == 0) {
        chainOf[index] = chain(index, chainOf);
      }
    }
    Optional<Chain> before = onlyUse(output, circuit.size()).map(gate -> chainOf[gate]);
    if (before.isPresent()) {
      reorder(before.get(), output);
    }
    Wires end = Wires.range(0, merged.wires());
    for (Chain chain : chains) {
      Wires result = finish(chain);
      end = before.isPresent() && before.get().equals(chain) ? result : end;
      if (before.isEmpty() || !before.get().equals(chain)) {
        for (int i = 0; i < result.size(); i++) {
          renamed[circuit.first(chain.last) + i] = result.at(i);
        }
      }
    }
    return new Result(
        merged, before.isPresent() ? end : output.renamed(renamed), chains.size() > 1);
  }

  private void findUsers() {
    Arrays.fill(users, NOBODY);
    use(output, circuit.size());
    for (int index = circuit.size() - 1; index >= 0; index--) {
      if (users[index] != NOBODY) {
        for (Wires inputs : circuit.inputs(index)) {
          use(inputs, index);
        }
      }
    }
  }

  private void use(Wires wires, int user) {
    for (int gate : circuit.gatesOf(wires)) {
      users[gate] = users[gate] == NOBODY || users[gate] == user ? user : MANY;
    }
  }

  /** The gate that all of the wires belong to, if nothing but {@code user} uses it. */
  private Optional<Integer> onlyUse(Wires wires, int user) {
    int[] gates = circuit.gatesOf(wires);
    return gates.length == 1 && users[gates[0]] == user ? Optional.of(gates[0]) : Optional.empty();
  }

  /** The chain that a gate prolongs or begins. */
  private Chain chain(int index, Chain[] chainOf) {
    Optional<Circuit.Applied> applied = circuit.applied(index);
    if (applied.isPresent()) {
      Optional<Integer> before = onlyUse(applied.get().inputs(), index);
      if (before.isPresent()) {
        Chain chain = chainOf[before.get()];
        reorder(chain, applied.get().inputs());
        chain.layers.add(applied.get().layer());
        chain.last = index;
        return chain;
      }
    }
    Chain chain = new Chain(index);
    applied.ifPresent(head -> chain.layers.add(head.layer()));
    chains.add(chain);
    return chain;
  }

  /** Appends the layer that makes {@code wires} of a chain's outputs, if it takes one. */
  private void reorder(Chain chain, Wires wires) {
    if (!circuit.areOutputs(wires, chain.last)) {
      budget.spend(3L * wires.size(), "a reordering");
      int columns = circuit.width(chain.last);
      chain.layers.add(Selections.of(columns, wires.minus(circuit.first(chain.last))));
    }
  }

  /** Puts the layers of a chain into the merged circuit and gives the wires of its end. */
  private Wires finish(Chain chain) {
    Optional<Circuit.Applied> head = circuit.applied(chain.head);
    Wires wires;
    if (head.isPresent()) {
      wires = head.get().inputs().renamed(renamed);
    } else if (chain.head > 0) {
      wires = merged.add(sum((Gate.Affine) circuit.gate(chain.head), chain.head));
    } else {
      wires = merged.outputs(0);
    }
    for (Layer layer : LayerMerger.merge(chain.layers, budget)) {
      if (layer instanceof AffineLayer affine
          && !(affine.operator() instanceof Selection)
          && wires.set().size() < wires.size()) {
        // The weights of a repeated wire need not have an exact sum.
        budget.spend(3L * wires.size(), "a repetition");
        wires = merged.apply(Selections.identity(wires.size()), wires);
      }
      wires = merged.apply(layer, wires);
    }
    return wires;
  }

  /** A term of a sum, or its negative. */
  private record Part(boolean negative, Gate.Term term) {
    double bias(int row) {
      double bias = term.layer().bias(row);
      return negative ? -bias : bias;
    }

    Set<Integer> wires() {
      return term.wires().set();
    }

    Gate.Term signed() {
      return negative ? new Gate.Term(Selections.negative(term.layer()), term.wires()) : term;
    }
  }

  /**
   * A sum of copies with the affine gates that only it uses taken into it, where their biases have
   * exact sums and where no wire comes in twice.
   */
  private Gate.Affine sum(Gate.Affine sum, int index) {
    List<List<Part>> parts = new ArrayList<>();
    for (Gate.Term term : sum.terms()) {
      parts.add(inlined(term, index));
    }
    Set<Integer> twice = repeated(parts);
    double[] biases = new double[sum.size()];
    List<Gate.Term> terms = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Gate.Term given = sum.terms().get(i);
      boolean inline =
          parts.get(i).stream().allMatch(part -> Collections.disjoint(part.wires(), twice))
              && budget.trySpend(numbers(parts.get(i), sum.size()))
              && addExactly(biases, parts.get(i));
      terms.addAll(
          inline
              ? parts.get(i).stream().map(Part::signed).toList()
              : List.of(new Gate.Term(given.layer(), given.wires().renamed(renamed))));
    }
    return new Gate.Affine(terms);
  }

  private static Set<Integer> repeated(List<List<Part>> parts) {
    Set<Integer> once = new HashSet<>();
    Set<Integer> twice = new HashSet<>();
    for (Part part : parts.stream().flatMap(List::stream).toList()) {
      for (int wire : part.wires()) {
        if (!once.add(wire)) {
          twice.add(wire);
        }
      }
    }
    return twice;
  }

  /** What it takes to add up the biases of some terms and to turn the signs of some. */
  private static long numbers(List<Part> parts, int size) {
    return (long) parts.size() * size
        + parts.stream()
            .filter(Part::negative)
            .mapToLong(part -> Budget.numbers(part.term().layer()))
            .sum();
  }

  /** The terms that a gate's own sum would contribute instead of its outputs, or those. */
  private List<Part> inlined(Gate.Term term, int user) {
    boolean negative = Selections.sign(term.layer()) < 0;
    Wires inputs = term.wires().renamed(renamed);
    Optional<Integer> old = onlyUse(term.wires(), user);
    if (old.isPresent() && circuit.areOutputs(term.wires(), old.get())) {
      int index = merged.gatesOf(inputs)[0];
      if (index > 0
          && merged.gate(index) instanceof Gate.Affine affine
          && affine.terms().size() <= MOST_TERMS
          && merged.areOutputs(inputs, index)) {
        return affine.terms().stream().map(inner -> new Part(negative, inner)).toList();
      }
    }
    return List.of(new Part(false, new Gate.Term(term.layer(), inputs)));
  }

  /** Adds the biases of some terms, or leaves everything as it is if that would round. */
  private static boolean addExactly(double[] sums, List<Part> parts) {
    double[] added = sums.clone();
    for (Part part : parts) {
      for (int row = 0; row < added.length; row++) {
        double bias = part.bias(row);
        if (!Exact.sum(added[row], bias)) {
          return false;
        }
        added[row] += bias;
      }
    }
    System.arraycopy(added, 0, sums, 0, added.length);
    return true;
  }
}
