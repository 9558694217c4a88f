package surety.certificates.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Clip;
import surety.certificates.activation.Relu;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;

/**
 * A ReLU or Clip at the very end of what is compared with thresholds: {@code g = min(max(h, L), U)}
 * where h is the same function without that activation. Such a g may have the values L and U with
 * positive probabilities, and bounds of g that are but a rounding error above L do not show {@code
 * g <= L}. Those of h do not have that problem, and comparing h is as good.
 *
 * <p>Where g is {@code c f(z) + b} with f clamping to [l, u] and c > 0, L is {@code c l + b} and U
 * is {@code c u + b}, because {@code x -> c x + b} does not decrease; with c < 0 they change
 * places. Let t be a threshold.
 *
 * <ul>
 *   <li>{@code U <= t}: then g <= t everywhere. {@code L > t}: then g <= t nowhere. Else {@code L
 *       <= t < U}, and g <= t says that {@code max(h, L) <= t}, that is h <= t.
 *   <li>{@code U < t}: then g < t everywhere. {@code L >= t}: then g < t nowhere. Else {@code L < t
 *       <= U}, and g < t says that {@code max(h, L) < t}, that is h < t.
 * </ul>
 *
 * @param network the network without that activation, or as it was if there is none
 * @param least L, unless there is none
 * @param greatest U, unless there is none
 */
record OutputClamp(Network network, Optional<Rational> least, Optional<Rational> greatest) {

  /**
   * Of a form of the network's outputs; negated if {@code negated}.
   *
   * <p>There is none unless the form, multiplied into the affine gate that all outputs are of, in
   * order, if there is one, has a single weight other than 0. Then g depends on the other numbers
   * only through that one, and what enters its neuron does not depend on it, as a gate reads only
   * numbers before it: replacing the activation changes nothing else.
   */
  static OutputClamp of(Network network, AffineForm form, boolean negated) {
    End end = End.of(network, form);
    OptionalInt wire = end.onlyWire();
    OutputClamp none = new OutputClamp(network, Optional.empty(), Optional.empty());
    if (wire.isEmpty()) {
      return none;
    }
    int first = network.inputs();
    for (int g = 0; g < network.gates().size(); g++) {
      Gate gate = network.gates().get(g);
      int neuron = wire.getAsInt() - first;
      if (gate instanceof Gate.Activations && neuron >= 0 && neuron < gate.size()) {
        return of(network, g, neuron, end, negated);
      }
      first += gate.size();
    }
    return none;
  }

  private static OutputClamp of(Network network, int gate, int neuron, End end, boolean negated) {
    ActivationLayer layer = ((Gate.Activations) network.gates().get(gate)).layer();
    Activation activation = layer.activation(neuron);
    Rational c = negated ? end.weight().negate() : end.weight();
    Rational b = negated ? end.bias().negate() : end.bias();
    Optional<Rational> lower = lower(activation).map(l -> c.times(l).plus(b));
    Optional<Rational> upper = upper(activation).map(u -> c.times(u).plus(b));
    Network without = lower.isEmpty() && upper.isEmpty() ? network : without(network, gate, neuron);
    return c.signum() > 0
        ? new OutputClamp(without, lower, upper)
        : new OutputClamp(without, upper, lower);
  }

  /** The form as one of wires before the affine gate that all outputs are of, if there is one. */
  private record End(Map<Integer, Dyadic> weights, Dyadic constant, BigInteger denominator) {

    static End of(Network network, AffineForm form) {
      AffineForm.Scaled scaled = form.scaled();
      Map<Integer, Dyadic> weights = new TreeMap<>();
      int first = network.wires();
      for (int g = network.gates().size() - 1; g >= 0; g--) {
        Gate gate = network.gates().get(g);
        first -= gate.size();
        if (gate instanceof Gate.Affine affine && network.output().isRange(first, gate.size())) {
          return of(affine, scaled);
        }
      }
      for (int k = 0; k < network.outputs(); k++) {
        weights.merge(network.output().at(k), scaled.coefficient(k), Dyadic::plus);
      }
      return new End(weights, Dyadic.ZERO, scaled.denominator());
    }

    private static End of(Gate.Affine affine, AffineForm.Scaled form) {
      Map<Integer, Dyadic> weights = new TreeMap<>();
      Dyadic constant = Dyadic.ZERO;
      for (Gate.Term term : affine.terms()) {
        for (int k = 0; k < term.wires().size(); k++) {
          int column = k;
          Dyadic weight = form.sum(row -> term.layer().weight(row, column));
          weights.merge(term.wires().at(k), weight, Dyadic::plus);
        }
        constant = constant.plus(form.sum(term.layer()::bias));
      }
      return new End(weights, constant, form.denominator());
    }

    /** The only wire that the form depends on, if there is but one. */
    OptionalInt onlyWire() {
      List<Integer> wires =
          weights.keySet().stream().filter(wire -> weights.get(wire).signum() != 0).toList();
      return wires.size() == 1 ? OptionalInt.of(wires.get(0)) : OptionalInt.empty();
    }

    /** The weight of that wire. */
    Rational weight() {
      return weights.get(onlyWire().orElseThrow()).over(denominator);
    }

    Rational bias() {
      return constant.over(denominator);
    }
  }

  private static Optional<Rational> lower(Activation activation) {
    if (activation instanceof Clip clip && Double.isFinite(clip.lower())) {
      return Optional.of(Rational.ofDouble(clip.lower()));
    }
    return activation instanceof Relu ? Optional.of(Rational.ZERO) : Optional.empty();
  }

  private static Optional<Rational> upper(Activation activation) {
    return activation instanceof Clip clip && Double.isFinite(clip.upper())
        ? Optional.of(Rational.ofDouble(clip.upper()))
        : Optional.empty();
  }

  private static Network without(Network network, int gate, int neuron) {
    Gate.Activations old = (Gate.Activations) network.gates().get(gate);
    List<Activation> activations = new ArrayList<>(old.layer().activations());
    activations.set(neuron, Activation.IDENTITY);
    List<Gate> gates = new ArrayList<>(network.gates());
    gates.set(gate, new Gate.Activations(new ActivationLayer(activations), old.wires()));
    return new Network(network.inputs(), gates, network.output());
  }

  /** The event {@code g <= t}, or {@code g < t} if not {@code inclusive}, as one of h. */
  Threshold threshold(Rational t, boolean inclusive) {
    int ofGreatest = greatest.map(u -> u.compareTo(t)).orElse(1);
    int ofLeast = least.map(l -> l.compareTo(t)).orElse(-1);
    if (ofGreatest < 0 || (ofGreatest == 0 && inclusive)) {
      return Threshold.ALWAYS;
    }
    if (ofLeast > 0 || (ofLeast == 0 && !inclusive)) {
      return Threshold.NEVER;
    }
    return Threshold.of(t, inclusive);
  }
}
