package surety.solver.search;

import static surety.solver.search.BoxTree.Leaf.INSIDE;
import static surety.solver.search.BoxTree.Leaf.OPEN;
import static surety.solver.search.BoxTree.Leaf.OUTSIDE;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import surety.certificates.proof.ProofReader;
import surety.certificates.stop.Stop;
import surety.certificates.writing.ProofWriter;
import surety.solver.domain.Axis;
import surety.solver.domain.Log2;

/**
 * Best-first refinement of boxes, for more random inputs than simplices can serve. On each subtree
 * the network is condensed to the neurons that may bend there; a box is cut along the coordinate
 * that moves the neurons whose lines cost most.
 */
final class CondensedSearch implements Refinement {
  /** What adds less than this, as a share of the probability, is rounding. */
  private static final double FLOOR = 1e-17;

  /** A round takes that share of the open boxes, so that it stays close to best-first. */
  private static final int SHARE = 8;

  private static final int MOST = 2048;

  /** Into so many parts open boxes are divided, whose sums are made apart. */
  private static final int CHUNKS = 64;

  /** With at most that share of its neurons left the network is condensed again... */
  private static final double WORTHWHILE = 0.7;

  /** ... unless there are so few that it does not matter. */
  private static final int FEW = 4;

  private final PlainNetwork network;
  private final Objective objective;
  private final Rounds rounds;
  private final Worker[] workers;
  private final BoxTree tree;
  private final Cell root;
  private final GapQueue<Cell> open = new GapQueue<>();
  private double openGap;
  private double openLower;
  private double closedLower;

  /** Of anything but an event all there can be: what adds next to nothing to it is rounding. */
  private final double whole;

  /** A box that is open. */
  private static final class Cell {
    private final BoxSide[] sides;
    private final CondensedRows condensed;
    private int node;
    private double gap;
    private double lower;
    private long open;
    private int bending;
    private int coordinate;
    private BoxTree.Leaf leaf = OPEN;

    Cell(BoxSide[] sides, CondensedRows condensed, long open, int bending) {
      this.sides = sides;
      this.condensed = condensed;
      this.open = open;
      this.bending = bending;
    }
  }

  /** A box that is cut. */
  private record Cut(Cell cell, boolean condenses, Cell first, Cell second) {}

  /** Scratch memory of a thread. */
  private final class Worker {
    private final CondensedBounds bounds;
    private final ForwardRows forward;
    private final CellShare share;
    private final double[] scores;

    Worker(CellShare share) {
      this.bounds = new CondensedBounds(network.inputs());
      this.forward = new ForwardRows(network);
      this.share = share;
      this.scores = new double[network.inputs()];
    }

    /** Bounds a box's share and chooses where to cut it. */
    void look(Cell cell) {
      RowForms rows = bound(cell);
      Arrays.fill(scores, 0);
      share.compute(rows, cell.open, scores);
      double mass = tree.mass(cell.sides);
      cell.open = share.open();
      cell.gap = mass * share.gap();
      cell.lower = mass * share.lower();
      cell.leaf = share.leaf();
      cell.coordinate = coordinate(cell.sides);
    }

    private RowForms bound(Cell cell) {
      if (cell.condensed == null) {
        forward.compute(cell.sides);
        return forward;
      }
      cell.bending = bounds.compute(cell.condensed, cell.sides);
      return bounds;
    }

    /** That with the greatest score of those that can be cut; -1 if none can. */
    private int coordinate(BoxSide[] sides) {
      int best = -1;
      for (int q = 0; q < scores.length; q++) {
        double score = scores[q] >= 0 ? scores[q] : Double.POSITIVE_INFINITY;
        if (sides[q].isCuttable() && (best < 0 || score > scores[best])) {
          best = q;
        }
      }
      return best;
    }

    Cut cut(Cell cell) {
      Cut cut = parts(cell, condensed(cell));
      look(cut.first);
      look(cut.second);
      return cut;
    }

    private Cut parts(Cell cell, Optional<CondensedRows> anew) {
      CondensedRows rows = anew.orElse(cell.condensed);
      BoxSide side = cell.sides[cell.coordinate];
      Cell first = part(cell, side.below(), rows);
      Cell second = part(cell, side.above(), rows);
      return new Cut(cell, anew.isPresent(), first, second);
    }

    private Cell part(Cell cell, BoxSide side, CondensedRows rows) {
      BoxSide[] sides = BoxTree.with(cell.sides, cell.coordinate, side);
      return new Cell(sides, rows, cell.open, cell.bending);
    }

    /** Cuts a box again as it was, and bounds nothing but what is needed for that. */
    Cut cutAgain(Cell cell, int coordinate, boolean condenses) {
      Optional<CondensedRows> anew = Optional.empty();
      if (condenses) {
        look(cell);
        anew = condensedAgain(cell);
      }
      cell.coordinate = coordinate;
      return parts(cell, anew);
    }

