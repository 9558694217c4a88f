package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.WireForm;
import surety.certificates.gaussian.EnclosedVector;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.RectifiedNormal;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * A network of normal inputs, next to a surrogate in which each activation is replaced by an affine
 * function of its argument, so that all its numbers are normal.
 *
 * <p><em>Why it is sound.</em> Each {@link Wire} v is {@code T + rest}, where T is a normal number
 * plus multiples of rectified normal numbers. That is so of the inputs, and of sums of multiples.
 * Let an activation f read a number u whose surrogate is w, and let f's slopes be in [m - d, m +
 * d]. Then
 *
 * <pre>
 * f(u) = f(w) + m (u - w) + r,      |r| = |f(u) - f(w) - m (u - w)| <= d |u - w|,
 * </pre>
 *
 * and f(w) is a constant, a multiple of w and multiples of rectified normal numbers ({@link
 * Hinges}), up to a rest if f is not made of straight pieces ({@link Polyline}); u - w is {@code
 * T_u - w} and the rest of u. So {@code |f(u) - T|} has a root of the mean square of at most {@code
 * |m| rest_u + d (||T_u - w|| + rest_u)}; the norm of {@code T_u - w} is computed exactly, but for
 * roundings. Whatever the surrogates are, that holds: which are taken only makes a difference to
 * how small the rests are. Where the argument is normal itself, u = w and nothing is lost: with one
 * hidden layer of straight pieces all moments are exact.
 */
final class SurrogateNetwork {
  private final int dimension;
  private final boolean isTangent;
  private final int segments;
  private final Stop stop;
  private final List<Wire> wires = new ArrayList<>();
  private final Neurons neurons;
  private final Rests rests = new Rests();
  private double flips;

  private SurrogateNetwork(
      NormalLaw.Component component, boolean isTangent, int segments, Stop stop) {
    this.dimension = component.dimension();
    this.isTangent = isTangent;
    this.segments = segments;
    this.stop = stop;
    this.neurons = new Neurons(stop);
    component.inputs().forEach(input -> wires.add(Wire.of(input)));
    rests.add(wires.size(), 0);
  }

  /**
   * Of a network.
   *
   * @param isTangent whether surrogates are tangents at their means, or best on average; the former
   *     of a network of piecewise linear activations
   */
  static SurrogateNetwork of(
      Network network, NormalLaw.Component component, boolean isTangent, Stop stop) {
    SurrogateNetwork surrogate =
        new SurrogateNetwork(component, isTangent, Polyline.segments(network), stop);
    for (Gate gate : network.gates()) {
      surrogate.wires.addAll(
          gate instanceof Gate.Affine affine
              ? surrogate.rows(affine)
              : surrogate.activated((Gate.Activations) gate));
    }
    return surrogate;
  }

  private List<Wire> rows(Gate.Affine gate) {
    List<Double> norms = gate.terms().stream().map(term -> rests.of(term.wires(), wires)).toList();
    double norm = 0;
    for (int t = 0; t < norms.size(); t++) {
      double factor = norms.get(t) == 0 ? 0 : SpectralNorm.of(operator(gate, t));
      norm = Rounding.addUp(norm, Rounding.multiplyUp(factor, norms.get(t)));
    }
    List<Wire> results = new ArrayList<>();
    for (int row = 0; row < gate.size(); row++) {
      stop.check();
      double rest = 0;
      for (int t = 0; t < norms.size(); t++) {
        double factor = norms.get(t) == 0 ? 0 : SpectralNorm.rowNorm(operator(gate, t), row);
        rest = Rounding.addUp(rest, Rounding.multiplyUp(factor, norms.get(t)));
      }
      results.add(row(gate, row).withRest(rest));
    }
    rests.add(gate.size(), norm);
    return results;
  }

  private static LinearOperator operator(Gate.Affine gate, int term) {
    return gate.terms().get(term).layer().operator();
  }

