package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.Arguments;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * What a network's wires are exactly, where they are shown to be affine functions of its inputs on
 * a set of inputs, which may be unbounded. So a threshold that is exactly the value of a form that
 * is constant there is decided, whatever rounding does to bounds; and slopes cancel, which
 * intervals forget: {@code relu(x) - relu(x - 1)} is 1 wherever x is beyond 1, and intervals only
 * know that it is a difference of two large numbers.
 *
 * <p>By induction over the gates, a wire is an affine function where it is a fixed input, or one
 * that is a variable; or a row of an affine gate all of whose wires with a weight other than 0 are;
 * or a piecewise linear activation of a known number; or an activation whose argument stays in a
 * section on which the activation is {@code f(p) + s (x - p)} with a slope s and a point p that are
 * known exactly, if the argument is such a function or s is 0, as in a dead ReLU. Arithmetic is
 * exact. Without variables all functions are constants, which are found in little time.
 */
public final class ExactWires {
  /** More operations than these are not spent on functions that are not constant. */
  private static final long MOST_PRODUCTS = 500_000;

  private final List<Interval> variables;
  private final Arguments ranges;
  private final Stop stop;
  private final List<Optional<Function>> known = new ArrayList<>();

  private ExactWires(List<Interval> variables, Arguments ranges, Stop stop) {
    this.variables = variables;
    this.ranges = ranges;
    this.stop = stop;
  }

  /** {@code sum_k slopes[k] x_k + constant}, exactly. */
  public record Function(List<Rational> slopes, Rational constant) {
    /** Keeps its own list. */
    public Function {
      slopes = List.copyOf(slopes);
    }

    private Function plus(Function other, Rational factor) {
      List<Rational> sums = new ArrayList<>(slopes.size());
      for (int k = 0; k < slopes.size(); k++) {
        sums.add(plus(slopes.get(k), other.slopes.get(k), factor));
      }
      return new Function(sums, plus(constant, other.constant, factor));
    }

    private static Rational plus(Rational sum, Rational x, Rational factor) {
      return x.isZero() ? sum : sum.plus(x.times(factor));
    }

    /** The value, if it does not depend on an input. */
    Optional<Rational> value() {
      return slopes.stream().allMatch(Rational::isZero) ? Optional.of(constant) : Optional.empty();
    }

    /** Contains all values where each input is in its range. */
    public Interval over(List<Interval> inputs) {
      Interval sum = Interval.of(constant);
      for (int k = 0; k < slopes.size(); k++) {
        if (!slopes.get(k).isZero()) {
          sum = sum.plus(inputs.get(k).times(Interval.of(slopes.get(k))));
        }
      }
      return sum;
    }
  }

  /**
   * The functions of the inputs that wires are; of a large network only the constant ones.
   *
   * @param fixedInputs for each input its value, if it is fixed
   * @param wires contain all values of each wire on the set
   */
  public static ExactWires of(
      Network network, List<Optional<Rational>> fixedInputs, List<Interval> wires, Stop stop) {
    Arguments ranges =
        (gate, neuron) ->
            wires.get(((Gate.Activations) network.gates().get(gate)).wires().at(neuron));
    // The inputs have a slope for each input, so that many cost much even without any product.
    if (Math.max(network.products(), network.inputs()) * network.inputs() > MOST_PRODUCTS) {
      return constants(network, fixedInputs, ranges, stop);
    }
    ExactWires exact = new ExactWires(wires.subList(0, network.inputs()), ranges, stop);
    for (int k = 0; k < network.inputs(); k++) {
      Function variable = exact.variable(k);
      exact.known.add(fixedInputs.get(k).map(exact::constant).or(() -> Optional.of(variable)));
    }
    exact.addGates(network);
    return exact;
  }

  /** The constants that wires are. */
  static ExactWires constants(
      Network network, List<Optional<Rational>> fixedInputs, Arguments ranges, Stop stop) {
    ExactWires exact = new ExactWires(List.of(), ranges, stop);
    fixedInputs.forEach(value -> exact.known.add(value.map(exact::constant)));
    exact.addGates(network);
    return exact;
  }

