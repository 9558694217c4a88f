package surety.solver.search;

import java.util.Optional;

/**
 * Makes simplices with their bounds, and cuts them.
 *
 * <p>A cut goes through the kink of one neuron: the one whose relaxation adds most to the gap,
 * weighted by its influence on the output, earlier layers first. The edge is the one with the
 * greatest and the least pre-activation. Measured on trained networks, looking ahead among several
 * cuts is not better: what counts is that neighbours are cut along the same hyperplane. Where exact
 * bounds would leave most of the gap, because comparisons of several rows are open, the cut goes
 * through the boundary of one of these.
 *
 * <p>Where neurons that bend smoothly cost more than the kinks do, the edge is halved along which
 * they bend most. Measured on a trained network of tanh, that needs a third of the cells that
 * halving the longest edge needs.
 *
 * <p>Scratch memory of one thread.
 */
final class SimplexSplitter {
  /** Beyond that the parts are slivers; a cell that wants it is halved instead. */
  private static final double LEAST_RATIO = 1e-12;

  /** That many times as far beyond a kink as rounding may hide, a vertex is beyond it. */
  private static final double CLEARLY = 8;

  /** Pre-activations this small against the greatest may be zero but for rounding. */
  private static final double TOUCHING = 1e-9;

  /** What is cut off at a corner on a kink, as a share of the edge. */
  private static final double CORNER = 0x1p-20;

  private final PlainNetwork network;
  private final Objective objective;
  private final SimplexBounds bounds;
  private final SimplexRows rows;
  private final BoundaryCut boundary;

  /** Whether there are neurons that bend, so that without a kink there is nothing to be gained. */
  private final boolean isBent;

  SimplexSplitter(PlainNetwork network, Objective objective) {
    this.network = network;
    this.objective = objective;
    this.bounds = new SimplexBounds(network);
    HalfSpaceFraction fraction = new HalfSpaceFraction(network.inputs());
    this.rows = new SimplexRows(bounds.lower(), bounds.upper(), fraction);
    this.boundary = new BoundaryCut(network, objective, fraction);
    this.isBent = network.hidden().stream().anyMatch(hidden -> !hidden.curved().isEmpty());
  }

  SimplexCell cell(Vertex[] vertices, BoxDensity density, double volume) {
    SimplexCell cell = new SimplexCell(vertices, density, volume);
    bound(cell);
    return cell;
  }

  /** Bounds a leaf. */
  void bound(SimplexCell leaf) {
    bounds.compute(leaf.vertices());
    leaf.bound(objective.gap(rows), bounds);
  }

  /**
   * Where a neuron's slope jumps, and what a cut there is worth.
   *
   * @param isFlatAbove whether the neuron is constant beyond the kink, and not before
   */
  private record Kink(int neuron, double at, boolean isFlatAbove, double worth, double gap) {}

  private static final Kink NO_KINK = new Kink(-1, 0, false, 0, 0);

  /** Cuts a leaf, or says that it is too small for that. */
  Optional<SimplexCell.Split> cut(SimplexCell cell) {
    Vertex[] vertices = cell.vertices();
    bounds.compute(vertices);
    boolean isAtBoundary = network.rows() > 1 && boundary.isCause(vertices, objective.gap(rows));
    if (isAtBoundary) {
      Optional<BoundaryCut.Edge> edge = boundary.costliest(vertices);
      if (edge.isPresent()) {
        return edge.map(e -> split(cell, e.i(), e.j(), e.ratio()));
      }
    }
    double[] weights = objective.weights(rows, network.rows());
    Kink kink = costliest(vertices, weights);
    double bending = bending(weights);
    if (bending > kink.gap()) {
      return halve(cell, (a, b) -> bend(vertices, a, b, weights));
    }
    if (kink.neuron() < 0) {
      return isBent || isAtBoundary
          ? Optional.empty()
          : halve(cell, (a, b) -> distance(a, b, weights));
    }
    int neuron = kink.neuron();
    int positive = 0;
    int negative = 0;
    for (int i = 1; i < vertices.length; i++) {
      double v = vertices[i].pre(neuron);
      positive = v > vertices[positive].pre(neuron) ? i : positive;
      negative = v < vertices[negative].pre(neuron) ? i : negative;
    }
    int i = Math.min(positive, negative);
    int j = Math.max(positive, negative);
    return Optional.of(split(cell, i, j, ratio(vertices[i], vertices[j], kink)));
  }

