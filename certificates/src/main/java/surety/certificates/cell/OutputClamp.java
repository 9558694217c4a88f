package surety.certificates.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Clip;
import surety.certificates.activation.Relu;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;

/**
 * A ReLU or Clip at the very end of what is compared with thresholds: {@code g = min(max(h, L), U)}
 * where h is the same function without that activation. Such a g has the values L and U with
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
   * <p>There is none unless the form, multiplied into the affine layer after the last activations,
   * if there is one, has a single weight.
   */
  static OutputClamp of(Network network, AffineForm form, boolean negated) {
    OutputClamp none = new OutputClamp(network, Optional.empty(), Optional.empty());
    List<Layer> layers = network.layers();
    int last = layers.size() - 1;
    boolean isAffine = last >= 0 && layers.get(last) instanceof AffineLayer;
    int at = isAffine ? last - 1 : last;
    if (at < 0 || !(layers.get(at) instanceof ActivationLayer activations)) {
      return none;
    }
    Optional<AffineLayer> affine =
        isAffine ? Optional.of((AffineLayer) layers.get(last)) : Optional.empty();
    AffineForm.Scaled scaled = form.scaled();
    int neuron = -1;
    Dyadic weight = Dyadic.ZERO;
    for (int k = 0; k < activations.inputs(); k++) {
      Dyadic next = weight(affine, scaled, k);
      if (next.signum() != 0 && neuron >= 0) {
        return none;
      }
      neuron = next.signum() == 0 ? neuron : k;
      weight = next.signum() == 0 ? weight : next;
    }
    BigInteger under = scaled.denominator();
    return neuron < 0
        ? none
        : of(network, at, neuron, weight.over(under), bias(affine, scaled).over(under), negated);
  }

  private static OutputClamp of(
      Network network, int layer, int neuron, Rational weight, Rational bias, boolean negated) {
    Activation activation = ((ActivationLayer) network.layers().get(layer)).activation(neuron);
    Rational c = negated ? weight.negate() : weight;
    Rational b = negated ? bias.negate() : bias;
    Optional<Rational> lower = lower(activation).map(l -> c.times(l).plus(b));
    Optional<Rational> upper = upper(activation).map(u -> c.times(u).plus(b));
    Network without =
        lower.isEmpty() && upper.isEmpty() ? network : without(network, layer, neuron);
    return c.signum() > 0
        ? new OutputClamp(without, lower, upper)
        : new OutputClamp(without, upper, lower);
  }

  private static Dyadic weight(Optional<AffineLayer> affine, AffineForm.Scaled form, int column) {
    return affine.isPresent()
        ? form.sum(row -> affine.get().weight(row, column))
        : form.coefficient(column);
  }

  private static Dyadic bias(Optional<AffineLayer> affine, AffineForm.Scaled form) {
    return affine.isPresent() ? form.sum(affine.get()::bias) : Dyadic.ZERO;
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

  private static Network without(Network network, int layer, int neuron) {
    List<Activation> activations =
        new ArrayList<>(((ActivationLayer) network.layers().get(layer)).activations());
    activations.set(neuron, Activation.IDENTITY);
    List<Layer> layers = new ArrayList<>(network.layers());
    layers.set(layer, new ActivationLayer(activations));
    return new Network(network.inputs(), layers);
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
