package surety.certificates.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

/**
 * A feed-forward network as a function over the reals from R^inputs to R^outputs: a graph of gates,
 * each of which takes numbers of the input and of the gates before it.
 *
 * <p>All numbers are counted through: the input's are wires 0 to inputs - 1, then come those of the
 * first gate, and so on. So a copy, a reordering or a part of a vector needs no gate, only other
 * {@link Wires}. Without gates the network selects from its inputs.
 *
 * @param inputs the number of inputs, at least one
 * @param gates each reads only wires before its own
 * @param output the wires that are the network's outputs, at least one
 * @param unevaluable why a runtime that evaluates it in floating-point numbers may do so in other
 *     steps than gate by gate, if that is so; over the reals it makes no difference
 */
public record Network(int inputs, List<Gate> gates, Wires output, Optional<String> unevaluable) {
  /** Exact values are at most about so many times as long as the inputs and weights. */
  private static final int MOST_DEGREE = 64;

  /** Checks that each gate, and the output, reads what there is before it. */
  public Network {
    gates = List.copyOf(gates);
    Objects.requireNonNull(unevaluable);
    if (inputs < 1) {
      throw new IllegalArgumentException("A network needs at least one input, not " + inputs);
    }
    int wires = inputs;
    for (int k = 0; k < gates.size(); k++) {
      for (Wires read : gates.get(k).inputs()) {
        requireBefore(read, wires, "Gate " + k);
      }
      wires = Math.addExact(wires, gates.get(k).size());
    }
    requireBefore(output, wires, "The output");
  }

  /** Of gates that stand for nothing but themselves. */
  public Network(int inputs, List<Gate> gates, Wires output) {
    this(inputs, gates, output, Optional.empty());
  }

  private static void requireBefore(Wires read, int wires, String reader) {
    if (read.size() == 0 || read.least() < 0 || read.greatest() >= wires) {
      throw new IllegalArgumentException(
          "%s reads wires %s, of which there are %d".formatted(reader, read, wires));
    }
  }

  /**
   * The composition of layers, first to last.
   *
   * @param layers the layers, each taking as many values as the one before it gives
   */
  public static Network chain(int inputs, List<? extends Layer> layers) {
    List<Gate> gates = new ArrayList<>();
    int first = 0;
    int size = inputs;
    for (Layer layer : layers) {
      gates.add(Gate.of(layer, Wires.range(first, size)));
      first += size;
      size = layer.outputs();
    }
    return new Network(inputs, gates, Wires.range(first, size));
  }

  /**
   * Networks of the same inputs as one: its outputs are theirs, one network after the other.
   *
   * @throws IllegalArgumentException if their numbers of inputs differ
   */
  public static Network sideBySide(List<Network> networks) {
    int inputs = networks.get(0).inputs;
    List<Gate> gates = new ArrayList<>();
    List<Wires> outputs = new ArrayList<>();
    int next = inputs;
    for (Network network : networks) {
      checkLength(network.inputs, inputs);
      int[] table = new int[network.wires()];
      for (int wire = 0; wire < table.length; wire++) {
        table[wire] = wire < inputs ? wire : next + wire - inputs;
      }
      network.gates.forEach(gate -> gates.add(gate.renamed(table)));
      outputs.add(network.output.renamed(table));
      next += table.length - inputs;
    }
    return networks.size() == 1
        ? networks.get(0)
        : new Network(
            inputs,
            gates,
            Wires.concat(outputs),
            networks.stream().flatMap(network -> network.unevaluable.stream()).findFirst());
  }

  /** The number of outputs. */
  public int outputs() {
    return output.size();
  }

  /** How many products it takes to evaluate it once. */
  public long products() {
    return gates.stream()
        .flatMap(gate -> terms(gate).stream())
        .mapToLong(term -> term.layer().operator().products())
        .sum();
  }

  /** The number of all wires. */
  public int wires() {
    return inputs + gates.stream().mapToInt(Gate::size).sum();
  }

  /**
   * The outputs in plain doubles, rounded to nearest at each step: an estimate, without any
   * guarantee (an overflow may even give infinities or NaN).
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   */
  public double[] evaluate(double[] x) {
    return output.of(evaluateWires(x));
  }

  /** The same for all wires. */
  public double[] evaluateWires(double[] x) {
    checkLength(x.length, inputs);
    double[] values = new double[wires()];
    System.arraycopy(x, 0, values, 0, inputs);
    int next = inputs;
    for (Gate gate : gates) {
      for (Gate.Term term : terms(gate)) {
        add(term.layer().evaluate(term.wires().of(values)), values, next);
      }
      if (gate instanceof Gate.Activations a) {
        add(a.layer().evaluate(a.wires().of(values)), values, next);
      }
      next += gate.size();
    }
    return values;
  }

  private static List<Gate.Term> terms(Gate gate) {
    return gate instanceof Gate.Affine affine ? affine.terms() : List.of();
  }

  private static void add(double[] term, double[] values, int first) {
    for (int i = 0; i < term.length; i++) {
      values[first + i] += term[i];
    }
  }

  /** Whether all gates are piecewise linear. */
  public boolean isPiecewiseLinear() {
    return activations()
        .flatMap(layer -> layer.activations().stream())
        .allMatch(Activation::isPiecewiseLinear);
  }