    /** The network condensed on a box that was looked at. */
    private Optional<CondensedRows> condensedAgain(Cell cell) {
      if (cell.condensed != null) {
        return Optional.of(cell.condensed.condensed(bounds));
      }
      cell.bending = forward.bounds().bending();
      return Optional.ofNullable(CondensedRows.of(network, forward.bounds()));
    }

    /** Of a box with both what is in the event and what is not, one of them. */
    Optional<HeavyLeaf> part(BoxSide[] sides, boolean inside) {
      forward.compute(sides);
      Arrays.fill(scores, 0);
      share.compute(forward, share.everything(), scores);
      double part = inside ? share.lower() : 1 - share.lower() - share.gap();
      double mass = part * tree.mass(sides);
      double[] from = new double[sides.length];
      double[] to = new double[sides.length];
      Arrays.fill(from, -1);
      Arrays.fill(to, 1);
      share.hull(inside, from, to);
      return mass > 0 ? Optional.of(leaf(sides, from, to, mass)) : Optional.empty();
    }

    /** The part of a box between two points in local coordinates. */
    private HeavyLeaf leaf(BoxSide[] sides, double[] from, double[] to, double mass) {
      double[] lower = new double[sides.length];
      double[] upper = new double[sides.length];
      for (int q = 0; q < sides.length; q++) {
        double centre = sides[q].centre();
        double radius = sides[q].radius();
        lower[q] = from[q] <= -1 ? sides[q].slice().lower() : centre + from[q] * radius;
        upper[q] = to[q] >= 1 ? sides[q].slice().upper() : centre + to[q] * radius;
      }
      return new HeavyLeaf(lower, upper, mass);
    }

    HeavyLeaf whole(BoxSide[] sides, double mass) {
      double[] from = new double[sides.length];
      double[] to = new double[sides.length];
      Arrays.fill(from, -1);
      Arrays.fill(to, 1);
      return leaf(sides, from, to, mass);
    }

    /** The network condensed on a box, if that is worth it. */
    private Optional<CondensedRows> condensed(Cell cell) {
      if (cell.condensed != null) {
        int neurons = cell.condensed.neurons();
        if (neurons <= FEW || cell.bending > WORTHWHILE * neurons) {
          return Optional.empty();
        }
        bound(cell);
        return Optional.of(cell.condensed.condensed(bounds));
      }
      bound(cell);
      int bending = forward.bounds().bending();
      if (bending == 0 || bending > WORTHWHILE * cell.bending) {
        return Optional.empty();
      }
      cell.bending = bending;
      return Optional.ofNullable(CondensedRows.of(network, forward.bounds()));
    }
  }

  private CondensedSearch(
      PlainNetwork network,
      List<Axis> axes,
      Objective objective,
      Supplier<CellShare> share,
      Rounds rounds) {
    this.objective = objective;
    this.network = network;
    this.rounds = rounds;
    this.whole = objective.event().isPresent() ? 0 : objective.range();
    BoxSide[] sides = axes.stream().map(axis -> new BoxSide(axis.whole())).toArray(BoxSide[]::new);
    double[] weights = new double[axes.get(0).summands()]; // all have the same summands
    Arrays.setAll(weights, j -> Log2.power(axes.get(0).logWeight(j)));
    this.tree = new BoxTree(sides, weights);
    this.workers = new Worker[rounds.threads()];
    Arrays.setAll(workers, worker -> new Worker(share.get()));
    this.root = new Cell(sides, null, workers[0].share.everything(), Integer.MAX_VALUE);
  }

  /** A search for whatever is asked. */
  static CondensedSearch of(
      PlainNetwork network, List<Axis> axes, Objective objective, Rounds rounds) {
    CondensedSearch search = prepared(network, axes, objective, rounds);
    search.restore();
    return search;
  }

  /**
   * The same that goes on from a tree.
   *
   * @param reader of the rules, which are read up to the tree's end
   * @throws OtherTreeException if this search does not make such trees
   */
  static CondensedSearch of(
      PlainNetwork network, List<Axis> axes, Objective objective, Rounds rounds, ProofReader reader)
      throws OtherTreeException {
    CondensedSearch search = prepared(network, axes, objective, rounds);
    search.tree.read(reader, rounds.stop());
    search.restore();
    return search;
  }

  private static CondensedSearch prepared(
      PlainNetwork network, List<Axis> axes, Objective objective, Rounds rounds) {
    Optional<CondensedEvent> flat = objective.event().flatMap(CondensedEvent::of);
    int inputs = network.inputs();
    Supplier<CellShare> share =
        () ->
            flat.<CellShare>map(e -> new ConjunctionShare(e, inputs))
                .orElseGet(() -> new ObjectiveShare(objective, inputs, network.rows()));
    return new CondensedSearch(network, axes, objective, share, rounds);
  }

