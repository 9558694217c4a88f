package surety.solver.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import surety.certificates.cell.BoxCell;
import surety.solver.domain.Axis;
import surety.solver.domain.Log2;
import surety.solver.domain.Slice;

/**
 * Chooses how the density is enclosed: few boxes with polynomials of high degree, or more with
 * lower ones, whatever will cost the kernel less. A leaf costs it one recursion for each Bernstein
 * coefficient, and there are {@code binomial(n + D, n)} of them for a total degree D.
 */
final class DensityPlan {
  private static final int[] DEGREES = {1, 2, 3, 4, 6, 8, 12};
  private static final int HIGHEST_DEGREE = BoxCell.MOST_DEGREE;
  private static final double EXACT = 1e-12;

  /** A guess of how many simplices the network itself needs, by the number of inputs. */
  private static final double[] BASE = {1, 16, 500, 40_000, 20_000};

  /** Enclosures that are no closer than this are for few simplices. */
  private static final double LOOSE = 1e-4;

  private static final double[] LOOSE_BASE = {1, 16, 64, 500, 20_000};

  /** Into how many parts the network cuts each simplex of a small box, likewise. */
  private static final double[] PARTS = {1, 1, 2, 2, 20};

  private static final double[] MOST_BOXES = {1, 8192, 8192, 8192, 2048};

  /** How much higher the total degree is that matters than a coordinate's. */
  private static final int MORE_DEGREES = 4;

  /** What a leaf costs besides its coefficients, in the same unit. */
  private static final double LEAF = 300;

  /** A partition that could at best be this share cheaper is not worth trying. */
  private static final double PROMISING = 0.6;

  /** The share of the time that one pass of the kernel over the first simplices may take. */
  private static final double PASS = 0.25;

  /** How many coefficients the kernel computes and integrates in a second, in one thread. */
  private static final double COEFFICIENTS_PER_SECOND = 1e7;

  /** With fewer random inputs simplices are so few that the kernel has time for them. */
  static final int LEAST_OF_BOXES = 3;

  private static final int MANY_SUMMANDS = 16;

  /** Of many summands boxes alone are as close as this in the time that simplices need. */
  private static final double WIDE = 0.002;

  /** The share of the mass on which polynomials say nothing, so that boxes alone say more. */
  private static final double UNKNOWN = 0.1;

  private final List<Axis> axes;

  private DensityPlan(List<Axis> axes) {
    this.axes = axes;
  }

  /**
   * A partition.
   *
   * @param isShortOfTime whether more boxes were not tried because the kernel would take too long
   * @param isShortOfCells whether they were not because they would come to too many cells
   */
  record Choice(DensityPartition partition, boolean isShortOfTime, boolean isShortOfCells) {
    /** Whether boxes whose masses are known, and no simplices, are the better choice. */
    boolean isForBoxes() {
      return isShortOfTime
          && partition.root().sides().size() >= LEAST_OF_BOXES
          && partition.logError() > partition.logUpper() + Log2.of(UNKNOWN);
    }
  }

  /**
   * Whether they are from the start: where wide bounds are wanted of a mixture, the polynomials of
   * whose components the kernel would have to multiply in each box.
   */
  static boolean isForBoxes(List<Axis> axes, double gap) {
    return axes.size() >= LEAST_OF_BOXES
        && gap >= WIDE
        && axes.stream().anyMatch(axis -> axis.summands() >= MANY_SUMMANDS)
        && !isExact(axes);
  }

  /**
   * The cheapest partition that costs at most {@code gap}, or else the one nearest to that, of
   * those with which the kernel is done in time.
   *
   * @param seconds how long the whole search may take
   * @param mostCells how many cells it may make; at least one box is made into cells
   */
  static Choice choose(
      List<Axis> axes,
      PlainNetwork network,
      Objective objective,
      double gap,
      double seconds,
      long mostCells,
      BooleanSupplier stopped) {
    DensityPlan plan = new DensityPlan(axes);
    DensityPartition best = null;
    boolean isShortOfTime = false;
    boolean isShortOfCells = false;
    double bestCost = Double.POSITIVE_INFINITY;
    int n = axes.size();
    double base = (gap >= LOOSE ? LOOSE_BASE : BASE)[n];
    double room = mostCells / factorial(n);
    List<Integer> degrees = plan.degrees();
    for (int degree : degrees) {
      double leafCost = plan.leafCost(plan.formDegree(degree));
      if (leafCost * base > PROMISING * bestCost) {
        continue;
      }
      double affordable = plan.affordable(degree, seconds);
      boolean isLast = degree == degrees.get(degrees.size() - 1);
      if (affordable < 1 && !isLast) {
        continue;
      }
      long most =
          (long)
              Math.min(
                  Math.max(1, Math.min(Math.min(MOST_BOXES[n], room), affordable)),
                  bestCost / (leafCost * factorial(n) * PARTS[n]) + 1);
      if (best != null && excess(best) == 1 && plan.leastBoxes(degree, gap) > most) {
        continue;
      }
      DensityPartition partition =
          DensityPartition.of(axes, network, objective, degree, gap, most, stopped);
      double cost = leafCost * (base + partition.boxes() * factorial(n) * PARTS[n]);
      double excess = excess(partition);
      cost *= excess * excess; // what misses the gap is only taken for want of better
      if (best != null && cost >= bestCost) {
        if (partition.boxes() < Math.floor(affordable)) {
          break; // lower degrees need still more boxes
        }
        continue; // there was no time for as many boxes as this degree needs
      }
      best = partition;
      bestCost = cost;
      isShortOfTime = affordable < MOST_BOXES[n] && partition.boxes() >= Math.floor(affordable);
      isShortOfCells = room < MOST_BOXES[n] && partition.boxes() >= Math.floor(room);
    }
    return new Choice(best, isShortOfTime, isShortOfCells);
  }

