package surety.solver.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import surety.certificates.cell.BoxCell;
import surety.solver.domain.Axis;
import surety.solver.domain.Log2;

/**
 * Cuts the domain into boxes on which polynomials enclose the density well enough: always the box
 * whose enclosure costs most, in the coordinate where it is worst.
 *
 * <p>Boxes in which all that is asked is decided need no polynomial: their mass is known. So the
 * boxes close in on the boundary of an event, and the wanted gap of a single one is relative to
 * what is left: an event of probability 1e-350 is found by halving the domain.
 *
 * <p>All masses are logarithms to base 2.
 */
final class DensityPartition {
  /** By a quarter less, as a logarithm, is worth a cut. */
  private static final double WORTHWHILE = 0.4;

  private final BoxBounds bounds;
  private final Objective objective;
  private final int degree;
  private final double gap;
  private final BoxNode root;
  private final PriorityQueue<Item> queue =
      new PriorityQueue<>(
          Comparator.comparingDouble(Item::logError).reversed().thenComparing(Item::number));
  private final List<Item> finished = new ArrayList<>();
  private final List<BoxNode> certain = new ArrayList<>();
  private double logTrue = Double.NEGATIVE_INFINITY;
  private long number;
  private long decided;

  /**
   * A box that is not decided.
   *
   * @param relativeError of its mass, by the polynomials or because it is all unknown
   * @param logWeight of what changes if its mass is all unknown
   */
  record Item(BoxNode box, double relativeError, double logWeight, long number) {
    /** What enclosing its density costs. */
    double logError() {
      return logWeight + Log2.of(Math.min(1, relativeError));
    }
  }

  private DensityPartition(
      List<Axis> axes, PlainNetwork network, Objective objective, int degree, double gap) {
    this.bounds = new BoxBounds(network);
    this.objective = objective;
    this.degree = degree;
    this.gap = gap;
    this.root = BoxNode.root(axes);
    add(root);
  }

  /** Of boxes that are there already. */
  private DensityPartition(BoxNode root, PlainNetwork network, Objective objective) {
    this.bounds = new BoxBounds(network);
    this.objective = objective;
    this.degree = BoxCell.MOST_DEGREE;
    this.gap = 0;
    this.root = root;
  }

  /**
   * What a tree has made of a box: what its boxes cost.
   *
   * @param boxes those of the tree; of leaves that are not decided all is unknown but their mass
   */
  static DensityPartition of(
      BoxNode root,
      TreeReader.Boxes boxes,
      PlainNetwork network,
      Objective objective,
      BooleanSupplier stopped) {
    DensityPartition partition = new DensityPartition(root, network, objective);
    for (BoxNode leaf : boxes.leaves()) {
      if (stopped.getAsBoolean()) {
        return partition;
      }
      partition.addUntouched(leaf);
    }
    for (TreeReader.Triangulated box : boxes.triangulated()) {
      if (stopped.getAsBoolean()) {
        return partition;
      }
      partition.addTriangulated(box.box(), box.degrees());
    }
    return partition;
  }

  private void addUntouched(BoxNode leaf) {
    RowBounds rows = rows(leaf);
    if (leaf.logMass() == Double.NEGATIVE_INFINITY || isDecided(leaf, rows)) {
      decided++;
    } else {
      finished.add(item(leaf, rows, 1));
      number++;
    }
  }

  private void addTriangulated(BoxNode box, List<Integer> degrees) {
    double relative = 0;
    for (int q = 0; q < degrees.size(); q++) {
      relative += atMost(box.relativeError(q, degrees.get(q)));
    }
    finished.add(item(box, rows(box), relative));
    number++;
  }

  /**
   * Cuts until the density costs less than the gap, or there are too many boxes.
   *
   * @param degree the highest degree of the polynomials
   * @param gap what the density may cost in all; relative to the probability of a rare event
   * @param mostBoxes that are not decided, at most
   */
  static DensityPartition of(
      List<Axis> axes,
      PlainNetwork network,
      Objective objective,
      int degree,
      double gap,
      long mostBoxes,
      BooleanSupplier stopped) {
    DensityPartition partition = new DensityPartition(axes, network, objective, degree, gap);
    long nextTest = 0;
    while (!partition.queue.isEmpty() && partition.boxes() < mostBoxes && !stopped.getAsBoolean()) {
      if (partition.boxes() >= nextTest) {
        if (partition.logError() <= partition.logWanted()) {
          break;
        }
        nextTest = partition.boxes() + 1 + partition.boxes() / 16;
      }
      partition.cutWorst();
    }
    return partition;
  }

  BoxNode root() {
    return root;
  }

  int degree() {
    return degree;
  }

  /** How many boxes are not decided. */
  long boxes() {
    return (long) queue.size() + finished.size();
  }

  /** How many boxes are. */
  long decided() {
    return decided;
  }

  /** The undecided boxes. */
  List<Item> items() {
    List<Item> items = new ArrayList<>(finished);
    items.addAll(queue);
    items.sort(Comparator.comparing(Item::number));
    return items;
  }

  /** The boxes in which the event may happen, if the probability of one is asked. */
  List<BoxNode> possible() {
    List<BoxNode> possible = new ArrayList<>(certain);
    items().forEach(item -> possible.add(item.box()));
    return possible;
  }