  /**
   * Cuts a leaf of which the kernel sees less than the plain bounds do: beside a corner on the kink
   * of a neuron that is on one side of it elsewhere, or else in half.
   */
  Optional<SimplexCell.Split> cutBeside(SimplexCell cell) {
    Vertex[] vertices = cell.vertices();
    for (PlainNetwork.Hidden hidden : network.hidden()) {
      for (int j = 0; j < hidden.width(); j++) {
        int neuron = hidden.offset() + j;
        if (hidden.isRelu(j) && isTouching(vertices, neuron)) {
          return Optional.of(cutOff(cell, neuron));
        }
      }
    }
    Optional<SimplexCell.Split> usual = cut(cell);
    if (usual.isPresent() || isBent) {
      return usual;
    }
    double[] weights = objective.weights(rows, network.rows());
    return halve(cell, (a, b) -> distance(a, b, weights));
  }

  /** Whether all corners are on one side of a kink at 0, some of them hardly so, and not all. */
  private static boolean isTouching(Vertex[] vertices, int neuron) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    double beyond = 0;
    for (Vertex vertex : vertices) {
      double v = vertex.pre(neuron);
      least = Math.min(least, Math.abs(v));
      greatest = Math.max(greatest, Math.abs(v));
      beyond = Math.max(beyond, v);
    }
    return greatest > 0 && least <= TOUCHING * greatest && beyond <= TOUCHING * greatest;
  }

  /** Parts the corner that is nearest to the kink from most of the cell. */
  private SimplexCell.Split cutOff(SimplexCell cell, int neuron) {
    Vertex[] vertices = cell.vertices();
    int nearest = 0;
    int farthest = 0;
    for (int i = 1; i < vertices.length; i++) {
      double v = Math.abs(vertices[i].pre(neuron));
      nearest = v < Math.abs(vertices[nearest].pre(neuron)) ? i : nearest;
      farthest = v > Math.abs(vertices[farthest].pre(neuron)) ? i : farthest;
    }
    return nearest < farthest
        ? split(cell, nearest, farthest, CORNER)
        : split(cell, farthest, nearest, 1 - CORNER);
  }

  private Kink costliest(Vertex[] vertices, double[] weights) {
    Kink best = NO_KINK;
    for (PlainNetwork.Hidden hidden : network.hidden()) {
      for (int j = 0; j < hidden.width(); j++) {
        int neuron = hidden.offset() + j;
        double worth = bounds.added(neuron) * network.cutWorth(neuron, weights);
        if (worth > best.worth() && hidden.isRelu(j) && crosses(vertices, neuron, 0)) {
          best = kink(neuron, 0, false, worth, weights);
        }
      }
      for (CurvedNeuron curve : hidden.curved()) {
        int neuron = hidden.offset() + curve.index();
        double worth = bounds.added(neuron) * network.cutWorth(neuron, weights);
        for (double at : curve.kinks()) {
          if (worth > best.worth()
              && crosses(vertices, neuron, at)
              && crossesForSure(vertices, neuron, at)) {
            best = kink(neuron, at, curve.isFlatAbove(at), worth, weights);
          }
        }
      }
    }
    return best;
  }

  private Kink kink(int neuron, double at, boolean isFlatAbove, double worth, double[] weights) {
    return new Kink(
        neuron, at, isFlatAbove, worth, bounds.added(neuron) * network.influence(neuron, weights));
  }

  /** What the neurons that bend smoothly add to the gap. */
  private double bending(double[] weights) {
    double sum = 0;
    for (PlainNetwork.Hidden hidden : network.hidden()) {
      for (CurvedNeuron curve : hidden.curved()) {
        int neuron = hidden.offset() + curve.index();
        sum += curve.isSmooth() ? bounds.added(neuron) * network.influence(neuron, weights) : 0;
      }
    }
    return sum;
  }

  /**
   * How much of what bends adds to the gap comes from an edge: the gap of a smooth function grows
   * with the square of the distance.
   */
  private double bend(Vertex[] vertices, Vertex a, Vertex b, double[] weights) {
    double sum = 0;
    for (PlainNetwork.Hidden hidden : network.hidden()) {
      for (CurvedNeuron curve : hidden.curved()) {
        int neuron = hidden.offset() + curve.index();
        double added = bounds.added(neuron);
        if (added > 0) {
          double share = (a.pre(neuron) - b.pre(neuron)) / range(vertices, neuron);
          sum += share * share * added * network.influence(neuron, weights);
        }
      }
    }
    return sum;
  }

  private static double range(Vertex[] vertices, int neuron) {
    double greatest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (Vertex vertex : vertices) {
      greatest = Math.max(greatest, vertex.pre(neuron));
      least = Math.min(least, vertex.pre(neuron));
    }
    return Math.max(Double.MIN_NORMAL, greatest - least);
  }

  private static boolean crosses(Vertex[] vertices, int neuron, double kink) {
    double greatest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (Vertex vertex : vertices) {
      greatest = Math.max(greatest, vertex.pre(neuron));
      least = Math.min(least, vertex.pre(neuron));
    }
    double smaller = Math.min(greatest - kink, kink - least);
    return smaller > LEAST_RATIO * (greatest - least);
  }

  /**
   * Whether a neuron that also bends elsewhere is on both sides of a point by more than a cut
   * beside it leaves: its relaxation never is exact, so nothing else ends the cuts there.
   */
  private boolean crossesForSure(Vertex[] vertices, int neuron, double kink) {
    double beyond = 0;
    double before = 0;
    for (Vertex vertex : vertices) {
      double margin = CLEARLY * network.rounding(vertex, neuron);
      beyond = Math.max(beyond, vertex.pre(neuron) - kink - margin);
      before = Math.max(before, kink - vertex.pre(neuron) - margin);
    }
    return beyond > 0 && before > 0;
  }

  /**
   * Where the pre-activation is beside the kink by as much as rounding may hide: on the side where
   * the neuron is constant, so that the kernel is sure of it there and the output's atoms stay
   * atoms.
   */
  private double ratio(Vertex from, Vertex to, Kink kink) {
    double a = from.pre(kink.neuron()) - kink.at();
    double b = to.pre(kink.neuron()) - kink.at();
    double zero = a / (a - b);
    double margin = network.rounding(from, kink.neuron()) / Math.abs(a - b);
    double ratio = a > 0 != kink.isFlatAbove() ? zero + margin : zero - margin;
    return ratio > 0 && ratio < 1 ? ratio : zero;
  }

  private SimplexCell.Split split(SimplexCell cell, int i, int j, double ratio) {
    SimplexCell.Split split = parts(cell, i, j, ratio);
    bound(split.first());
    bound(split.second());
    return split;
  }

  /** Cuts a leaf at a point of an edge; the parts are not bounded yet. */
  SimplexCell.Split parts(SimplexCell cell, int i, int j, double ratio) {
    Vertex[] vertices = cell.vertices();
    Vertex w = network.vertex(vertices[i].towards(vertices[j], ratio));
    Vertex[] first = vertices.clone();
    first[j] = w;
    Vertex[] second = vertices.clone();
    second[i] = w;
    return new SimplexCell.Split(
        i,
        j,
        ratio,
        new SimplexCell(first, cell.density(), cell.volume() * ratio),
        new SimplexCell(second, cell.density(), cell.volume() * (1 - ratio)));
  }

  /** How much worse an edge is than others. */
  private interface Length {
    double of(Vertex a, Vertex b);
  }

  /** Halves the longest edge, measured by pre-activations: that needs no scale for z. */
  private Optional<SimplexCell.Split> halve(SimplexCell cell, Length measure) {
    Vertex[] vertices = cell.vertices();
    int bestI = 0;
    int bestJ = 0;
    double longest = 0;
    for (int i = 0; i < vertices.length; i++) {
      for (int j = i + 1; j < vertices.length; j++) {
        double length = measure.of(vertices[i], vertices[j]);
        if (length > longest) {
          longest = length;
          bestI = i;
          bestJ = j;
        }
      }
    }
    return longest > 0 ? Optional.of(split(cell, bestI, bestJ, 0.5)) : Optional.empty();
  }

  private double distance(Vertex a, Vertex b, double[] weights) {
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      sum += weights[row] * Math.abs(a.y(row) - b.y(row));
    }
    for (int neuron = 0; neuron < network.neurons(); neuron++) {
      sum += Math.abs(a.pre(neuron) - b.pre(neuron)) * network.influence(neuron, weights);
    }
    return sum;
  }
}
