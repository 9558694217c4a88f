package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Floored;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.stop.Stop;

/**
 * A network whose {@code 1 / (1 + e^d_1 + ... + e^d_k)} and {@code ln(1 + e^d_1 + ... + e^d_k)} are
 * written without exponentials and quotients: with {@code m = ln(e^d_1 + ... + e^d_k)} they are the
 * logistic function of -m and the softplus of m. This is what softmax, log softmax and the
 * logarithm of a sum of exponentials are read as. Over the reals it is the same function; but
 * exponentials and their sums have huge ranges, over which a few segments bound nothing.
 */
final class ExponentialSums {
  /** More summands in one gate are left as they are: matrices have so many rows and columns. */
  private static final int MOST_SUMMANDS = 1024;

  /** Wires that are looked at for one sum. */
  private static final int MOST_STEPS = 1 << 14;

  private static final int DEEPEST = 64;

  private final Network network;
  private final int[] gateOf;
  private final int[] firstOf;

  /** For each wire of the network what it is in the new one. */
  private final int[] renamed;

  private final List<Gate> gates = new ArrayList<>();
  private int wires;

  /** Of all wires, once they are asked for. */
  private List<Interval> ranges = List.of();

  private ExponentialSums(Network network) {
    this.network = network;
    gateOf = new int[network.wires()];
    firstOf = new int[network.gates().size()];
    renamed = new int[network.wires()];
    wires = network.inputs();
    int next = network.inputs();
    for (int g = 0; g < firstOf.length; g++) {
      firstOf[g] = next;
      for (int i = 0; i < network.gates().get(g).size(); i++) {
        gateOf[next++] = g;
      }
    }
  }

  /** The same function without them; the same network if there are none. */
  static Network without(Network network) {
    ExponentialSums sums = new ExponentialSums(network);
    for (int wire = 0; wire < network.inputs(); wire++) {
      sums.renamed[wire] = wire;
    }
    for (int g = 0; g < sums.firstOf.length; g++) {
      Gate gate = network.gates().get(g);
      Wires given = sums.rewritten(gate).orElseGet(() -> sums.add(gate.renamed(sums.renamed)));
      for (int i = 0; i < given.size(); i++) {
        sums.renamed[sums.firstOf[g] + i] = given.at(i);
      }
    }
    return sums.gates.size() == network.gates().size()
        ? network
        : new Network(
            network.inputs(),
            sums.gates,
            network.output().renamed(sums.renamed),
            network.unevaluable());
  }

  private Wires add(Gate gate) {
    gates.add(gate);
    Wires given = Wires.range(wires, gate.size());
    wires += gate.size();
    return given;
  }

  /** The new form of a gate, all of whose neurons are functions of such sums. */
  private Optional<Wires> rewritten(Gate gate) {
    if (!(gate instanceof Gate.Activations functions)) {
      return Optional.empty();
    }
    List<ComposedFunction> logarithms = new ArrayList<>();
    List<Integer> exponents = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      Summands summands = new Summands();
      if (!isOfSum(functions.layer().activation(i))
          || !summands.add(functions.wires().at(i), 0)
          || !summands.areAbove(functions.layer().activation(i))
          || exponents.size() + summands.exponents.size() > MOST_SUMMANDS) {
        return Optional.empty();
      }
      exponents.addAll(summands.exponents);
      logarithms.add(ComposedFunction.logOfSum(summands.exponents.size()));
    }
    ComposedFunction all =
        ComposedFunction.beside(logarithms).then(ofLogarithms(functions.layer()));
    Wires given = Wires.of(exponents.stream().mapToInt(wire -> renamed[wire]).toArray());
    for (Layer layer : all.network().layers()) {
      given = add(Gate.of(layer, given));
    }
    return Optional.of(given);
  }

  /** What functions of the sums are of the logarithms of the sums less 1. */
  private static ComposedFunction ofLogarithms(ActivationLayer functions) {
    double[] signs = new double[functions.outputs()];
    List<Activation> activations = new ArrayList<>();
    for (int i = 0; i < signs.length; i++) {
      boolean isReciprocal = inner(functions.activation(i)).equals(Activation.RECIPROCAL);
      signs[i] = isReciprocal ? -1 : 1;
      activations.add(isReciprocal ? Activation.SIGMOID : Activation.SOFTPLUS);
    }
    return ComposedFunction.of(AffineLayer.diagonal(signs, new double[signs.length]))
        .then(ComposedFunction.of(new ActivationLayer(activations)));
  }

  /** Whether it is a function of which there is another form. */
  private static boolean isOfSum(Activation activation) {
    return inner(activation).equals(Activation.RECIPROCAL)
        || inner(activation).equals(Activation.LOG);
  }

  private List<Interval> ranges() {
    if (ranges.isEmpty()) {
      Interval[] anything = new Interval[network.inputs()];
      Arrays.fill(anything, Interval.WHOLE);
      ranges = network.encloseWires(anything, Stop.NEVER);
    }
    return ranges;
  }

  private static Activation inner(Activation activation) {
    return activation instanceof Floored floored ? floored.function() : activation;
  }

  /** A wire as the sum of a constant and of exponentials of others. */
  private final class Summands {
    private final List<Integer> exponents = new ArrayList<>();
    private final List<Integer> powers = new ArrayList<>();
    private int constant;
    private int steps;

    /** Adds a wire; false if it is anything else. */
    boolean add(int wire, int depth) {
      steps++;
      if (wire < network.inputs() || depth > DEEPEST || steps > MOST_STEPS) {
        return false;
      }
      int row = wire - firstOf[gateOf[wire]];
      if (network.gates().get(gateOf[wire]) instanceof Gate.Activations exponentials) {
        exponents.add(exponentials.wires().at(row));
        powers.add(wire);
        return exponentials.layer().activation(row).equals(Activation.EXP);
      }
      Gate.Affine sum = (Gate.Affine) network.gates().get(gateOf[wire]);
      return sum.terms().stream().allMatch(term -> add(term, row, depth + 1));
    }

    private boolean add(Gate.Term term, int row, int depth) {
      double bias = term.layer().bias(row);
      if (bias != 0 && bias != 1) {
        return false;
      }
      constant += (int) bias;
      LinearOperator operator = term.layer().operator();
      for (int k : operator.nonzeros(row)) {
        if (operator.weight(row, k) != 1 || !add(term.wires().at(operator.column(row, k)), depth)) {
          return false;
        }
      }
      return true;
    }

    /**
     * Whether the constant is 1 and the sum never below the floor that a function may have: it is
     * above 1, and what the enclosures of all exponentials, whatever the inputs are, tell besides.
     */
    boolean areAbove(Activation function) {
      if (constant != 1 || exponents.isEmpty()) {
        return false;
      }
      if (!(function instanceof Floored floored) || floored.floor() <= 1) {
        return true;
      }
      Interval sum = Interval.ZERO;
      for (int power : powers) {
        sum = sum.plus(ranges().get(power));
      }
      return floored.floor() <= sum.plus(1).lower();
    }
  }
}
