package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Best-first refinement of boxes, for more random inputs than simplices can serve: a box is halved
 * along the input that moves its bounds most.
 */
final class BoxSearch implements Refinement {
  /**
   * What adds less than this, as a share of all there is, is rounding: of an event its probability,
   * which may be small.
   */
  private static final double FLOOR = 1e-17;

  private final Objective objective;
  private final int inputs;
  private final Rounds rounds;
  private final BoxBounds[] bounds;
  private final OpenCells<Leaf> open;
  private long leaves;
  private double closedLower;

  /** A leaf with its bounds. */
  private record Leaf(BoxNode box, BoxRows rows) {
    static Leaf of(BoxNode box, List<BoxRange> ranges) {
      return new Leaf(box, BoxRows.of(ranges, BoxSpread.of(box)));
    }

    double mass() {
      return box.mass();
    }
  }

  BoxSearch(PlainNetwork network, Objective objective, Rounds rounds, BoxNode root) {
    this.objective = objective;
    this.inputs = network.inputs();
    this.rounds = rounds;
    this.bounds = new BoxBounds[rounds.threads()];
    Arrays.setAll(bounds, worker -> new BoxBounds(network));
    this.open = new OpenCells<>(objective.event().isPresent() ? 0 : FLOOR * objective.range());
    add(Leaf.of(root, bounds[0].compute(root)));
  }

  private void add(Leaf leaf) {
    leaves++;
    if (!open.add(leaf, leaf.mass() * objective.gap(leaf.rows()))) {
      closedLower += lower(leaf);
    }
  }

  private double lower(Leaf leaf) {
    return leaf.mass() * objective.lower(leaf.rows());
  }

  @Override
  public long leaves() {
    return leaves;
  }

  @Override
  public boolean isExhausted() {
    return open.largest() <= FLOOR * (closedLower + open.sum());
  }

  @Override
  public void round(long room) {
    List<BoxNode> parts = new ArrayList<>();
    for (Leaf leaf : open.next(room)) {
      BoxRows rows = leaf.rows();
      int coordinate = rows.coordinate(leaf.box(), objective.weights(rows, rows.ranges().size()));
      if (coordinate < 0) {
        closedLower += lower(leaf);
        continue; // too small to cut; it stays a leaf, and its gap stays
      }
      BoxNode.Cut cut = leaf.box().cut(coordinate);
      parts.add(cut.first());
      parts.add(cut.second());
      leaves--;
    }
    List<List<BoxRange>> ranges = new ArrayList<>(Collections.nCopies(parts.size(), List.of()));
    rounds.run(
        parts.size(),
        (index, worker) -> ranges.set(index, bounds[worker].compute(parts.get(index))));
    for (int k = 0; k < parts.size(); k++) {
      add(Leaf.of(parts.get(k), ranges.get(k)));
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
    return new LargestGap<Leaf>(Leaf::mass, (leaf, scratch) -> leaf.rows())
        .of(cdf, open.cells(), inputs, rounds);
  }

  @Override
  public double lower() {
    if (objective.event().isEmpty()) {
      return 0;
    }
    double lower = closedLower;
    for (Leaf leaf : open.cells()) {
      lower += lower(leaf);
    }
    return lower;
  }
}
