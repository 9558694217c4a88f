package surety.solver.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.BranchDomain;
import surety.certificates.proof.ProofReader;
import surety.certificates.stop.Stop;
import surety.certificates.writing.ProofWriter;
import surety.solver.domain.Domain;
import surety.solver.domain.Log2;

/**
 * A search for the proof tree of one branch. All its figures are estimates in plain doubles; only
 * the tree counts, and it is the same for any number of threads.
 */
public final class Search implements GapEstimate {
  /** Up to that many random inputs boxes are triangulated; beyond, n! simplices are too many. */
  private static final int MOST_TRIANGULATED = Math.min(4, BoxCell.MOST_TRIANGULATED);

  /** Probabilities below 2 to this power are not computed with as they are, but scaled. */
  private static final double RARE = -500;

  private final PlainNetwork network;
  private final Objective objective;
  private final BoxNode root;
  private final Rounds rounds;
  private Refinement refinement;
  private long boxes;
  private final double logUnit;
  private final double densityError;
  private double trueMass;
  private final double coefficients;
  private final LeafDegree degrees;
  private final boolean isShortOfTime;
  private final boolean isShortOfCells;

  private Search(
      PlainNetwork network,
      Objective objective,
      BoxNode root,
      Rounds rounds,
      Refinement refinement,
      long boxes,
      double logUnit,
      double densityError,
      double trueMass,
      double coefficients,
      LeafDegree degrees,
      boolean isShortOfTime,
      boolean isShortOfCells) {
    this.network = network;
    this.objective = objective;
    this.root = root;
    this.rounds = rounds;
    this.refinement = refinement;
    this.boxes = boxes;
    this.logUnit = logUnit;
    this.densityError = densityError;
    this.trueMass = trueMass;
    this.coefficients = coefficients;
    this.degrees = degrees;
    this.isShortOfTime = isShortOfTime;
    this.isShortOfCells = isShortOfCells;
  }

  /**
   * Makes the first cells.
   *
   * @param densityGap what enclosing the density may cost of the gap; relative to the probability
   *     of a rare event
   * @param seconds how long the whole search may take: no more is begun than the kernel is done
   *     with in that time, as far as that can be foreseen
   * @param mostCells how many cells there are to be, at most
   * @param rounds stop this as well
   * @param hurry asked now and then how the density is to be enclosed; once true, whatever is ready
   *     is used
   */
  public static Search start(
      Domain domain,
      PlainNetwork network,
      Objective objective,
      double densityGap,
      double seconds,
      long mostCells,
      Rounds rounds,
      BooleanSupplier hurry) {
    LeafDegree leafDegrees = new LeafDegree(objective, densityGap);
    if (domain.dimension() > MOST_TRIANGULATED
        || DensityPlan.isForBoxes(domain.axes(), densityGap)) {
      return ofBoxes(
          domain,
          network,
          objective,
          leafDegrees,
          CondensedSearch.of(network, domain.axes(), objective, rounds),
          rounds);
    }
    DensityPlan.Choice choice =
        DensityPlan.choose(
            domain.axes(), network, objective, densityGap, seconds, mostCells, hurry);
    DensityPartition partition = choice.partition();
    double logUnit = logUnit(partition);
    if (logUnit == 0 && choice.isForBoxes()) {
      return ofBoxes(
          domain,
          network,
          objective,
          leafDegrees,
          CondensedSearch.of(network, domain.axes(), objective, rounds),
          rounds);
    }
    double mass = Log2.power(partition.logUpper() - logUnit);
    SimplexSearch simplices = new SimplexSearch(network, objective, rounds, mass);
    long untouched = 0;
    double logSpare = partition.logSpare();
    double coefficients = 1;
    for (DensityPartition.Item item : partition.items()) {
      if (item.relativeError() < 1) {
        rounds.stop().check();
        List<Integer> degrees = partition.degrees(item, logSpare);
        coefficients = Math.max(coefficients, DensityPlan.coefficients(degrees));
        simplices.addAll(BoxTriangulation.of(network, degrees, item.box(), logUnit));
      } else {
        untouched++;
      }
    }
    return new Search(
        network,
        objective,
        partition.root(),
        rounds,
        simplices,
        untouched + partition.decided(),
        logUnit,
        Log2.power(partition.logError() - logUnit),
        Log2.power(partition.logTrue() - logUnit),
        coefficients,
        leafDegrees,
        choice.isShortOfTime(),
        choice.isShortOfCells());
  }

