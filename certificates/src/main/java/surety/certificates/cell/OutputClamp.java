package surety.certificates.cell;

import java.util.Optional;
import java.util.OptionalInt;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * A form g of a network as {@code min(max(h, least), greatest)} of another form h, where g depends
 * on a single number that is the result of a clamp, such as a ReLU or a Clip: comparisons of g with
 * a number are such of h, or decided, and h is not bent.
 *
 * <p>Proof. Let {@code g = c a(x) + b} with c not 0 and a(x) = min(max(x, l), u), either end
 * perhaps missing. If c > 0, {@code g = min(max(c x + b, c l + b), c u + b)}; if c < 0, the same
 * with the ends exchanged. If h = c x + b, then for t between the ends g <= t if and only if h <=
 * t, and g < t if and only if h < t; at an end one of the two is as for h and the other decided, as
 * {@link #decided} has it.
 *
 * @param entering h as a form of what enters the clamp alone, or g itself if there is no such
 *     number
 * @param form h with the affine gate multiplied in that it comes from, or g itself
 * @param least c l + b or c u + b, unless there is none
 * @param greatest the other one, unless there is none
 */
record OutputClamp(
    WireForm entering, WireForm form, Optional<Rational> least, Optional<Rational> greatest) {

  /** Of a form that affine gates have been multiplied into. */
  static OutputClamp of(Network network, WireForm form, Stop stop) {
    OutputClamp none = none(form);
    OptionalInt wire = form.onlyWire();
    int first = network.inputs();
    for (Gate gate : network.gates()) {
      int neuron = wire.orElse(-1) - first;
      if (gate instanceof Gate.Activations activations && neuron >= 0 && neuron < gate.size()) {
        int source = activations.wires().at(neuron);
        return activations.layer().activation(neuron) instanceof PiecewiseLinear f && f.isClamp()
            ? of(form, wire.getAsInt(), source, f.range()).through(network, stop)
            : none;
      }
      first += gate.size();
    }
    return none;
  }

  /** No clamp at all. */
  static OutputClamp none(WireForm form) {
    return new OutputClamp(form, form, Optional.empty(), Optional.empty());
  }

  /** Whether there is one. */
  boolean isClamp() {
    return least.isPresent() || greatest.isPresent();
  }

  private static OutputClamp of(WireForm form, int wire, int source, Interval range) {
    Rational c = form.weight(wire);
    Optional<Rational> first = end(range.lower()).map(l -> c.times(l).plus(form.bias()));
    Optional<Rational> second = end(range.upper()).map(u -> c.times(u).plus(form.bias()));
    WireForm h = form.moved(wire, source);
    return c.signum() > 0
        ? new OutputClamp(h, h, first, second)
        : new OutputClamp(h, h, second, first);
  }

  private OutputClamp through(Network network, Stop stop) {
    return new OutputClamp(entering, form.throughAffine(network, stop), least, greatest);
  }

  private static Optional<Rational> end(double end) {
    return Double.isFinite(end) ? Optional.of(Rational.ofDouble(end)) : Optional.empty();
  }

  /** Whether {@code g <= t}, or {@code g < t} if not {@code inclusive}, always or never holds. */
  Optional<Boolean> decided(Rational t, boolean inclusive) {
    int ofGreatest = greatest.map(u -> u.compareTo(t)).orElse(1);
    int ofLeast = least.map(l -> l.compareTo(t)).orElse(-1);
    if (ofGreatest < 0 || (ofGreatest == 0 && inclusive)) {
      return Optional.of(true);
    }
    return ofLeast > 0 || (ofLeast == 0 && !inclusive) ? Optional.of(false) : Optional.empty();
  }
}