  /** What a wire is. */
  public Optional<Function> function(int wire) {
    return known.get(wire);
  }

  /** What a form of the wires is. */
  public Optional<Function> function(WireForm form) {
    for (int wire : form.weights().keySet()) {
      if (known.get(wire).isEmpty()) {
        return Optional.empty(); // mostly, and long before any fraction is reduced
      }
    }
    Function sum = constant(form.bias());
    for (int wire : form.weights().keySet()) {
      sum = sum.plus(known.get(wire).orElseThrow(), form.weight(wire));
    }
    return Optional.of(sum);
  }

  private Function constant(Rational value) {
    return new Function(Collections.nCopies(variables.size(), Rational.ZERO), value);
  }

  private Function variable(int k) {
    List<Rational> slopes = new ArrayList<>(Collections.nCopies(variables.size(), Rational.ZERO));
    slopes.set(k, Rational.ONE);
    return new Function(slopes, Rational.ZERO);
  }

  private void addGates(Network network) {
    for (int g = 0; g < network.gates().size(); g++) {
      Gate gate = network.gates().get(g);
      List<Optional<Function>> functions = new ArrayList<>();
      for (int i = 0; i < gate.size(); i++) {
        stop.check();
        functions.add(
            gate instanceof Gate.Affine affine
                ? row(affine, i)
                : neuron((Gate.Activations) gate, g, i));
      }
      known.addAll(functions);
    }
  }

  private Optional<Function> row(Gate.Affine gate, int row) {
    for (Gate.Term term : gate.terms()) {
      LinearOperator operator = term.layer().operator();
      for (int k = 0; k < operator.entries(row); k++) {
        int wire = term.wires().at(operator.column(row, k));
        if (known.get(wire).isEmpty() && operator.weight(row, k) != 0) {
          return Optional.empty();
        }
      }
    }
    Function sum = constant(Rational.ZERO);
    for (Gate.Term term : gate.terms()) {
      LinearOperator operator = term.layer().operator();
      sum = sum.plus(constant(Rational.ofDouble(term.layer().bias(row))), Rational.ONE);
      for (int k : operator.nonzeros(row)) {
        Function wire = known.get(term.wires().at(operator.column(row, k))).orElseThrow();
        sum = sum.plus(wire, Rational.ofDouble(operator.weight(row, k)));
      }
    }
    return Optional.of(sum);
  }

  private Optional<Function> neuron(Gate.Activations gate, int index, int neuron) {
    Activation activation = gate.layer().activation(neuron);
    if (!activation.isPiecewiseLinear()) {
      return Optional.empty();
    }
    Optional<Function> argument = known.get(gate.wires().at(neuron));
    Optional<Rational> value = argument.flatMap(Function::value);
    if (value.isPresent()) {
      return value.map(activation::applyExactly).map(this::constant);
    }
    Interval exact = argument.map(f -> f.over(variables)).orElse(Interval.WHOLE);
    Interval range = ranges.entering(index, neuron);
    double lower = Math.max(exact.lower(), range.lower());
    double upper = Math.min(exact.upper(), range.upper());
    for (Section section : activation.sections()) {
      if (section.from() <= lower && upper <= section.to()) {
        return on(activation, section, argument);
      }
    }
    return Optional.empty();
  }

  private Optional<Function> on(
      Activation activation, Section section, Optional<Function> argument) {
    double finite = Double.isFinite(section.to()) ? section.to() : 0;
    double inside = Double.isFinite(section.from()) ? section.from() : finite;
    Interval slope = activation.encloseSlope(section, inside);
    boolean isConstant = slope.equals(Interval.ZERO);
    if (!slope.isPoint() || (argument.isEmpty() && !isConstant)) {
      return Optional.empty();
    }
    Rational p = Rational.ofDouble(inside);
    Rational s = Rational.ofDouble(slope.lower());
    Function atZero = constant(activation.applyExactly(p).minus(p.times(s)));
    return isConstant ? Optional.of(atZero) : argument.map(x -> atZero.plus(x, s));
  }
}