  /** Boxes whose masses are known, and no simplices. */
  private static Search ofBoxes(
      Domain domain,
      PlainNetwork network,
      Objective objective,
      LeafDegree degrees,
      CondensedSearch boxes,
      Rounds rounds) {
    BoxNode root = BoxNode.root(domain.axes());
    return new Search(
        network, objective, root, rounds, boxes, 0, 0, 0, 0, 1, degrees, false, false);
  }

  private static double logUnit(DensityPartition partition) {
    double logUpper = partition.logUpper();
    return logUpper < RARE && logUpper > Double.NEGATIVE_INFINITY ? logUpper : 0;
  }

  /**
   * Goes on from a tree: its leaves are those of the search, whatever made it.
   *
   * @param densityGap as of a start
   * @param tree the rules, in memory; they are read up to the tree's end
   * @param rounds stop this as well
   * @throws OtherTreeException if a search of this kind does not make such trees
   */
  public static Search of(
      Domain domain,
      PlainNetwork network,
      Objective objective,
      double densityGap,
      Rounds rounds,
      ByteArrayInputStream tree)
      throws OtherTreeException {
    LeafDegree degrees = new LeafDegree(objective, densityGap);
    int n = domain.dimension();
    tree.mark(0);
    if (n <= MOST_TRIANGULATED) {
      try {
        return ofSimplices(domain, network, objective, degrees, rounds, tree);
      } catch (OtherTreeException e) {
        if (n < DensityPlan.LEAST_OF_BOXES) {
          throw e;
        }
        tree.reset(); // such trees are made of boxes only, too
      }
    }
    return ofBoxes(
        domain,
        network,
        objective,
        degrees,
        CondensedSearch.of(network, domain.axes(), objective, rounds, new ProofReader(tree)),
        rounds);
  }

  private static Search ofSimplices(
      Domain domain,
      PlainNetwork network,
      Objective objective,
      LeafDegree degrees,
      Rounds rounds,
      ByteArrayInputStream tree)
      throws OtherTreeException {
    int n = domain.dimension();
    BoxNode root = BoxNode.root(domain.axes());
    TreeReader.Boxes boxes = new TreeReader(tree, n, rounds.stop()).boxes(root);
    DensityPartition partition =
        DensityPartition.of(root, boxes, network, objective, stopping(rounds));
    double logUnit = logUnit(partition);
    SimplexSearch simplices =
        new SimplexSearch(network, objective, rounds, Log2.power(partition.logUpper() - logUnit));
    int behind = tree.available();
    tree.reset();
    simplices.read(
        new TreeReader(tree, n, rounds.stop()),
        boxes,
        box -> BoxTriangulation.of(network, box.degrees(), box.box(), logUnit));
    tree.skip(tree.available() - behind); // boxes behind the last simplex
    double coefficients =
        boxes.triangulated().stream()
            .mapToDouble(box -> DensityPlan.coefficients(box.degrees()))
            .max()
            .orElse(1);
    return new Search(
        network,
        objective,
        root,
        rounds,
        simplices,
        boxes.leaves().size(),
        logUnit,
        Log2.power(partition.logError() - logUnit),
        Log2.power(partition.logTrue() - logUnit),
        coefficients,
        degrees,
        false,
        false);
  }

  private static BooleanSupplier stopping(Rounds rounds) {
    return () -> {
      rounds.stop().check();
      return false;
    };
  }

  /**
   * Whether close enclosures of the densities are costly: simplices of many coordinates, and
   * densities that are no polynomials.
   */
  public static boolean isCostly(Domain domain) {
    return domain.dimension() == MOST_TRIANGULATED && !DensityPlan.isExact(domain.axes());
  }

  /** Whether densities are polynomials; on boxes they need not be. */
  public static boolean isExact(Domain domain) {
    return domain.dimension() > MOST_TRIANGULATED || DensityPlan.isExact(domain.axes());
  }

