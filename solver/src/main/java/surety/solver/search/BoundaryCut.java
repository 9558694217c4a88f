package surety.solver.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import surety.solver.search.PlainEvent.Comparison;

/**
 * Cuts simplices along the boundaries of events: where the bounds of the rows agree, a comparison
 * is decided in both parts then, so that conjunctions become exact.
 *
 * <p>Scratch memory of one thread.
 */
final class BoundaryCut {
  /**
   * The share of the gap that exact bounds would leave, for a cut along a boundary. Measured on the
   * example of irises, half of that needs up to three times as many cells.
   */
  private static final double CAUSE = 0.8;

  /** Beyond that the parts are slivers. */
  private static final double LEAST_RATIO = 1e-12;

  /** That many times as far beyond a boundary as rounding may hide, a vertex is beyond it. */
  private static final double CLEARLY = 8;

  private final PlainNetwork network;
  private final Objective objective;
  private final double[] values;
  private final SimplexRows rows;

  /** A point on an edge, at {@code (1 - ratio) v_i + ratio v_j} with i below j. */
  record Edge(int i, int j, double ratio) {}

  BoundaryCut(PlainNetwork network, Objective objective, HalfSpaceFraction fraction) {
    this.network = network;
    this.objective = objective;
    this.values = new double[network.rows() * (network.inputs() + 1)];
    this.rows = new SimplexRows(values, values, fraction);
  }

  /** Whether most of a gap would be left if the rows were affine, as they are at the vertices. */
  boolean isCause(Vertex[] vertices, double gap) {
    for (int row = 0; row < network.rows(); row++) {
      for (int i = 0; i < vertices.length; i++) {
        values[row * vertices.length + i] = vertices[i].y(row);
      }
    }
    return gap > 0 && objective.gap(rows) >= CAUSE * gap;
  }

  /**
   * The edge that crosses the boundary whose decision leaves least of the gap, of the simplex that
   * was asked about last; empty if none is clearly crossed.
   */
  Optional<Edge> costliest(Vertex[] vertices) {
    Set<Comparison> open = new TreeSet<>();
    objective.addOpenAtoms(rows, open);
    Optional<Edge> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (Comparison atom : open) {
      Share share = rows.below(atom.row(), atom.threshold(), atom.inclusive());
      RowBounds below = new Decided(rows, atom, true, share.lower());
      RowBounds above = new Decided(rows, atom, false, share.lower());
      double left =
          share.lower() * objective.gap(below) + (1 - share.lower()) * objective.gap(above);
      if (left < least) {
        Optional<Edge> edge = edge(vertices, atom, openness(below) <= openness(above));
        if (edge.isPresent()) {
          least = left;
          best = edge;
        }
      }
    }
    return best;
  }

  /** How much is still open: 0 if nothing is. */
  private double openness(RowBounds part) {
    return Arrays.stream(objective.weights(part, network.rows())).sum();
  }

  /**
   * Where a row's value is beside the threshold by as much as rounding may hide, so that the
   * comparison is decided for sure on one side; what is left of it on the other is rounding. The
   * side where less stays open is the one to be sure of: where an event cannot happen it has the
   * probability 0 then, while rounding in all of its comparisons at once would leave it a little.
   *
   * @param isBelowSure whether that side is below
   */
  private Optional<Edge> edge(Vertex[] vertices, Comparison atom, boolean isBelowSure) {
    int row = atom.row();
    int least = 0;
    int greatest = 0;
    for (int i = 1; i < vertices.length; i++) {
      least = vertices[i].y(row) < vertices[least].y(row) ? i : least;
      greatest = vertices[i].y(row) > vertices[greatest].y(row) ? i : greatest;
    }
    double a = atom.threshold() - vertices[least].y(row);
    double b = vertices[greatest].y(row) - atom.threshold();
    double margin =
        Math.max(
            network.roundingOfRow(vertices[least], row),
            network.roundingOfRow(vertices[greatest], row));
    if (!(Math.min(a, b) > Math.max(LEAST_RATIO * (a + b), CLEARLY * margin))) {
      return Optional.empty();
    }
    double fromLeast = (a + (isBelowSure ? -margin : margin)) / (a + b);
    return Optional.of(
        least < greatest
            ? new Edge(least, greatest, fromLeast)
            : new Edge(greatest, least, 1 - fromLeast));
  }

  /**
   * The part of a simplex on one side of a boundary, if the rows did not depend on one another.
   *
   * @param share of the part below
   */
  private record Decided(SimplexRows all, Comparison atom, boolean isBelow, double share)
      implements RowBounds {
    @Override
    public Share below(int row, double t, boolean inclusive) {
      double of = all.below(row, t, inclusive).lower();
      if (row == atom.row()) {
        boolean isImplied = new Comparison(row, t, inclusive).compareTo(atom) >= 0;
        if (isImplied == isBelow) {
          return isBelow ? Share.ALL : Share.NONE;
        }
        of = isBelow ? of / share : (of - share) / (1 - share);
      }
      return new Share(of, of);
    }

    @Override
    public double least(int row) {
      return row == atom.row() && !isBelow ? atom.threshold() : all.least(row);
    }

    @Override
    public double greatest(int row) {
      return row == atom.row() && isBelow ? atom.threshold() : all.greatest(row);
    }

    @Override
    public double meanWidth(int row) {
      return all.meanWidth(row);
    }

    @Override
    public double productWidth(int first, double m, int second, double k) {
      return all.productWidth(first, m, second, k);
    }
  }
}
