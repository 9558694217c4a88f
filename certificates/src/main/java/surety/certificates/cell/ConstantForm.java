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
import surety.certificates.network.Wires;

/**
 * The exact value of a form of a network's outputs on a set of inputs where it is shown to be
 * constant, so that a threshold that is exactly this value is decided, whatever rounding does to
 * bounds.
 *
 * <p>By induction over the gates, a number is known where it is a fixed input; or a row of an
 * affine gate all of whose numbers with a weight other than 0 are known; or a piecewise linear
 * activation of a known number, or of one that stays where the activation is constant, as in a dead
 * ReLU. Arithmetic is exact, so the weights may be any doubles and scalings any fractions.
 */
final class ConstantForm {
  private final FormRange form;
  private final Ranges ranges;
  private final List<Optional<Rational>> known = new ArrayList<>();

  private ConstantForm(FormRange form, Ranges ranges) {
    this.form = form;
    this.ranges = ranges;
  }

  /** What is known of the arguments of activations on the set. */
  interface Ranges {
    /** Contains all that enters a neuron of an activation gate. */
    Interval entering(int gate, int neuron);
  }

  /** The value, if the form is shown to be constant. */
  static Optional<Rational> of(FormRange form, Ranges ranges) {
    return new ConstantForm(form, ranges).value();
  }

  private Optional<Rational> value() {
    known.addAll(form.fixedInputs());
    List<Gate> gates = form.network().gates();
    for (int g = 0; g < gates.size(); g++) {
      for (int i = 0; i < gates.get(g).size(); i++) {
        form.stop().check();
        known.add(
            gates.get(g) instanceof Gate.Affine affine
                ? row(affine, i)
                : neuron((Gate.Activations) gates.get(g), g, i));
      }
    }
    Rational sum = Rational.ZERO;
    Wires output = form.network().output();
    for (int k = 0; k < output.size(); k++) {
      Rational coefficient = form.form().coefficients().get(k);
      Optional<Rational> value = known.get(output.at(k));
      if (!coefficient.isZero() && value.isEmpty()) {
        return Optional.empty();
      }
      sum = coefficient.isZero() ? sum : sum.plus(coefficient.times(value.get()));
    }
    return Optional.of(form.negated() ? sum.negate() : sum);
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
