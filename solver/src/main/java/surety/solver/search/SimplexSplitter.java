package surety.solver.search;

import java.util.Optional;

/**
 * Makes simplices with their bounds, and cuts them.
 *
 * <p>A cut goes through the zero of one unstable ReLU: the one whose relaxation adds most to the
 * gap, weighted by its influence on the output, earlier layers first. The edge is the one with the
 * greatest and the least pre-activation. Measured on trained networks, looking ahead among several
 * cuts is not better: what counts is that neighbours are cut along the same hyperplane.
 *
 * <p>Scratch memory of one thread.
 */
final class SimplexSplitter {
  /** Beyond that the parts are slivers; a cell that wants it is halved instead. */
  private static final double LEAST_RATIO = 1e-12;

  private final PlainNetwork network;
  private final Objective objective;
  private final SimplexBounds bounds;
  private final HalfSpaceFraction fraction;

  SimplexSplitter(PlainNetwork network, Objective objective) {
    this.network = network;
    this.objective = objective;
    this.bounds = new SimplexBounds(network);
    this.fraction = new HalfSpaceFraction(network.inputs());
  }

  SimplexCell cell(Vertex[] vertices, BoxDensity density, double volume) {
    bounds.compute(vertices);
    double gap = objective.gap(bounds.lower(), bounds.upper(), fraction);
    return new SimplexCell(vertices, density, volume, gap, bounds);
  }

  /** Cuts a leaf, or says that it is too small for that. */
  Optional<SimplexCell.Split> cut(SimplexCell cell) {
    Vertex[] vertices = cell.vertices();
    bounds.compute(vertices);
    int neuron = costliest(vertices);
    if (neuron < 0) {
      return halve(cell);
    }
    int positive = 0;
    int negative = 0;
    for (int i = 1; i < vertices.length; i++) {
      double v = vertices[i].pre(neuron);
      positive = v > vertices[positive].pre(neuron) ? i : positive;
      negative = v < vertices[negative].pre(neuron) ? i : negative;
    }
    int i = Math.min(positive, negative);
    int j = Math.max(positive, negative);
    return Optional.of(split(cell, i, j, ratio(vertices[i], vertices[j], neuron)));
  }

  private int costliest(Vertex[] vertices) {
    int best = -1;
    double most = 0;
    for (int neuron = 0; neuron < network.neurons(); neuron++) {
      double added = bounds.added(neuron);
      if (added > 0) {
        double cost = added * network.influence(neuron);
        if (cost > most && crosses(vertices, neuron)) {
          most = cost;
          best = neuron;
        }
      }
    }
    return best;
  }

  private static boolean crosses(Vertex[] vertices, int neuron) {
    double greatest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (Vertex vertex : vertices) {
      greatest = Math.max(greatest, vertex.pre(neuron));
      least = Math.min(least, vertex.pre(neuron));
    }
    double smaller = Math.min(greatest, -least);
    return smaller > LEAST_RATIO * (greatest - least);
  }

  /**
   * Where the pre-activation is just below zero, by as much as rounding may hide: then the kernel
   * sees the neuron off in the negative part for sure, and the output's atoms stay atoms there.
   */
  private double ratio(Vertex from, Vertex to, int neuron) {
    double a = from.pre(neuron);
    double b = to.pre(neuron);
    double zero = a / (a - b);
    double margin = network.rounding(from, neuron) / Math.abs(a - b);
    double ratio = a > 0 ? zero + margin : zero - margin;
    return ratio > 0 && ratio < 1 ? ratio : zero;
  }

  private SimplexCell.Split split(SimplexCell cell, int i, int j, double ratio) {
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
        cell(first, cell.density(), cell.volume() * ratio),
        cell(second, cell.density(), cell.volume() * (1 - ratio)));
  }

  /** Halves the edge along which the pre-activations change most: that needs no scale for z. */
  private Optional<SimplexCell.Split> halve(SimplexCell cell) {
    Vertex[] vertices = cell.vertices();
    int bestI = 0;
    int bestJ = 0;
    double longest = 0;
    for (int i = 0; i < vertices.length; i++) {
      for (int j = i + 1; j < vertices.length; j++) {
        double length = distance(vertices[i], vertices[j]);
        if (length > longest) {
          longest = length;
          bestI = i;
          bestJ = j;
        }
      }
    }
    return longest > 0 ? Optional.of(split(cell, bestI, bestJ, 0.5)) : Optional.empty();
  }

  private double distance(Vertex a, Vertex b) {
    double sum = Math.abs(a.y() - b.y());
    for (int neuron = 0; neuron < network.neurons(); neuron++) {
      sum += Math.abs(a.pre(neuron) - b.pre(neuron)) * network.influence(neuron);
    }
    return sum;
  }
}
