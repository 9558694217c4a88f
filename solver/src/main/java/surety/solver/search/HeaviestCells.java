package surety.solver.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import surety.certificates.stop.Stop;
import surety.solver.domain.Log2;

/**
 * The leaves of a tree that hold most of the probability of an event, or of its complement. The
 * search cuts where the event's boundary is, so what lies inside of it is in few large leaves.
 */
final class HeaviestCells {
  /** A leaf has to be looked at more closely, so only so many of the heaviest are. */
  private static final int MOST_LEAVES = 1000;

  /** A simplex with what formulas of low degree say of its mass. */
  private record Candidate(SimplexCell cell, double mass) {}

  private final PlainNetwork network;
  private final PlainEvent event;
  private final double logUnit;
  private final boolean inside;
  private final HalfSpaceFraction fraction;
  private final Stop stop;
  private final List<HeavyLeaf> found = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<BoxNode> boxes = new ArrayList<>();

  private HeaviestCells(
      PlainNetwork network, PlainEvent event, double logUnit, boolean inside, Stop stop) {
    this.stop = stop;
    this.network = network;
    this.event = event;
    this.logUnit = logUnit;
    this.inside = inside;
    this.fraction = new HalfSpaceFraction(network.inputs());
  }

  /**
   * The heaviest leaves, the heaviest first.
   *
   * @param logUnit what masses are measured in, as a logarithm
   * @param inside whether of the event, else of its complement
   * @param count how many at most
   * @param stop asked for each cell
   */
  static List<HeavyLeaf> of(
      BoxNode root,
      PlainNetwork network,
      PlainEvent event,
      double logUnit,
      boolean inside,
      int count,
      Stop stop) {
    HeaviestCells cells = new HeaviestCells(network, event, logUnit, inside, stop);
    cells.walk(root, Math.max(count, MOST_LEAVES));
    cells.weighSimplices();
    cells.weighBoxes();
    cells.keep(count);
    return List.copyOf(cells.found);
  }

  private void walk(BoxNode root, int count) {
    root.walk(
        stop,
        node -> {
          if (node.parts().isEmpty()) {
            if (node instanceof SimplexCell cell) {
              weigh(cell);
            } else {
              boxes.add((BoxNode) node);
            }
          }
          if (candidates.size() > 2 * count) {
            drop(count);
          }
        });
  }

  /** Ends alike in every run: equal masses stay in the order of the tree. */
  private void drop(int count) {
    candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.mass()));
    if (candidates.size() > count) {
      candidates.subList(count, candidates.size()).clear();
    }
  }

  /**
   * Ends alike in every run: equal masses stay in the order of the tree. Formulas may overflow, and
   * tell nothing then.
   */
  private void keep(int count) {
    found.removeIf(leaf -> !Double.isFinite(leaf.mass()));
    found.sort(Comparator.comparingDouble((HeavyLeaf leaf) -> -leaf.mass()));
    if (found.size() > count) {
      found.subList(count, found.size()).clear();
    }
  }

  private void weigh(SimplexCell cell) {
    double mass = cell.mass() * share(cell.rows(fraction)).lower();
    if (mass > 0) {
      candidates.add(new Candidate(cell, mass));
    }
  }

  private void weighSimplices() {
    drop(MOST_LEAVES);
    SampledMass sampled = new SampledMass(network.inputs());
    for (Candidate candidate : candidates) {
      stop.check();
      SimplexCell cell = candidate.cell();
      double mass =
          cell.density().degree() == 0
              ? candidate.mass()
              : sampled.of(cell, network.rows(), event, inside);
      if (mass > 0) {
        found.add(hull(cell, mass));
      }
    }
  }

  private Share share(RowBounds bounds) {
    Share share = EventShare.of(event, bounds);
    return inside ? share : share.complement();
  }

  private HeavyLeaf hull(SimplexCell cell, double mass) {
    EventHull.Hull hull = EventHull.of(event, inside, cell.vertices(), cell.rows(fraction));
    return new HeavyLeaf(hull.lower(), hull.upper(), mass);
  }

  private void weighBoxes() {
    boxes.sort(Comparator.comparingDouble((BoxNode box) -> -box.logMass()));
    BoxBounds bounds = new BoxBounds(network);
    for (BoxNode box : boxes.subList(0, Math.min(MOST_LEAVES, boxes.size()))) {
      stop.check();
      // One that only touches a threshold counts: the boundary has no probability worth naming.
      Share share = share(BoxRows.decided(bounds.compute(box), true));
      double mass = Log2.power(box.logMass() - logUnit);
      if (share.isAll() && mass > 0) {
        found.add(
            new HeavyLeaf(
                box.sides().stream().mapToDouble(side -> side.lower()).toArray(),
                box.sides().stream().mapToDouble(side -> side.upper()).toArray(),
                mass));
      }
    }
  }
}