  /**
   * About the least number of boxes with which polynomials of a lower degree than the exact one
   * cost less than the gap: their errors shrink with a power of the boxes' width, and so does what
   * is not decided along the boundary of an event. None of a density that has no exact one.
   */
  private double leastBoxes(int degree, double gap) {
    double error = 0;
    for (Axis axis : axes) {
      if (exactDegree(axis.whole()) < 0) {
        return 0;
      }
      for (int j = 0; j < axis.summands(); j++) {
        error = Math.max(error, axis.whole().polynomial(j, degree).relativeError());
      }
    }
    return Math.pow(Math.min(1, error) / gap, (axes.size() - 1) / (degree + 2.0));
  }

  /** How many times the gap what the density costs is; both are 0 where all boxes are decided. */
  private static double excess(DensityPartition partition) {
    double logError = partition.logError();
    double logWanted = partition.logWanted();
    return logError <= logWanted ? 1 : Log2.power(logError - logWanted);
  }

  /** Whether there is a degree that makes all densities exact. */
  static boolean isExact(List<Axis> axes) {
    return axes.stream().allMatch(axis -> exactDegree(axis.whole()) >= 0);
  }

  /** The degree that makes all densities exact, if there is one, and then some others. */
  private List<Integer> degrees() {
    int exact = 0;
    for (Axis axis : axes) {
      int degree = exactDegree(axis.whole());
      exact = exact < 0 || degree < 0 ? -1 : Math.max(exact, degree);
    }
    TreeSet<Integer> degrees = new TreeSet<>();
    for (int degree : DEGREES) {
      if (exact < 0 || degree < exact) {
        degrees.add(degree);
      }
    }
    List<Integer> order = new ArrayList<>();
    if (exact >= 0) {
      order.add(exact);
    }
    order.addAll(degrees.descendingSet());
    order.removeIf(degree -> !BoxCell.allowsDegree(axes.size(), totalDegree(degree)));
    return exact == 0 ? List.of(0) : order;
  }

  private static int exactDegree(Slice whole) {
    if (!whole.isSmooth()) {
      return -1;
    }
    for (int degree = 0; degree <= 2; degree++) { // the usual ones, without a longer series
      if (isExact(whole, degree)) {
        return whole.degree(degree);
      }
    }
    return isExact(whole, HIGHEST_DEGREE) ? whole.degree(HIGHEST_DEGREE) : -1;
  }

  private static boolean isExact(Slice whole, int degree) {
    for (int j = 0; j < whole.summands(); j++) {
      if (!(whole.polynomial(j, degree).relativeError() <= EXACT)) {
        return false;
      }
    }
    return true;
  }

  private int totalDegree(int degree) {
    int total = 0;
    for (Axis axis : axes) {
      Slice whole = axis.whole();
      int exact = whole.isSmooth() ? exactDegree(whole) : -1;
      total += exact >= 0 ? Math.min(exact, degree) : degree;
    }
    return total;
  }

  private int formDegree(int degree) {
    return formDegree(axes.size(), totalDegree(degree));
  }

  /**
   * About the degree of the form over a Kuhn simplex: powers of a higher total degree hardly matter
   * in the box.
   */
  static int formDegree(int n, int totalDegree) {
    return Math.min(totalDegree, totalDegree / n + MORE_DEGREES);
  }

  private double leafCost(int totalDegree) {
    int n = axes.size();
    return LEAF + coefficients(n, totalDegree) * (totalDegree + n + 1);
  }

  /** How many boxes the kernel has time for. */
  private double affordable(int degree, double seconds) {
    int n = axes.size();
    double leaves = factorial(n) * (LEAF + coefficients(n, formDegree(degree)));
    double summands = axes.stream().mapToInt(Axis::summands).max().orElse(1);
    double products = (summands - 1) * Math.pow(degree + 1, n); // of one polynomial per coordinate
    return PASS * seconds * COEFFICIENTS_PER_SECOND / (leaves + products);
  }

  /** The number of Bernstein coefficients for these degrees. */
  static double coefficients(List<Integer> degrees) {
    return coefficients(degrees.size(), degrees.stream().mapToInt(Integer::intValue).sum());
  }

  static double coefficients(int n, int totalDegree) {
    double coefficients = 1;
    for (int k = 1; k <= n; k++) {
      coefficients = coefficients * (totalDegree + k) / k;
    }
    return coefficients;
  }

  private static double factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }
}