  /** All changes are known before there are more neurons. */
  private List<Wire> activated(Gate.Activations gate) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < gate.size(); i++) {
      stop.check();
      Wire argument = wires.get(gate.wires().at(i));
      Polyline line = Polyline.of(gate.layer().activation(i), argument.surrogate(), segments);
      changes.add(change(line, argument));
    }
    List<Activated> results = new ArrayList<>();
    for (int i = 0; i < gate.size(); i++) {
      stop.check();
      results.add(activated(changes.get(i), wires.get(gate.wires().at(i))));
    }
    double off = Rests.norm(results.stream().mapToDouble(Activated::off));
    rests.add(gate.size(), Rounding.addUp(norm(gate, changes), off));
    return results.stream().map(Activated::wire).toList();
  }

  /**
   * Of all rests of a gate of activations: those of the arguments times m, and at most d times the
   * distances of the arguments from their surrogates.
   */
  private double norm(Gate.Activations gate, List<Change> changes) {
    double before = rests.of(gate.wires(), wires);
    double distances = Rests.norm(changes.stream().mapToDouble(Change::distance));
    double m = largest(changes, slopes -> Math.abs(slopes.middle()));
    double d = largest(changes, Interval::radius);
    return Rounding.addUp(
        Rounding.multiplyUp(m, before), Rounding.multiplyUp(d, Rounding.addUp(distances, before)));
  }

  private static double largest(List<Change> changes, ToDoubleFunction<Interval> of) {
    return changes.stream().mapToDouble(c -> of.applyAsDouble(c.line.slopes())).max().orElseThrow();
  }

  private Wire row(Gate.Affine gate, int row) {
    Wire.Sum sum = new Wire.Sum(dimension);
    for (Gate.Term term : gate.terms()) {
      LinearOperator operator = term.layer().operator();
      sum.add(Interval.of(term.layer().bias(row)));
      for (int entry : operator.nonzeros(row)) {
        Wire wire = wires.get(term.wires().at(operator.column(row, entry)));
        sum.add(Interval.of(operator.weight(row, entry)), wire);
      }
    }
    return sum.wire();
  }

  /**
   * f(u).
   *
   * @param off the part of its rest that is there because f is not made of straight pieces
   */
  private record Activated(Wire wire, double off) {}

  private Activated activated(Change change, Wire u) {
    Hinges hinges = change.line.hinges();
    if (change.line.isAffine()) {
      Wire.Sum sum = new Wire.Sum(dimension).add(hinges.constant()).add(hinges.slope(), u);
      return new Activated(sum.wire(), 0);
    }
    NormalForm w = u.surrogate();
    Wire.Sum sum = new Wire.Sum(dimension).add(hinges.constant());
    sum.add(hinges.slope(), Wire.of(w));
    List<RectifiedNormal> rectified = new ArrayList<>();
    for (Hinges.Hinge hinge : hinges.all()) {
      rectified.add(new RectifiedNormal(w.withMean(w.mean().minus(Interval.of(hinge.at())))));
      sum.add(neurons.add(rectified.get(rectified.size() - 1)), hinge.factor());
    }
    countFlips(change.line, rectified, w);
    double off = change.line.off(w, rectified);
    sum.add(Interval.ONE, change.wire).addRest(off);
    return new Activated(sum.wire(affine(hinges, rectified, w)), off);
  }

  /**
   * {@code f(u) - f(w)}.
   *
   * @param line next to f
   * @param wire {@code m (u - w)} and a rest; nothing if u is w, or f is affine
   * @param distance at least the norm of u - w without the rest of u
   */
  private record Change(Polyline line, Wire wire, double distance) {}

  private Change change(Polyline line, Wire u) {
    Wire.Sum sum = new Wire.Sum(dimension);
    if (u.isNormal() || line.isAffine()) {
      return new Change(line, sum.wire(), 0);
    }
    Interval slopes = line.slopes();
    Wire difference = difference(u);
    double distance = norm(difference);
    sum.add(Interval.of(slopes.middle()), difference);
    sum.addRest(Rounding.multiplyUp(slopes.radius(), Rounding.addUp(distance, u.rest())));
    return new Change(line, sum.wire(), distance);
  }

  /** A wire less its surrogate. */
  Wire difference(Wire u) {
    return new Wire.Sum(dimension)
        .add(Interval.ONE, u)
        .add(Interval.of(-1), Wire.of(u.surrogate()))
        .wire();
  }

  /**
   * The affine function that stands for an activation: exactly the piece of a number next to the
   * mean; or, of all functions, any that has about the same mean and the mean of the slopes.
   */
  private NormalForm affine(Hinges hinges, List<RectifiedNormal> rectified, NormalForm w) {
    double mean = w.mean().middle();
    Interval slope = hinges.slope();
    Interval value = hinges.constant();
    double best = slope.middle();
    double average = value.middle() + best * mean;
    for (int k = 0; k < rectified.size(); k++) {
      Hinges.Hinge hinge = hinges.all().get(k);
      double factor = hinge.factor().middle();
      best += factor * rectified.get(k).active().middle();
      average += factor * rectified.get(k).mean().middle();
      if (mean > hinge.at()) {
        slope = slope.plus(hinge.factor());
        value = value.minus(hinge.factor().times(hinge.at()));
      }
    }
    NormalForm.Sum sum = new NormalForm.Sum(dimension);
    if (isTangent) {
      return sum.add(value).add(slope, w).form();
    }
    Interval turned = Interval.of(best).times(mean);
    double start = Double.isFinite(average) ? average : 0; // any number will do
    return sum.add(Interval.of(start).minus(turned)).add(Interval.of(best), w).form();
  }

  /** Adds the probability that a surrogate is on another piece than its mean. */
  private void countFlips(Polyline line, List<RectifiedNormal> rectified, NormalForm w) {
    if (!line.isExact()) {
      flips = Double.POSITIVE_INFINITY; // what bends leaves any straight piece at once
      return;
    }
    double mean = w.mean().middle();
    for (int k = 0; k < rectified.size(); k++) {
      Interval above = rectified.get(k).active();
      boolean isAbove = mean > line.hinges().all().get(k).at();
      flips =
          Rounding.addUp(flips, isAbove ? Rounding.subtractUp(1, above.lower()) : above.upper());
    }
  }

  /**
   * At least the probability that some activation's argument leaves the piece of its mean, of
   * tangents. Where none does, the network and its surrogate are the same.
   */
  double flips() {
    return flips;
  }

  /** A form of the network's wires. */
  Wire form(WireForm form) {
    Wire.Sum sum = new Wire.Sum(dimension).add(form.encloseBias());
    int[] ids = form.weights().keySet().stream().mapToInt(wire -> wire).toArray();
    double[] factors = new double[ids.length];
    for (int k = 0; k < ids.length; k++) {
      Interval weight = form.encloseWeight(ids[k]);
      factors[k] = weight.magnitude();
      sum.add(weight, wires.get(ids[k]));
    }
    return sum.wire().withRest(rests.ofSum(ids, factors));
  }

  Neurons neurons() {
    return neurons;
  }

  /** Encloses the mean of a wire but for its rest. */
  Interval mean(Wire wire) {
    Interval[] mean = {wire.linear().mean()};
    wire.factors()
        .forEach((r, factor) -> mean[0] = mean[0].plus(factor.times(neurons.get(r).mean())));
    return mean[0];
  }

  /** At least the root of the mean square of a wire but for its rest. */
  double norm(Wire wire) {
    EnclosedVector factors = wire.factors(neurons.size());
    Interval variance =
        wire.linear()
            .variance()
            .plus(factors.dot(neurons.covariances(wire.linear())).times(2))
            .plus(factors.dot(neurons.covariances(factors)));
    Interval square = mean(wire).square().plus(variance);
    return Rounding.sqrtUp(Math.max(0, square.upper()));
  }
}
