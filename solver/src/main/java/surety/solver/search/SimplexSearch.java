package surety.solver.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Extremes;

/** Best-first refinement of the simplices of triangulated boxes. */
final class SimplexSearch implements Refinement {
  /** What adds less than this, as a share of all there is, is rounding. */
  private static final double FLOOR = 1e-17;

  private static final int CHUNKS = 64;

  private final Objective objective;
  private final Rounds rounds;
  private final SimplexSplitter[] splitters;
  private final HalfSpaceFraction fraction;
  private final OpenCells<SimplexCell> open;
  private long leaves;
  private double closedLower;

  /**
   * @param mass of all that is to be refined, in the unit of the cells' masses
   */
  SimplexSearch(PlainNetwork network, Objective objective, Rounds rounds, double mass) {
    this.objective = objective;
    this.rounds = rounds;
    this.splitters = new SimplexSplitter[rounds.threads()];
    Arrays.setAll(splitters, worker -> new SimplexSplitter(network, objective));
    this.fraction = new HalfSpaceFraction(network.inputs());
    this.open = new OpenCells<>(FLOOR * mass * objective.range());
  }

  /** What makes the cells to start from. */
  SimplexSplitter splitter() {
    return splitters[0];
  }

  /** Adds a cell to start from. */
  void add(SimplexCell cell) {
    leaves++;
    if (!open.add(cell, cell.priority())) {
      close(cell);
    }
  }

  private void close(SimplexCell cell) {
    if (objective instanceof Objective.Threshold threshold) {
      closedLower += cell.mass() * threshold.below(cell.upper(), fraction);
    }
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
    List<SimplexCell> cells = open.next(room);
    List<Optional<SimplexCell.Split>> splits = Arrays.asList(newSplits(cells.size()));
    rounds.run(
        cells.size(),
        (index, worker) -> splits.set(index, splitters[worker].cut(cells.get(index))));
    for (int k = 0; k < splits.size(); k++) {
      SimplexCell cell = cells.get(k);
      if (splits.get(k).isPresent()) {
        SimplexCell.Split split = splits.get(k).get();
        cell.split(split);
        leaves--;
        add(split.first());
        add(split.second());
      } else {
        close(cell);
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
  private static Optional<SimplexCell.Split>[] newSplits(int count) {
    return new Optional[count];
  }

  @Override
  public double openGap() {
    return open.sum();
  }

  @Override
  public double largestGap() {
    List<SimplexCell> cells = List.copyOf(open.cells());
    double[][] sums = new double[CHUNKS][];
    rounds.run(CHUNKS, (chunk, worker) -> sums[chunk] = gaps(cells, chunk));
    double largest = 0;
    for (int k = 0; k < objective.thresholds().length; k++) {
      double gap = 0;
      for (double[] sum : sums) {
        gap += sum[k];
      }
      largest = Math.max(largest, gap);
    }
    return largest;
  }

  /** The gaps at all thresholds over one part of the cells; parts do not depend on threads. */
  private double[] gaps(List<SimplexCell> cells, int chunk) {
    HalfSpaceFraction share = new HalfSpaceFraction(fraction.dimension());
    double[] thresholds = objective.thresholds();
    double[] gaps = new double[thresholds.length];
    if (objective instanceof Objective.Threshold) {
      for (int index = chunk; index < cells.size(); index += CHUNKS) {
        gaps[0] += cells.get(index).priority();
      }
      return gaps;
    }
    for (int index = chunk; index < cells.size(); index += CHUNKS) {
      SimplexCell cell = cells.get(index);
      double min = Extremes.least(cell.lower());
      double max = Extremes.greatest(cell.upper());
      int from = Arrays.binarySearch(thresholds, min);
      for (int k = from < 0 ? -from - 1 : from;
          k < thresholds.length && thresholds[k] <= max;
          k++) {
        double t = thresholds[k];
        gaps[k] += cell.mass() * (share.atMost(cell.lower(), t) - share.atMost(cell.upper(), t));
      }
    }
    return gaps;
  }

  @Override
  public double lower() {
    if (!(objective instanceof Objective.Threshold threshold)) {
      return 0;
    }
    double lower = closedLower;
    for (SimplexCell cell : open.cells()) {
      lower += cell.mass() * threshold.below(cell.upper(), fraction);
    }
    return lower;
  }
}
