package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * The exact functions that a network's wires are of its inputs, where they are shown to be affine
 * on a set of inputs, which may be unbounded. Intervals forget that slopes cancel: {@code relu(x) -
 * relu(x - 1)} is 1 wherever x is beyond 1, and intervals only know that it is a difference of two
 * large numbers.
 *
 * <p>By induction over the gates, a wire is an affine function where it is an input; or a row of an
 * affine gate all of whose wires with a weight other than 0 are; or an activation whose argument
 * stays in a section on which the activation is {@code f(p) + s (x - p)} with a slope s and a point
 * p that are known exactly, if the argument is such a function or s is 0. Arithmetic is exact.
 */
final class AffineWires {
  private final List<Interval> ranges;
  private final List<Optional<Function>> known = new ArrayList<>();
  private final int inputs;

  /** More operations than these are not spent on exact functions. */
  private static final long MOST_PRODUCTS = 500_000;

  /** Whether they are found in little time. */
  static boolean areCheap(Network network) {
    return network.products() * network.inputs() <= MOST_PRODUCTS;
  }

  private AffineWires(Network network, List<Interval> ranges) {
    this.inputs = network.inputs();
    this.ranges = ranges;
  }

  /** {@code sum_k slopes[k] x_k + constant}, exactly. */
  record Function(List<Rational> slopes, Rational constant) {
    /** Keeps its own list. */
    Function {
      slopes = List.copyOf(slopes);
    }

    private Function plus(Function other, Rational factor) {
      List<Rational> sums = new ArrayList<>(slopes.size());
      for (int k = 0; k < slopes.size(); k++) {
        Rational slope = other.slopes.get(k);
        sums.add(slope.isZero() ? slopes.get(k) : slopes.get(k).plus(slope.times(factor)));
      }
      return new Function(sums, constant.plus(other.constant.times(factor)));
    }

    /** The value, if it does not depend on an input. */
    Optional<Rational> value() {
      return slopes.stream().allMatch(Rational::isZero) ? Optional.of(constant) : Optional.empty();
    }

    /** Contains all values where each input is in its range. */
    Interval over(List<Interval> inputs) {
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
   * Finds them.
   *
   * @param fixedInputs for each input its value, if it is fixed
   * @param ranges contain all values of each wire on the set
   */
  static AffineWires of(
      Network network, List<Optional<Rational>> fixedInputs, List<Interval> ranges, Stop stop) {
    AffineWires wires = new AffineWires(network, ranges);
    for (int k = 0; k < network.inputs(); k++) {
      wires.known.add(Optional.of(wires.input(k, fixedInputs.get(k))));
    }
    for (Gate gate : network.gates()) {
      List<Optional<Function>> functions = new ArrayList<>();
      for (int i = 0; i < gate.size(); i++) {
        stop.check();
        functions.add(
            gate instanceof Gate.Affine affine
                ? wires.row(affine, i)
                : wires.neuron((Gate.Activations) gate, i));
      }
      wires.known.addAll(functions);
    }
    return wires;
  }

  /** What a form of the wires is. */
  Optional<Function> function(WireForm form) {
    Function sum = constant(form.bias());
    for (Map.Entry<Integer, Dyadic> entry : form.weights().entrySet()) {
      if (entry.getValue().signum() != 0) {
        Optional<Function> wire = known.get(entry.getKey());
        if (wire.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(wire.get(), form.weight(entry.getKey()));
      }
    }
    return Optional.of(sum);
  }

  private Function constant(Rational value) {
    return new Function(Collections.nCopies(inputs, Rational.ZERO), value);
  }

  private Function input(int k, Optional<Rational> fixed) {
    if (fixed.isPresent()) {
      return constant(fixed.get());
    }
    List<Rational> slopes = new ArrayList<>(Collections.nCopies(inputs, Rational.ZERO));
    slopes.set(k, Rational.ONE);
    return new Function(slopes, Rational.ZERO);
  }

  private Optional<Function> row(Gate.Affine gate, int row) {
    for (Gate.Term term : gate.terms()) {
      for (int k = 0; k < term.wires().size(); k++) {
        if (known.get(term.wires().at(k)).isEmpty() && term.layer().weight(row, k) != 0) {
          return Optional.empty();
        }
      }
    }
    Function sum = constant(Rational.ZERO);
    for (Gate.Term term : gate.terms()) {
      sum = sum.plus(constant(Rational.ofDouble(term.layer().bias(row))), Rational.ONE);
      for (int k = 0; k < term.wires().size(); k++) {
        double weight = term.layer().weight(row, k);
        if (weight != 0) {
          sum = sum.plus(known.get(term.wires().at(k)).get(), Rational.ofDouble(weight));
        }
      }
    }
    return Optional.of(sum);
  }

  private Optional<Function> neuron(Gate.Activations gate, int neuron) {
    int wire = gate.wires().at(neuron);
    Activation activation = gate.layer().activation(neuron);
    if (!activation.isPiecewiseLinear()) {
      return Optional.empty();
    }
    Optional<Function> argument = known.get(wire);
    Interval exact = argument.map(f -> f.over(ranges)).orElse(Interval.WHOLE);
    double lower = Math.max(exact.lower(), ranges.get(wire).lower());
    double upper = Math.min(exact.upper(), ranges.get(wire).upper());
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
    if (section.curvature() != Curvature.LINEAR || !slope.isPoint()) {
      return Optional.empty();
    }
    Rational p = Rational.ofDouble(inside);
    Rational s = Rational.ofDouble(slope.lower());
    Function atZero = constant(activation.applyExactly(p).minus(p.times(s)));
    return s.isZero() ? Optional.of(atZero) : argument.map(x -> atZero.plus(x, s));
  }
}
