package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * The exact values of a network's wires on a set of inputs where they are shown to be constant, so
 * that a threshold that is exactly the value of a form of them is decided, whatever rounding does
 * to bounds.
 *
 * <p>By induction over the gates, a number is known where it is a fixed input; or a row of an
 * affine gate all of whose numbers with a weight other than 0 are known; or a piecewise linear
 * activation of a known number, or of one that stays where the activation is constant, as in a dead
 * ReLU. Arithmetic is exact, so the weights may be any doubles and scalings any fractions.
 */
final class ConstantWires {
  private final Ranges ranges;
  private final Stop stop;
  private final List<Optional<Rational>> known;

  private ConstantWires(List<Optional<Rational>> fixedInputs, Ranges ranges, Stop stop) {
    this.ranges = ranges;
    this.stop = stop;
    this.known = new ArrayList<>(fixedInputs);
  }

  /** What is known of the arguments of activations on the set. */
  interface Ranges {
    /** Contains all that enters a neuron of an activation gate. */
    Interval entering(int gate, int neuron);
  }

  /**
   * For each wire its value, if it is shown to be constant.
   *
   * @param fixedInputs for each input its value, if it is fixed
   */
  static List<Optional<Rational>> of(
      Network network, List<Optional<Rational>> fixedInputs, Ranges ranges, Stop stop) {
    ConstantWires wires = new ConstantWires(fixedInputs, ranges, stop);
    for (int g = 0; g < network.gates().size(); g++) {
      wires.add(network.gates().get(g), g);
    }
    return wires.known;
  }

  private void add(Gate gate, int index) {
    List<Optional<Rational>> values = new ArrayList<>();
    for (int i = 0; i < gate.size(); i++) {
      stop.check();
      values.add(
          gate instanceof Gate.Affine affine
              ? row(affine, i)
              : neuron((Gate.Activations) gate, index, i));
    }
    known.addAll(values);
  }

  private Optional<Rational> row(Gate.Affine gate, int row) {
    for (Gate.Term term : gate.terms()) {
      for (int k = 0; k < term.wires().size(); k++) {
        if (known.get(term.wires().at(k)).isEmpty() && term.layer().weight(row, k) != 0) {
          return Optional.empty();
        }
      }
    }
    Rational sum = Rational.ZERO;
    for (Gate.Term term : gate.terms()) {
      AffineLayer layer = term.layer();
      sum = sum.plus(Rational.ofDouble(layer.bias(row)));
      for (int k = 0; k < term.wires().size(); k++) {
        Optional<Rational> value = known.get(term.wires().at(k));
        if (layer.weight(row, k) != 0 && !value.get().isZero()) {
          sum = sum.plus(Rational.ofDouble(layer.weight(row, k)).times(value.get()));
        }
      }
    }
    return Optional.of(sum);
  }

  private Optional<Rational> neuron(Gate.Activations gate, int index, int neuron) {
    Activation activation = gate.layer().activation(neuron);
    if (!activation.isPiecewiseLinear()) {
      return Optional.empty();
    }
    Optional<Rational> argument = known.get(gate.wires().at(neuron));
    if (argument.isPresent()) {
      return argument.map(activation::applyExactly);
    }
    Interval range = ranges.entering(index, neuron);
    for (Section section : activation.sections()) {
      if (section.from() <= range.lower() && range.upper() <= section.to()) {
        return constant(activation, section);
      }
    }
    return Optional.empty();
  }

  /** The activation's value on a section, if it is the same all over it. */
  private static Optional<Rational> constant(Activation activation, Section section) {
    double finite = Double.isFinite(section.to()) ? section.to() : 0;
    double inside = Double.isFinite(section.from()) ? section.from() : finite;
    boolean isConstant =
        section.curvature() == Curvature.LINEAR
            && activation.encloseSlope(section, inside).equals(Interval.ZERO);
    return isConstant
        ? Optional.of(activation.applyExactly(Rational.ofDouble(inside)))
        : Optional.empty();
  }
}
