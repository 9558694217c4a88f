package surety.solver.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The leaves that add to the gap, the costliest first; of equals the older one, so that the order
 * never depends on threads.
 */
final class OpenCells<C> {
  /** A round takes that share of the leaves, so that it stays close to best-first. */
  private static final int SHARE = 8;

  private static final int MOST = 512;

  private final PriorityQueue<Entry<C>> queue = new PriorityQueue<>();
  private final double floor;
  private long created;
  private double sum;

  private record Entry<C>(C cell, double priority, long number) implements Comparable<Entry<C>> {
    @Override
    public int compareTo(Entry<C> other) {
      int order = Double.compare(other.priority, priority);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  /**
   * @param floor what a cell must add at least to be worth a cut
   */
  OpenCells(double floor) {
    this.floor = floor;
  }

  /** Adds a cell; tells whether it is open, that is, adds more than the floor. */
  boolean add(C cell, double priority) {
    long number = created++;
    if (!(priority > floor)) {
      return false;
    }
    queue.add(new Entry<>(cell, priority, number));
    sum += priority;
    return true;
  }

  /** Takes the cells of the next round, at most {@code room} of them. */
  List<C> next(long room) {
    int count = (int) Math.min(room, Math.max(1, Math.min(MOST, queue.size() / SHARE)));
    List<C> cells = new ArrayList<>(count);
    while (cells.size() < count && !queue.isEmpty()) {
      Entry<C> entry = queue.poll();
      sum -= entry.priority();
      cells.add(entry.cell());
    }
    if (queue.isEmpty()) {
      sum = 0; // nothing is left but rounding
    }
    return cells;
  }

  /** Closes all cells. */
  void clear() {
    queue.clear();
    sum = 0;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** The largest priority; 0 if there is none. */
  double largest() {
    return queue.isEmpty() ? 0 : queue.peek().priority();
  }

  /** The sum of all priorities. */
  double sum() {
    return Math.max(0, sum);
  }

  /** All open cells, in an order that is the same in every run. */
  Collection<C> cells() {
    return queue.stream().map(Entry::cell).toList();
  }
}