  @Override
  public long cells() {
    return boxes + refinement.leaves();
  }

  /** Whether the density has so many coefficients in a leaf that the kernel needs long for it. */
  public boolean isLongToBound() {
    return coefficients >= LeafDegree.LEAST_COEFFICIENTS;
  }

  /** Whether only a few bytes are kept of a cell. */
  public boolean isOfSmallCells() {
    return refinement instanceof CondensedSearch;
  }

  /** Whether the density would have been enclosed closer if there were more time. */
  public boolean isShortOfTime() {
    return isShortOfTime;
  }

  /** Whether it would have been if more cells were allowed. */
  public boolean isShortOfCells() {
    return isShortOfCells;
  }

  /** Whether no neuron bends but at kinks. */
  public boolean isPiecewiseLinear() {
    return network.isPiecewiseLinear();
  }

  /** Whether no round can improve anything any more. */
  public boolean isExhausted() {
    return refinement.isExhausted();
  }

  /**
   * Has the kernel bound each leaf, when nothing is left to do by the plain bounds, and goes on
   * with those where it sees a gap. Whether there are any; a second time there are not.
   *
   * @param branch the kernel's coordinates
   * @param gap of all bounds so far
   */
  boolean recheck(KernelRows kernel, BranchDomain branch, double gap) {
    if (refinement instanceof KernelSearch
        || refinement instanceof CondensedSearch
        || logUnit != 0) {
      return false;
    }
    KernelSearch search = KernelSearch.of(root, branch, network, kernel, objective, rounds, gap);
    refinement = search;
    boxes = 0;
    trueMass = 0;
    return !search.isExhausted();
  }

  /** One round, which makes at most {@code room} more cells. */
  public void round(long room) {
    refinement.round(room);
  }

  @Override
  public double unit() {
    return Log2.power(logUnit);
  }

  /** Its binary logarithm, which is a number where it is none itself. */
  public double logUnit() {
    return logUnit;
  }

  @Override
  public double densityError() {
    return densityError;
  }

  @Override
  public double meanGap() {
    return widening() * refinement.openGap() / objective.range();
  }

  /** Lower degrees of the density in the leaves make gaps wider, by about as much as they may. */
  private double widening() {
    return isLongToBound() ? 1 + LeafDegree.SHARE : 1;
  }

  @Override
  public double largestGap() {
    return widening() * refinement.largestGap();
  }

  @Override
  public double lower() {
    return trueMass + refinement.lower();
  }

  /**
   * Where most of the probability is of the event, or of its complement, the heaviest first; none
   * if several things are asked.
   *
   * @param inside whether of the event
   * @param count how many at most
   */
  public List<HeavyLeaf> heaviest(boolean inside, int count) {
    if (refinement instanceof CondensedSearch condensed) {
      return condensed.heaviest(inside, count);
    }
    return objective
        .event()
        .map(e -> HeaviestCells.of(root, network, e, logUnit, inside, count, rounds.stop()))
        .orElse(List.of());
  }

  /** The bytes of a proof tree that is one box. */
  public static byte[] singleLeaf() {
    return bytes(ProofWriter::boxLeaf);
  }

  /** The bytes of the proof tree, unless that is stopped. */
  public byte[] tree(Stop stop) {
    if (refinement instanceof CondensedSearch condensed) {
      return bytes(writer -> condensed.write(writer, stop));
    }
    List<SimplexCell> unknown = new ArrayList<>();
    root.walk(
        stop,
        node -> {
          if (node instanceof SimplexCell cell && degrees.isToMeasure(cell)) {
            unknown.add(cell);
          }
        });
    rounds.run(unknown.size(), (index, worker) -> degrees.measure(unknown.get(index)), stop);
    double ordinary = meanGap() / Math.max(1, cells());
    return bytes(writer -> TreeWriter.write(root, network, degrees, ordinary, writer, stop));
  }

  private interface Contents {
    void writeTo(ProofWriter writer) throws IOException;
  }

  private static byte[] bytes(Contents contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      contents.writeTo(writer);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail to write", impossible);
    }
    return bytes.toByteArray();
  }
}
