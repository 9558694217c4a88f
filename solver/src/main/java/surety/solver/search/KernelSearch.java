package surety.solver.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.BranchDomain;
import surety.certificates.rejection.RejectedException;

/**
 * Best-first refinement of the leaves of a tree by the kernel's own bounds, where the search's
 * plain ones see nothing left to do. The kernel knows values and corners up to rounding only: it
 * may not see that a neuron is dead in a cell with a corner on the neuron's kink, and where the
 * dead neuron leaves the function at the threshold that costs the mass of the whole cell.
 */
final class KernelSearch implements Refinement {
  /** What adds less than this, as a share of the whole gap, does not matter. */
  private static final double FLOOR = 1e-17;

  private static final int BATCH = 1024;

  /** Cuts that are made in any case, before it is looked at whether they help. */
  private static final long FIRST_CUTS = 512;

  /** As often as the cuts have doubled, the gap must have shrunk to that share of itself. */
  private static final double PROGRESS = 0.75;

  private final PlainNetwork network;
  private final KernelRows kernel;
  private final Objective objective;
  private final Rounds rounds;
  private final SimplexSplitter[] splitters;
  private final HalfSpaceFraction[] fractions;
  private final OpenCells<Leaf> open;
  private long leaves;
  private double closedLower;
  private long cuts;
  private long nextLook = FIRST_CUTS;
  private double gapBefore = Double.POSITIVE_INFINITY;

  /** A cell of the search beside the kernel's. */
  private sealed interface Leaf {
    double mass();

    /** A box, and how evenly its mass is spread. */
    record Box(BoxNode node, BoxCell cell, BoxSpread spread) implements Leaf {
      @Override
      public double mass() {
        return node.mass();
      }
    }

    /** A simplex. */
    record Simplex(SimplexCell node, surety.certificates.cell.SimplexCell cell) implements Leaf {
      @Override
      public double mass() {
        return node.mass();
      }
    }
  }

  /** Per unit of mass: the gap, and of a single event at least so much of it. */
  private record Estimate(double gap, double lower) {}

  private KernelSearch(
      PlainNetwork network, KernelRows kernel, Objective objective, Rounds rounds, double whole) {
    this.network = network;
    this.kernel = kernel;
    this.objective = objective;
    this.rounds = rounds;
    this.splitters = new SimplexSplitter[rounds.threads()];
    Arrays.setAll(splitters, worker -> new SimplexSplitter(network, objective));
    this.fractions = new HalfSpaceFraction[rounds.threads()];
    Arrays.setAll(fractions, worker -> new HalfSpaceFraction(network.inputs()));
    this.open = new OpenCells<>(FLOOR * whole * objective.range());
  }

  /**
   * Bounds all leaves of a tree.
   *
   * @param branch the kernel's coordinates
   * @param whole the gap so far
   */
  static KernelSearch of(
      BoxNode root,
      BranchDomain branch,
      PlainNetwork network,
      KernelRows kernel,
      Objective objective,
      Rounds rounds,
      double whole) {
    KernelSearch search = new KernelSearch(network, kernel, objective, rounds, whole);
    try {
      search.walk(box(root, branch.root()));
    } catch (RejectedException e) {
      throw refused(e);
    }
    return search;
  }

  private static IllegalStateException refused(RejectedException e) {
    return new IllegalStateException("the kernel refuses the tree that the search made", e);
  }

