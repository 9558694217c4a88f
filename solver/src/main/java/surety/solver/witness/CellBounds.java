package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.LinearOperator;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * What is proven about a network over a cell: enclosures of the values that enter each activation,
 * and affine bounds of the outputs.
 *
 * <p>Sound because every function is enclosed number by number with outward rounding, an affine
 * layer takes lower bounds for positive and upper ones for negative weights (and the reverse), and
 * {@link AffineDomain} proves the bounds of max(x, 0).
 */
final class CellBounds {
  /** Of the event in the cell. */
  enum Decision {
    /** It happens everywhere. */
    ALWAYS,
    /** It happens nowhere. */
    NEVER,
    /** The bounds do not say. */
    OPEN
  }

  /** Functions that lie nowhere above and nowhere below a neuron's value. */
  record Bounds(AffineEnclosure lower, AffineEnclosure upper) {
    static Bounds both(AffineEnclosure exact) {
      return new Bounds(exact, exact);
    }

    Interval range(AffineDomain domain) {
      double least = domain.range(lower).lower();
      double largest = domain.range(upper).upper();
      return Interval.of(least, Math.max(least, largest));
    }
  }

  private final AffineDomain domain;
  private final Stop stop;
  private final List<List<Interval>> activations = new ArrayList<>();
  private List<Bounds> current;
  private int unproven;
  private double largestOverlap;
  private Optional<Bounds> costliest = Optional.empty();

  private CellBounds(AffineDomain domain, Stop stop) {
    this.stop = stop;
    this.domain = domain;
  }

  /**
   * The bounds of a network over a cell of random inputs.
   *
   * @param stop asked for each neuron
   */
  static CellBounds of(List<Layer> layers, InputSpace space, ExactCell cell, Stop stop) {
    ExactBox.requireDimension(cell.dimension(), space.dimension());
    CellBounds bounds = new CellBounds(AffineDomain.of(cell), stop);
    bounds.current = bounds.inputs(space);
    for (Layer layer : layers) {
      if (layer instanceof AffineLayer affine) {
        bounds.current = bounds.affine(affine);
      } else {
        bounds.current = bounds.activation((ActivationLayer) layer);
      }
    }
    return bounds;
  }

  private List<Bounds> inputs(InputSpace space) {
    List<Bounds> inputs = new ArrayList<>();
    for (Law.InputMap map : space.maps()) {
      AffineEnclosure sum = domain.constant(Interval.of(map.constant()));
      for (Law.Term term : map.terms()) {
        AffineEnclosure coordinate = domain.coordinate(term.coordinate());
        sum = sum.plus(coordinate.times(Interval.of(term.coefficient())));
      }
      inputs.add(Bounds.both(sum));
    }
    return inputs;
  }

  private List<Bounds> affine(AffineLayer layer) {
    List<Bounds> rows = new ArrayList<>(layer.rows());
    for (int row = 0; row < layer.rows(); row++) {
      stop.check();
      Bounds sum = Bounds.both(domain.constant(Interval.of(layer.bias(row))));
      LinearOperator operator = layer.operator();
      for (int k : operator.nonzeros(row)) {
        double weight = operator.weight(row, k);
        Bounds value = current.get(operator.column(row, k));
        sum = plus(sum, value, Interval.of(weight), weight > 0);
      }
      rows.add(sum);
    }
    return rows;
  }

  /** Adds {@code weight} times a value of the layer before. */
  private static Bounds plus(Bounds sum, Bounds value, Interval weight, boolean positive) {
    AffineEnclosure low = (positive ? value.lower : value.upper).times(weight);
    if (value.lower == value.upper && sum.lower == sum.upper) {
      return Bounds.both(sum.lower.plus(low)); // exactly affine so far
    }
    AffineEnclosure high = (positive ? value.upper : value.lower).times(weight);
    return new Bounds(sum.lower.plus(low), sum.upper.plus(high));
  }

  private List<Bounds> activation(ActivationLayer layer) {
    List<Interval> ranges = current.stream().map(b -> b.range(domain)).toList();
    activations.add(ranges);
    List<Bounds> after = new ArrayList<>(current.size());
    for (int i = 0; i < current.size(); i++) {
      stop.check();
      after.add(activated(layer.activation(i), current.get(i), ranges.get(i)));
    }
    return after;
  }

  private Bounds activated(Activation activation, Bounds before, Interval range) {
    if (activation.equals(Activation.IDENTITY)) {
      return before;
    }
    if (!activation.equals(Activation.RELU)) {
      return curved(activation, before, range);
    }
    if (range.lower() >= 0) {
      return before;
    }
    if (range.upper() <= 0) {
      return Bounds.both(AffineEnclosure.zero(domain.size()));
    }
    count(before, Math.min(-range.lower(), range.upper()));
    return new Bounds(
        domain.positivePartBelow(before.lower), domain.positivePartAbove(before.upper));
  }