  /** Makes the cells of the tree: what is a leaf is looked at, and open or not. */
  private void restore() {
    Deque<Cell> pending = new ArrayDeque<>();
    pending.push(root);
    while (!pending.isEmpty()) {
      List<Cell> cells = new ArrayList<>();
      while (cells.size() < MOST && !pending.isEmpty()) {
        cells.add(pending.pop());
      }
      Cut[] cuts = new Cut[cells.size()];
      rounds.run(cuts.length, (k, worker) -> cuts[k] = restore(cells.get(k), workers[worker]));
      for (int k = cuts.length - 1; k >= 0; k--) {
        Cell cell = cells.get(k);
        int first = tree.firstPart(cell.node);
        if (first == 0) {
          add(cell, cell.node);
        } else {
          cuts[k].first.node = first;
          cuts[k].second.node = first + 1;
          pending.push(cuts[k].second);
          pending.push(cuts[k].first);
        }
      }
    }
  }

  /** How a cell was cut; no cut of a leaf, which is looked at. */
  private Cut restore(Cell cell, Worker worker) {
    if (tree.firstPart(cell.node) == 0) {
      worker.look(cell);
      return new Cut(cell, false, cell, cell);
    }
    return worker.cutAgain(cell, tree.coordinate(cell.node), tree.condenses(cell.node));
  }

  private void add(Cell cell, int node) {
    cell.node = node;
    if (cell.gap > 0 && cell.coordinate >= 0) {
      open.add(cell, cell.gap);
      openGap += cell.gap;
      openLower += cell.lower;
    } else {
      closedLower += cell.lower;
      tree.setLeaf(node, cell.leaf);
    }
  }

  @Override
  public long leaves() {
    return tree.leaves();
  }

  @Override
  public boolean isExhausted() {
    return open.isEmpty()
        || open.largest() <= FLOOR * Math.max(closedLower + openLower + openGap, whole);
  }

  @Override
  public void round(long room) {
    int count = (int) Math.min(room, Math.max(1, Math.min(MOST, open.size() / SHARE)));
    List<Cell> cells = new ArrayList<>(count);
    while (cells.size() < count && !open.isEmpty()) {
      Cell cell = open.poll();
      openGap -= cell.gap;
      openLower -= cell.lower;
      cell.sides[cell.coordinate].cut();
      cells.add(cell);
    }
    Cut[] cuts = new Cut[cells.size()];
    rounds.run(cuts.length, (index, worker) -> cuts[index] = workers[worker].cut(cells.get(index)));
    for (Cut cut : cuts) {
      int first = tree.cut(cut.cell.node, cut.cell.coordinate, cut.condenses);
      add(cut.first, first);
      add(cut.second, first + 1);
    }
  }

  @Override
  public double openGap() {
    return open.isEmpty() ? 0 : Math.max(0, openGap);
  }

  @Override
  public double largestGap() {
    return objective instanceof CdfObjective cdf ? largestGap(cdf) : openGap();
  }

  /** Bounds all open boxes anew; sums do not depend on the number of threads. */
  private double largestGap(CdfObjective cdf) {
    List<Cell> cells = open.cells();
    double[][] sums = new double[CHUNKS][cdf.points()];
    rounds.run(
        CHUNKS,
        (chunk, worker) -> {
          ObjectiveShare rows = new ObjectiveShare(objective, network.inputs(), network.rows());
          for (int k = chunk; k < cells.size(); k += CHUNKS) {
            Cell cell = cells.get(k);
            RowBounds bounds = rows.look(workers[worker].bound(cell));
            cdf.addGaps(bounds, tree.mass(cell.sides), sums[chunk]);
          }
        });
    double largest = 0;
    for (int point = 0; point < cdf.points(); point++) {
      double gap = 0;
      for (double[] sum : sums) {
        gap += sum[point];
      }
      largest = Math.max(largest, gap);
    }
    return largest;
  }

  @Override
  public double lower() {
    return Math.max(0, closedLower + openLower);
  }

  /** Writes the rules of the tree, unless it is stopped. */
  void write(ProofWriter writer, Stop stop) throws IOException {
    tree.write(writer, stop);
  }

  /**
   * The heaviest leaves inside of the event, or outside of it, the heaviest first. Of a leaf with
   * both it is the box around what counts.
   */
  List<HeavyLeaf> heaviest(boolean inside, int count) {
    BoxTree.Leaf wanted = inside ? INSIDE : OUTSIDE;
    return tree.heaviest(
        (sides, leaf) ->
            leaf == OPEN
                ? workers[0].part(sides, inside)
                : Optional.of(leaf)
                    .filter(wanted::equals)
                    .map(l -> workers[0].whole(sides, tree.mass(sides))),
        count,
        rounds.stop());
  }
}
