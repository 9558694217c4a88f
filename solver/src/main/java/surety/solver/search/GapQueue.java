package surety.solver.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells in buckets of about the same gap, the largest first; in a bucket the newest first. It takes
 * the same time whatever the number of cells.
 */
final class GapQueue<C> {
  /** Bits of the significand that tell buckets apart. */
  private static final int SHIFT = Double.SIZE - 12 - 3;

  private final List<ArrayList<C>> buckets = new ArrayList<>();
  private int top = -1;
  private int size;

  void add(C cell, double gap) {
    int bucket = (int) (Double.doubleToRawLongBits(gap) >>> SHIFT);
    while (buckets.size() <= bucket) {
      buckets.add(null);
    }
    if (buckets.get(bucket) == null) {
      buckets.set(bucket, new ArrayList<>());
    }
    buckets.get(bucket).add(cell);
    top = Math.max(top, bucket);
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** All cells, in an order that is the same in every run. */
  List<C> cells() {
    List<C> cells = new ArrayList<>(size);
    for (ArrayList<C> bucket : buckets) {
      if (bucket != null) {
        cells.addAll(bucket);
      }
    }
    return cells;
  }

  /** Takes a cell of the topmost bucket; the queue is not empty. */
  C poll() {
    ArrayList<C> bucket = buckets.get(top);
    C cell = bucket.remove(bucket.size() - 1);
    size--;
    while (top >= 0 && (buckets.get(top) == null || buckets.get(top).isEmpty())) {
      buckets.set(top, null);
      top--;
    }
    return cell;
  }

  /** No gap is larger than about that. */
  double largest() {
    return top < 0 ? 0 : Double.longBitsToDouble((top + 1L) << SHIFT);
  }
}