  private void walk(Leaf root) throws RejectedException {
    Deque<Leaf> stack = new ArrayDeque<>();
    List<Leaf> batch = new ArrayList<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      rounds.stop().check();
      Leaf leaf = stack.pop();
      List<Leaf> parts = parts(leaf);
      for (int k = parts.size() - 1; k >= 0; k--) {
        stack.push(parts.get(k));
      }
      if (parts.isEmpty()) {
        batch.add(leaf);
      }
      if (batch.size() == BATCH || stack.isEmpty()) {
        addAll(batch);
        batch.clear();
      }
    }
  }

  private static Leaf box(BoxNode node, BoxCell cell) {
    return new Leaf.Box(node, cell, BoxSpread.of(node));
  }

  /** The parts into which the search has cut a cell, beside the kernel's; none of a leaf. */
  private static List<Leaf> parts(Leaf leaf) throws RejectedException {
    if (leaf instanceof Leaf.Box box) {
      return parts(box);
    }
    Leaf.Simplex simplex = (Leaf.Simplex) leaf;
    if (simplex.node().split().isEmpty()) {
      return List.of();
    }
    SimplexCell.Split split = simplex.node().split().get();
    var cells = simplex.cell().cut(split.i(), split.j(), split.ratio());
    return List.of(
        new Leaf.Simplex(split.first(), cells.get(0)),
        new Leaf.Simplex(split.second(), cells.get(1)));
  }

  private static List<Leaf> parts(Leaf.Box box) throws RejectedException {
    if (box.node().rule() instanceof BoxNode.Cut cut) {
      List<BoxCell> cells =
          cut.knot() >= 0
              ? box.cell().cutAtKnot(cut.coordinate(), cut.knot())
              : box.cell().cut(cut.coordinate(), cut.value());
      return List.of(box(cut.first(), cells.get(0)), box(cut.second(), cells.get(1)));
    }
    List<Leaf> parts = new ArrayList<>();
    if (box.node().rule() instanceof BoxNode.Triangulation triangulation) {
      int[] degrees = triangulation.degrees().stream().mapToInt(Integer::intValue).toArray();
      for (var cell : box.cell().triangulate(degrees)) {
        parts.add(new Leaf.Simplex(triangulation.simplices().get(parts.size()), cell));
      }
    }
    return parts;
  }

  private void addAll(List<Leaf> batch) {
    Estimate[] estimates = new Estimate[batch.size()];
    rounds.run(
        estimates.length,
        (index, worker) -> estimates[index] = estimate(batch.get(index), fractions[worker]));
    for (int k = 0; k < estimates.length; k++) {
      Leaf leaf = batch.get(k);
      leaves++;
      if (!open.add(leaf, leaf.mass() * estimates[k].gap())) {
        closedLower += leaf.mass() * estimates[k].lower();
      }
    }
  }

  private Estimate estimate(Leaf leaf, HalfSpaceFraction fraction) {
    RowBounds rows = rows(leaf, fraction);
    return new Estimate(objective.gap(rows), objective.lower(rows));
  }

  /** The kernel's bounds of all rows over a leaf: this is where the search asks for them. */
  private RowBounds rows(Leaf leaf, HalfSpaceFraction fraction) {
    if (leaf instanceof Leaf.Box box) {
      return rows(box);
    }
    Leaf.Simplex simplex = (Leaf.Simplex) leaf;
    return kernel.of(simplex.cell(), network.firstOwnLayer(simplex.node()), fraction);
  }

  private BoxRows rows(Leaf.Box box) {
    return kernel.of(box.cell(), box.spread());
  }

  @Override
  public long leaves() {
    return leaves;
  }

  @Override
  public boolean isExhausted() {
    return open.isEmpty();
  }

  @Override
  public void round(long room) {
    List<Leaf> cells = open.next(room);
    boolean[] isCut = new boolean[cells.size()];
    rounds.run(
        isCut.length,
        (index, worker) -> {
          if (cells.get(index) instanceof Leaf.Simplex simplex) {
            isCut[index] = cut(simplex.node(), splitters[worker]);
          }
        });
    List<Leaf> parts = new ArrayList<>();
    for (int k = 0; k < isCut.length; k++) {
      if (isCut[k] || (cells.get(k) instanceof Leaf.Box box && cut(box))) {
        leaves--;
        cuts++;
        addParts(cells.get(k), parts);
      }
    }
    addAll(parts);
    lookWhetherThatHelps();
  }

  /** Cuts a leaf; not one that is too small for that: it stays a leaf, and its gap stays. */
  private static boolean cut(SimplexCell simplex, SimplexSplitter splitter) {
    Optional<SimplexCell.Split> split = splitter.cutBeside(simplex);
    split.ifPresent(simplex::split);
    return split.isPresent();
  }

  private boolean cut(Leaf.Box box) {
    BoxRows rows = rows(box);
    int q = rows.coordinate(box.node(), objective.weights(rows, rows.ranges().size()));
    if (q >= 0) {
      box.node().cut(q);
    }
    return q >= 0;
  }

  private static void addParts(Leaf leaf, List<Leaf> all) {
    try {
      all.addAll(parts(leaf));
    } catch (RejectedException e) {
      throw refused(e);
    }
  }

  private void lookWhetherThatHelps() {
    if (cuts >= nextLook) {
      if (openGap() > PROGRESS * gapBefore) {
        open.clear(); // more cuts would only make more cells
      }
      gapBefore = openGap();
      nextLook = 2 * cuts;
    }
  }

  @Override
  public double openGap() {
    return open.sum();
  }

  @Override
  public double largestGap() {
    if (!(objective instanceof CdfObjective cdf)) {
      return openGap();
    }
    return new LargestGap<>(Leaf::mass, this::rows).of(cdf, open.cells(), network.inputs(), rounds);
  }

  @Override
  public double lower() {
    if (objective.event().isEmpty()) {
      return 0;
    }
    double lower = closedLower;
    for (Leaf leaf : open.cells()) {
      lower += leaf.mass() * estimate(leaf, fractions[0]).lower();
    }
    return lower;
  }
}
