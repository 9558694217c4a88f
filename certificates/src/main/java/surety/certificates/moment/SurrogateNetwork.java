package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.WireForm;
import surety.certificates.gaussian.EnclosedVector;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * A network of normal inputs, next to a surrogate in which each activation is replaced by an affine
 * function of its argument, so that all its numbers are normal.
 *
 * <p><em>Why it is sound.</em> Each {@link Wire} v is {@code T + rest}, where T is a normal number
 * plus multiples of functions of normal numbers. That is so of the inputs, and of sums of
 * multiples. Let an activation f read a number u whose surrogate is w, and let f's slopes be in [m
 * - d, m + d]. Then
 *
 * <pre>
 * f(u) = f(w) + m (u - w) + r,      |r| = |f(u) - f(w) - m (u - w)| <= d |u - w|,
 * </pre>
 *
 * and f(w) is a constant, a multiple of w and multiples of functions of w whose moments are known,
 * up to a rest ({@link ActivatedNormal}); u - w is {@code T_u - w} and the rest of u. So {@code
 * |f(u) - T|} has a root of the mean square of at most {@code |m| rest_u + d (||T_u - w|| +
 * rest_u)}; the norm of {@code T_u - w} is computed exactly, but for roundings. Whatever the
 * surrogates are, that holds: which are taken only makes a difference to how small the rests are.
 * Where the argument is normal itself, u = w and nothing is lost: with one hidden layer of straight
 * pieces all moments are exact.
 */
final class SurrogateNetwork {
  private final int dimension;
  private final boolean isTangent;
  private final int segments;
  private final double spread;
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
    this.spread = component.spread();
    this.stop = stop;
    this.neurons = new Neurons(stop);
    component.inputs().forEach(input -> wires.add(Wire.of(input)));
    rests.add(wires.size(), 0);
  }

  /**
   * Of a network.
   *
   * @param isTangent whether surrogates are tangents at their means, or best on average
   * @param segments how many chords stand for an activation that bends
   */
  static SurrogateNetwork of(
      Network network, NormalLaw.Component component, boolean isTangent, int segments, Stop stop) {
    SurrogateNetwork surrogate = new SurrogateNetwork(component, isTangent, segments, stop);
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
      Activation f = gate.layer().activation(i);
      ActivatedNormal activated = ActivatedNormal.of(f, surrogate(argument), segments);
      changes.add(change(activated, argument));
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
    return changes.stream()
        .mapToDouble(change -> of.applyAsDouble(change.activated.slopes()))
        .max()
        .orElseThrow();
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
    ActivatedNormal f = change.activated;
    if (f.isAffine()) {
      Wire.Sum sum = new Wire.Sum(dimension).add(f.constant()).add(f.slope(), u);
      return new Activated(sum.wire(), 0);
    }
    NormalForm w = u.surrogate();
    Wire.Sum sum = new Wire.Sum(dimension).add(f.constant()).add(f.slope(), Wire.of(w));
    for (ActivatedNormal.Part part : f.parts()) {
      sum.add(neurons.add(part.function()), part.factor());
    }
    flips = Rounding.addUp(flips, f.flips());
    sum.add(Interval.ONE, change.wire).addRest(f.off());
    return new Activated(sum.wire(isTangent ? tangent(f, w) : average(f, w)), f.off());
  }

  /**
   * {@code f(u) - f(w)}.
   *
   * @param activated f(w)
   * @param wire {@code m (u - w)} and a rest; nothing if u is w, or f is affine
   * @param distance at least the norm of u - w without the rest of u
   */
  private record Change(ActivatedNormal activated, Wire wire, double distance) {}

  private Change change(ActivatedNormal activated, Wire u) {
    Wire.Sum sum = new Wire.Sum(dimension);
    if (u.isNormal() || activated.isAffine()) {
      return new Change(activated, sum.wire(), 0);
    }
    Interval slopes = activated.slopes();
    Wire difference = difference(u);
    double distance = norm(difference);
    sum.add(Interval.of(slopes.middle()), difference);
    sum.addRest(Rounding.multiplyUp(slopes.radius(), Rounding.addUp(distance, u.rest())));
    return new Change(activated, sum.wire(), distance);
  }

  /** A wire less its surrogate. */
  Wire difference(Wire u) {
    return new Wire.Sum(dimension)
        .add(Interval.ONE, u)
        .add(Interval.of(-1), Wire.of(u.surrogate()))
        .wire();
  }

  private NormalForm tangent(ActivatedNormal f, NormalForm w) {
    return new NormalForm.Sum(dimension)
        .add(f.tangent().value())
        .add(f.tangent().slope(), w)
        .form();
  }

  /** Any affine function that has about the same mean and the mean of the slopes. */
  private NormalForm average(ActivatedNormal f, NormalForm w) {
    double mean = w.mean().middle();
    double slope = f.slope().middle();
    double value = f.constant().middle() + slope * mean;
    for (ActivatedNormal.Part part : f.parts()) {
      double factor = part.factor().middle();
      slope += factor * part.function().slope().middle();
      value += factor * part.function().mean().middle();
    }
    Interval turned = Interval.of(slope).times(mean);
    double start = Double.isFinite(value) ? value : 0; // any number will do
    return new NormalForm.Sum(dimension)
        .add(Interval.of(start).minus(turned))
        .add(Interval.of(slope), w)
        .form();
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

  /** A wire's surrogate, and what is known of it. */
  SpreadNormal surrogate(Wire wire) {
    return new SpreadNormal(wire.surrogate(), spread);
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
