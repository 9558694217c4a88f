package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Best-first refinement of the simplices of triangulated boxes. */
final class SimplexSearch implements Refinement {
  /** What adds less than this, as a share of all there is, is rounding. */
  private static final double FLOOR = 1e-17;

  /** So many leaves of a tree that was read are bounded together. */
  private static final int BATCH = 4096;

  private final PlainNetwork network;
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
    this.network = network;
    this.objective = objective;
    this.rounds = rounds;
    this.splitters = new SimplexSplitter[rounds.threads()];
    Arrays.setAll(splitters, worker -> new SimplexSplitter(network, objective));
    this.fraction = new HalfSpaceFraction(network.inputs());
    this.open = new OpenCells<>(FLOOR * mass * objective.range());
  }

  /** Bounds cells to start from, and adds them. */
  void addAll(List<SimplexCell> cells) {
    rounds.run(cells.size(), (index, worker) -> splitters[worker].bound(cells.get(index)));
    cells.forEach(this::add);
  }

  /**
   * Goes on from the leaves of a tree.
   *
   * @param boxes what a first reading of it has made of the root
   * @throws OtherTreeException if simplices are cut as no search does
   */
  void read(TreeReader reader, TreeReader.Boxes boxes, TreeReader.Simplices simplices)
      throws OtherTreeException {
    List<SimplexCell> batch = new ArrayList<>();
    reader.simplices(
        boxes,
        simplices,
        splitters[0],
        leaf -> {
          batch.add(leaf);
          if (batch.size() == BATCH) {
            addAll(batch);
            batch.clear();
          }
        });
    addAll(batch);
  }

  private void add(SimplexCell cell) {
    leaves++;
    if (!open.add(cell, cell.priority())) {
      close(cell);
    }
  }

  private void close(SimplexCell cell) {
    closedLower += lower(cell);
  }

  private double lower(SimplexCell cell) {
    return cell.mass() * objective.lower(cell.rows(fraction));
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
    if (!(objective instanceof CdfObjective cdf)) {
      return openGap();
    }
    return new LargestGap<SimplexCell>(SimplexCell::mass, SimplexCell::rows)
        .of(cdf, open.cells(), network.inputs(), rounds);
  }

  @Override
  public double lower() {
    if (objective.event().isEmpty()) {
      return 0;
    }
    double lower = closedLower;
    for (SimplexCell cell : open.cells()) {
      lower += lower(cell);
    }
    return lower;
  }
}
