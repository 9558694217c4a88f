package surety.certificates.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.stop.Stop;

/**
 * A {@link Network} that grows gate by gate, with its numbering of wires. Reordering, copying and
 * leaving out numbers takes no gate, only other {@link Wires}.
 */
final class Circuit {

  private final int inputs;
  private final List<Gate> gates = new ArrayList<>();

  /** The first wire of each gate. */
  private final List<Integer> firsts = new ArrayList<>();

  private int wires;
  private Optional<String> unevaluable = Optional.empty();

  /** Enclosures of the numbers of the inputs and of the first gates, wherever the inputs are. */
  private final List<Interval> ranges = new ArrayList<>();

  private int gatesInRanges;

  Circuit(int inputs) {
    this.inputs = inputs;
    wires = inputs;
  }

  /** The network's input. */
  Wires input() {
    return Wires.range(0, inputs);
  }

  /** Notes why gates do not tell in which steps a runtime evaluates them; one reason is kept. */
  void unevaluable(Optional<String> reason) {
    unevaluable = unevaluable.or(() -> reason);
  }

  /** Adds a gate, whose inputs are wires of this circuit, and gives its outputs. */
  Wires add(Gate gate) {
    Wires outputs = Wires.range(wires, gate.size());
    firsts.add(wires);
    wires = Math.addExact(wires, gate.size());
    gates.add(gate);
    return outputs;
  }

  /** What a layer makes of some wires. */
  Wires apply(Layer layer, Wires from) {
    return add(Gate.of(layer, from));
  }

  /** {@code a left + b right}, of vectors of the same size. */
  Wires sum(double a, Wires left, double b, Wires right) {
    return add(
        new Gate.Affine(
            List.of(
                new Gate.Term(multiple(left.size(), a), left),
                new Gate.Term(multiple(right.size(), b), right))));
  }

  /** The gate whose results some wires are, all of them and in order; if there is one. */
  Optional<Gate> gate(Wires of) {
    int k = Collections.binarySearch(firsts, of.at(0));
    return k >= 0 && of.isRange(firsts.get(k), gates.get(k).size())
        ? Optional.of(gates.get(k))
        : Optional.empty();
  }

  /** For each of some wires what values it can have at all, whatever the inputs are. */
  List<Interval> ranges(Wires of) {
    if (ranges.isEmpty()) {
      ranges.addAll(Collections.nCopies(inputs, Interval.WHOLE));
    }
    while (gatesInRanges < gates.size()) {
      Network.enclose(gates.get(gatesInRanges), ranges, Stop.NEVER);
      gatesInRanges++;
    }
    return List.of(of.of(ranges, new Interval[0]));
  }

  private static AffineLayer multiple(int size, double factor) {
    double[] factors = new double[size];
    Arrays.fill(factors, factor);
    return AffineLayer.diagonal(factors, new double[size]);
  }

  /**
   * The network of the gates that some wires, its outputs, need. Constants that are added to what
   * an affine gate without biases gives, and nothing else reads, become its biases: so a product
   * and the sum behind it are one gate.
   */
  Network network(Wires output) {
    int[] uses = uses(output);
    int[] numbers = new int[wires];
    Arrays.setAll(numbers, wire -> wire); // right for the inputs, and replaced for all others
    Deque<Gate> network = new ArrayDeque<>();
    int next = inputs;
    int first = inputs;
    for (Gate gate : gates) {
      if (isUsed(gate, first, uses)) {
        Gate renamed = gate.renamed(numbers);
        if (onlyAddsBiases(gate, uses) && takesBiases(network.peekLast(), renamed, next)) {
          next -= gate.size();
          renamed = biased((Gate.Affine) network.removeLast(), (Gate.Affine) renamed);
        }
        network.add(renamed);
        for (int i = 0; i < gate.size(); i++) {
          numbers[first + i] = next++;
        }
      }
      first += gate.size();
    }
    return new Network(inputs, List.copyOf(network), output.renamed(numbers), unevaluable);
  }

  /** For each wire how often it is read by the outputs and by what they need. */
  private int[] uses(Wires output) {
    int[] uses = new int[wires];
    count(output, uses);
    int first = wires;
    for (int k = gates.size() - 1; k >= 0; k--) {
      first -= gates.get(k).size();
      if (isUsed(gates.get(k), first, uses)) {
        gates.get(k).inputs().forEach(each -> count(each, uses));
      }
    }
    return uses;
  }

  private static void count(Wires some, int[] uses) {
    for (int i = 0; i < some.size(); i++) {
      uses[some.at(i)]++;
    }
  }

  private static boolean isUsed(Gate gate, int first, int[] uses) {
    return Arrays.stream(uses, first, first + gate.size()).anyMatch(count -> count > 0);
  }

  /** Whether a gate is constants plus wires that nothing else reads. */
  private static boolean onlyAddsBiases(Gate gate, int[] uses) {
    return gate instanceof Gate.Affine affine
        && affine.terms().size() == 1
        && affine.terms().get(0).layer().isShift()
        && readsAlone(affine.terms().get(0).wires(), uses);
  }

  private static boolean readsAlone(Wires some, int[] uses) {
    return IntStream.range(0, some.size()).allMatch(i -> uses[some.at(i)] == 1);
  }

  /** Whether a gate before wire {@code next} is affine, has no biases, and is all that is read. */
  private static boolean takesBiases(Gate before, Gate gate, int next) {
    return before instanceof Gate.Affine affine
        && affine.terms().stream().allMatch(term -> term.layer().isLinear())
        && gate.inputs().get(0).isRange(next - before.size(), before.size());
  }

  private static Gate biased(Gate.Affine linear, Gate.Affine shift) {
    AffineLayer added = shift.terms().get(0).layer();
    double[] biases = new double[added.rows()];
    Arrays.setAll(biases, added::bias);
    List<Gate.Term> terms = new ArrayList<>(linear.terms());
    Gate.Term first = terms.get(0);
    terms.set(0, new Gate.Term(first.layer().withBiases(biases), first.wires()));
    return new Gate.Affine(terms);
  }
}