  /** On a linear section the line itself, else the range of the values. */
  private Bounds curved(Activation activation, Bounds before, Interval range) {
    Optional<Section> line =
        activation.sections().stream()
            .filter(s -> s.curvature() == Curvature.LINEAR)
            .filter(s -> s.contains(range.lower()) && s.contains(range.upper()))
            .filter(s -> range.isBounded())
            .findFirst();
    if (line.isPresent()) {
      double at = range.middle();
      Interval slope = activation.encloseSlope(line.get(), at);
      AffineEnclosure offset =
          domain.constant(activation.enclose(at).minus(slope.times(Interval.of(at))));
      boolean rises = slope.lower() >= 0;
      return new Bounds(
          (rises ? before.lower : before.upper).times(slope).plus(offset),
          (rises ? before.upper : before.lower).times(slope).plus(offset));
    }
    Interval values = activation.enclose(range);
    count(before, values.width());
    return new Bounds(
        domain.constant(Interval.of(values.lower())), domain.constant(Interval.of(values.upper())));
  }

  private void count(Bounds neuron, double overlap) {
    unproven++;
    if (overlap > largestOverlap) {
      largestOverlap = overlap;
      costliest = Optional.of(neuron);
    }
  }

  /** How many neurons there are of which no linear piece is proven. */
  int unproven() {
    return unproven;
  }

  /**
   * The two parts of the cell, cut so that the ReLU whose sign is the least clear varies less in
   * each; empty if all signs are proven, so that the network is affine over the cell.
   */
  Optional<List<ExactCell>> split(ExactCell cell) {
    return costliest
        .filter(neuron -> cell.dimension() > 0)
        .map(neuron -> CellSplit.of(cell, neuron.lower, neuron.upper));
  }

  /** Contains all values that enter one neuron of the {@code layer}-th activation layer. */
  Interval beforeActivation(int layer, int neuron) {
    return activations.get(layer).get(neuron);
  }

  /** The affine bounds of one output. */
  Bounds output(int index) {
    return current.get(index);
  }

  /** Contains all values of a form of the outputs in the cell. */
  Interval form(AffineForm form) {
    Bounds sum = Bounds.both(domain.constant(Interval.ZERO));
    List<Rational> coefficients = form.outputs();
    for (int j = 0; j < coefficients.size(); j++) {
      Rational coefficient = coefficients.get(j);
      if (!coefficient.isZero()) {
        sum = plus(sum, current.get(j), Interval.of(coefficient), coefficient.signum() > 0);
      }
    }
    return sum.range(domain);
  }

  /** How far beyond its thresholds the bounds let an event go; at most 0 if nowhere. */
  double promise(Event event) {
    if (event instanceof Conjunction all) {
      return all.parts().stream().mapToDouble(this::promise).reduce(Math::min).orElse(0);
    }
    if (event instanceof Disjunction any) {
      return any.parts().stream().mapToDouble(this::promise).reduce(Math::max).orElse(0);
    }
    Atom atom = atom(event);
    Interval distance = form(atom.form()).minus(Interval.of(atom.threshold()));
    return atom.comparison().isBelow() ? -distance.lower() : distance.upper();
  }

  /** Negations are taken out of events before witnesses are looked for. */
  private static Atom atom(Event event) {
    if (event instanceof Atom atom) {
      return atom;
    }
    throw new IllegalArgumentException("a negation is not looked into: " + event.canonical());
  }

  /** What the bounds say about an event; compared with the thresholds exactly. */
  Decision decide(Event event) {
    if (event instanceof Conjunction all) {
      return decide(all.parts(), Decision.NEVER, Decision.ALWAYS);
    }
    return event instanceof Disjunction any
        ? decide(any.parts(), Decision.ALWAYS, Decision.NEVER)
        : decide(atom(event));
  }

  private Decision decide(List<Event> parts, Decision decisive, Decision otherwise) {
    Decision decision = otherwise;
    for (Event part : parts) {
      Decision of = decide(part);
      if (of == decisive) {
        return decisive;
      }
      decision = of == Decision.OPEN ? Decision.OPEN : decision;
    }
    return decision;
  }

  private Decision decide(Atom event) {
    Interval form = form(event.form());
    Interval threshold = Interval.of(event.threshold());
    boolean below = event.comparison().isBelow();
    int lower = compare(form.lower(), event.threshold(), threshold);
    int upper = compare(form.upper(), event.threshold(), threshold);
    int near = below ? upper : lower; // the value nearest to failing
    int far = below ? lower : upper;
    if (event.comparison().holds(near)) {
      return Decision.ALWAYS;
    }
    return event.comparison().holds(far) ? Decision.OPEN : Decision.NEVER;
  }

  private static int compare(double end, Rational threshold, Interval enclosure) {
    if (Double.isInfinite(end)) {
      return end < 0 ? -1 : 1;
    }
    if (!enclosure.contains(end)) {
      return end < enclosure.lower() ? -1 : 1;
    }
    return Rational.ofDouble(end).compareTo(threshold);
  }
}