  /**
   * Whether {@link #evaluateExactly} works, with numbers of moderate length: all activations are
   * made of polynomials, and one behind the other they have no high degree.
   */
  public boolean isRational() {
    long degree = 1;
    for (ActivationLayer layer : activations().toList()) {
      int least = layer.activations().stream().mapToInt(Activation::degree).min().orElseThrow();
      int most = layer.activations().stream().mapToInt(Activation::degree).max().orElseThrow();
      degree *= least == 0 ? 0 : most;
      if (degree == 0 || degree > MOST_DEGREE) {
        return false;
      }
    }
    return true;
  }

  /** The activations of all gates, in order. */
  public Stream<ActivationLayer> activations() {
    return gates.stream()
        .filter(Gate.Activations.class::isInstance)
        .map(gate -> ((Gate.Activations) gate).layer());
  }

  /**
   * The outputs over the rationals, exactly.
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   * @throws UnsupportedOperationException if an activation is not made of polynomials: then the
   *     outputs at rational points are no rationals, and {@link #enclose} tells what is known
   */
  public Rational[] evaluateExactly(Rational[] x) {
    return evaluateExactly(x, Stop.NEVER);
  }

  /** The same, unless it is stopped: with long numbers it may take longer than anybody waits. */
  public Rational[] evaluateExactly(Rational[] x, Stop stop) {
    return output.of(evaluate(x, new Exactly(), stop), new Rational[0]);
  }

  /**
   * Encloses each output over all points of the box {@code x}; at a point, up to rounding. An end
   * is infinite where nothing is known, as after an overflow.
   *
   * <p><em>Why it is sound.</em> By induction over the gates: each one encloses its numbers for all
   * points of a box that contains the numbers before it. Over a wide box the result is loose, as it
   * forgets that neurons depend on each other.
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   */
  public Interval[] enclose(Interval[] x) {
    return enclose(x, Stop.NEVER);
  }

  /** The same, unless it is stopped. */
  public Interval[] enclose(Interval[] x, Stop stop) {
    return output.of(encloseWires(x, stop), new Interval[0]);
  }

  /** The same for all wires. */
  public List<Interval> encloseWires(Interval[] x, Stop stop) {
    return evaluate(x, new Enclosing(), stop);
  }

  /**
   * Encloses the numbers of a gate, which are added to those of all wires before it: so a network
   * can be enclosed while it grows.
   */
  public static void enclose(Gate gate, List<Interval> wires, Stop stop) {
    append(gate, wires, new Enclosing(), stop);
  }

  /** Numbers that a network can be evaluated with. */
  private interface Arithmetic<T> {
    T of(double x);

    T plus(T a, T b);

    T times(T x, double weight);

    T apply(Activation activation, T x);
  }

  private record Exactly() implements Arithmetic<Rational> {
    @Override
    public Rational of(double x) {
      return Rational.ofDouble(x);
    }

    @Override
    public Rational plus(Rational a, Rational b) {
      return a.plus(b);
    }

    @Override
    public Rational times(Rational x, double weight) {
      return x.times(Rational.ofDouble(weight));
    }

    @Override
    public Rational apply(Activation activation, Rational x) {
      return activation.applyExactly(x);
    }
  }

  private record Enclosing() implements Arithmetic<Interval> {
    @Override
    public Interval of(double x) {
      return Interval.of(x);
    }

    @Override
    public Interval plus(Interval a, Interval b) {
      return a.plus(b);
    }

    @Override
    public Interval times(Interval x, double weight) {
      return x.times(weight);
    }

    @Override
    public Interval apply(Activation activation, Interval x) {
      return activation.enclose(x);
    }
  }

  private <T> List<T> evaluate(T[] x, Arithmetic<T> arithmetic, Stop stop) {
    checkLength(x.length, inputs);
    List<T> values = new ArrayList<>(List.of(x));
    for (Gate gate : gates) {
      append(gate, values, arithmetic, stop);
    }
    return values;
  }

  private static <T> void append(Gate gate, List<T> values, Arithmetic<T> arithmetic, Stop stop) {
    for (int i = 0; i < gate.size(); i++) {
      stop.check();
      values.add(
          gate instanceof Gate.Activations a
              ? arithmetic.apply(a.layer().activation(i), values.get(a.wires().at(i)))
              : row((Gate.Affine) gate, i, values, arithmetic));
    }
  }

  private static <T> T row(Gate.Affine gate, int row, List<T> values, Arithmetic<T> arithmetic) {
    T sum = row(gate.terms().get(0), row, values, arithmetic);
    for (Gate.Term term : gate.terms().subList(1, gate.terms().size())) {
      sum = arithmetic.plus(sum, row(term, row, values, arithmetic));
    }
    return sum;
  }

  private static <T> T row(Gate.Term term, int row, List<T> values, Arithmetic<T> arithmetic) {
    LinearOperator operator = term.layer().operator();
    T sum = arithmetic.of(term.layer().bias(row));
    for (int k : operator.nonzeros(row)) {
      T x = values.get(term.wires().at(operator.column(row, k)));
      sum = arithmetic.plus(sum, arithmetic.times(x, operator.weight(row, k)));
    }
    return sum;
  }

  static void checkLength(int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "Expected a vector of %d elements, not %d".formatted(expected, actual));
    }
  }
}
