package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Best-first refinement of boxes, for more random inputs than simplices can serve: a box is halved
 * along the input that moves its bounds most.
 */
final class BoxSearch implements Refinement {
  /** What adds less than this, as a share of all there is, is rounding. */
  private static final double FLOOR = 1e-17;

  private static final int CHUNKS = 64;

  private final Objective objective;
  private final Rounds rounds;
  private final BoxBounds[] bounds;
  private final BoxGap gap;
  private final OpenCells<Leaf> open;
  private long leaves;
  private double closedLower;

  /** A leaf with its bounds, and those of its density. */
  private record Leaf(BoxNode box, BoxRange range, BoxSpread spread) {}

  BoxSearch(PlainNetwork network, Objective objective, Rounds rounds, BoxNode root) {
    this.gap = new BoxGap(objective, network.inputs());
    this.objective = objective;
    this.rounds = rounds;
    this.bounds = new BoxBounds[rounds.threads()];
    Arrays.setAll(bounds, worker -> new BoxBounds(network));
    this.open = new OpenCells<>(FLOOR * objective.range());
    add(new Leaf(root, BoxRange.of(bounds[0], root), BoxSpread.of(root)));
  }

  private void add(Leaf leaf) {
    leaves++;
    if (!open.add(leaf, leaf.box().mass() * cost(leaf))
        && objective instanceof Objective.Threshold threshold) {
      closedLower += leaf.box().mass() * shares(leaf, threshold)[0];
    }
  }

  private double cost(Leaf leaf) {
    return gap.of(leaf.range(), leaf.spread());
  }

  private double[] shares(Leaf leaf, Objective.Threshold threshold) {
    return gap.shares(leaf.range(), leaf.spread(), threshold);
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
    List<BoxNode> parts = new ArrayList<>();
    for (Leaf leaf : open.next(room)) {
      int coordinate = gap.coordinate(leaf.box(), leaf.range(), leaf.spread());
      if (coordinate < 0) {
        continue; // too small to cut; it stays a leaf, and its gap stays
      }
      BoxNode.Cut cut = leaf.box().cut(coordinate);
      parts.add(cut.first());
      parts.add(cut.second());
      leaves--;
    }
    BoxRange[] ranges = new BoxRange[parts.size()];
    rounds.run(
        ranges.length,
        (index, worker) -> ranges[index] = BoxRange.of(bounds[worker], parts.get(index)));
    for (int k = 0; k < ranges.length; k++) {
      add(new Leaf(parts.get(k), ranges[k], BoxSpread.of(parts.get(k))));
    }
  }

  @Override
  public double openGap() {
    return open.sum();
  }

  @Override
  public double largestGap() {
    List<Leaf> cells = List.copyOf(open.cells());
    if (objective instanceof Objective.Threshold) {
      return openGap();
    }
    double[] thresholds = objective.thresholds();
    double[][] sums = new double[CHUNKS][thresholds.length];
    rounds.run(
        CHUNKS,
        (chunk, worker) -> {
          for (int index = chunk; index < cells.size(); index += CHUNKS) {
            Leaf leaf = cells.get(index);
            for (int k = 0; k < thresholds.length; k++) {
              double[] shares = shares(leaf, new Objective.Threshold(thresholds[k], true));
              sums[chunk][k] += leaf.box().mass() * (shares[1] - shares[0]);
            }
          }
        });
    double largest = 0;
    for (int k = 0; k < thresholds.length; k++) {
      double gap = 0;
      for (double[] sum : sums) {
        gap += sum[k];
      }
      largest = Math.max(largest, gap);
    }
    return largest;
  }

  @Override
  public double lower() {
    if (!(objective instanceof Objective.Threshold threshold)) {
      return 0;
    }
    double lower = closedLower;
    for (Leaf leaf : open.cells()) {
      lower += leaf.box().mass() * shares(leaf, threshold)[0];
    }
    return lower;
  }
}