  /** The mass of the boxes in which the event always happens. */
  double logTrue() {
    return logTrue;
  }

  /** What the density costs. */
  double logError() {
    double sum = Double.NEGATIVE_INFINITY;
    for (Item item : queue) {
      sum = Log2.sum(sum, item.logError());
    }
    for (Item item : finished) {
      sum = Log2.sum(sum, item.logError());
    }
    return sum;
  }

  /** An upper bound of the probability. */
  double logUpper() {
    double sum = logTrue;
    for (Item item : queue) {
      sum = Log2.sum(sum, item.box().logMass());
    }
    for (Item item : finished) {
      sum = Log2.sum(sum, item.box().logMass());
    }
    return sum;
  }

  /** What the density may cost: a share of the probability of a rare event. */
  double logWanted() {
    double logGap = Log2.of(gap);
    return objective.event().isEmpty() ? logGap : RareProbability.logGap(logUpper(), logGap);
  }

  private void cutWorst() {
    Item item = queue.poll();
    BoxNode box = item.box();
    int knotted = box.knottedCoordinate();
    if (knotted >= 0) {
      addParts(box.halve(knotted));
      return;
    }
    if (!box.isSmooth()) {
      finished.add(item); // knots that the kernel cannot tell apart
      return;
    }
    int worst = 0;
    for (int q = 1; q < box.sides().size(); q++) {
      if (box.relativeError(q, degree) > box.relativeError(worst, degree)) {
        worst = q;
      }
    }
    if (box.isCuttable(worst)) {
      addParts(box.halve(worst));
    } else {
      cutElsewhere(item);
    }
  }

  /**
   * Where a pole's coordinate cannot be cut any more, the box has its mass all the same, and a cut
   * of another coordinate may make that count less: what is far out there weighs next to nothing.
   */
  private void cutElsewhere(Item item) {
    BoxNode box = item.box();
    int best = -1;
    double least = item.logError() - WORTHWHILE;
    for (int q = 0; q < box.sides().size(); q++) {
      if (box.isCuttable(q)) {
        BoxNode.Cut cut = box.cut(q);
        double error = Log2.sum(logError(cut.first()), logError(cut.second()));
        if (error <= least) {
          least = error;
          best = q;
        }
      }
    }
    if (best >= 0) {
      addParts(box.cut(best));
    } else {
      box.leave();
      finished.add(item);
    }
  }

  private double logError(BoxNode box) {
    if (box.logMass() == Double.NEGATIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    RowBounds rows = rows(box);
    return objective.isDecided(rows) ? Double.NEGATIVE_INFINITY : item(box, rows).logError();
  }

  private void addParts(BoxNode.Cut cut) {
    add(cut.first());
    add(cut.second());
  }

  private void add(BoxNode box) {
    if (box.logMass() == Double.NEGATIVE_INFINITY) {
      decided++;
      return;
    }
    RowBounds rows = rows(box);
    if (isDecided(box, rows)) {
      decided++;
      return;
    }
    Item item = item(box, rows);
    number++;
    if (item.relativeError() == 0) {
      finished.add(item);
    } else {
      queue.add(item);
    }
  }

  private RowBounds rows(BoxNode box) {
    boolean touching = BoxSpread.of(box).isBounded(); // else the kernel sees no side
    return BoxRows.decided(bounds.compute(box), touching);
  }

  private Item item(BoxNode box, RowBounds rows) {
    return item(box, rows, box.isSmooth() ? relativeError(box, degree) : 1);
  }

  private Item item(BoxNode box, RowBounds rows, double relative) {
    double worth = objective.worth(rows);
    double logWeight = box.logMass() + (worth <= Double.MAX_VALUE ? Log2.of(worth) : 0);
    return new Item(box, relative, logWeight, number);
  }

  private boolean isDecided(BoxNode box, RowBounds rows) {
    if (objective.event().isPresent() && objective.lower(rows) == 1) {
      logTrue = Log2.sum(logTrue, box.logMass());
      certain.add(box);
    }
    return objective.isDecided(rows);
  }

  /** The relative error of the mass of a box, for polynomials of at most this degree. */
  static double relativeError(BoxNode box, int degree) {
    double sum = 0;
    for (int q = 0; q < box.sides().size(); q++) {
      sum += atMost(box.relativeError(q, degree));
    }
    return sum;
  }

  private static double atMost(double error) {
    return error == Double.POSITIVE_INFINITY ? 1 : error;
  }

  /** What each box may cost, if all were to cost the same; a logarithm. */
  double logSpare() {
    return logWanted() - 1 - Log2.of((double) Math.max(1, boxes()));
  }

  /** The smallest degrees, among a few, that keep the error of a box about where it is. */
  List<Integer> degrees(Item item, double logSpare) {
    double spare = Log2.power(logSpare - item.logWeight());
    double allowed = Math.max(item.relativeError(), spare);
    for (int quarter = 0; quarter < 4; quarter++) {
      int lower = degree * quarter / 4;
      if (relativeError(item.box(), lower) <= allowed) {
        return degrees(item.box(), lower);
      }
    }
    return degrees(item.box(), degree);
  }

  private static List<Integer> degrees(BoxNode box, int highest) {
    return box.sides().stream().map(side -> side.degree(highest)).toList();
  }
}
