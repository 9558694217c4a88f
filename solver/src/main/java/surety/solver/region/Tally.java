package surety.solver.region;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import surety.certificates.region.Region;
import surety.certificates.stop.Stop;

/** What all threads of an enumeration count together, and whether they should stop. */
final class Tally {
  private static final double NANOSECONDS = 1e9;

  private final Stop stop;
  private final long most;
  private final RegionProgress.Listener listener;
  private final long start = System.nanoTime();
  private final AtomicLong regions = new AtomicLong();
  private final AtomicLong queries = new AtomicLong();
  private final AtomicLong infeasible = new AtomicLong();
  private final DoubleAdder mass = new DoubleAdder();
  private volatile boolean stopped;

  Tally(Stop stop, long most, RegionProgress.Listener listener) {
    this.stop = stop;
    this.most = most;
    this.listener = listener;
  }

  /** Stops what is in the midst of something. */
  Stop stop() {
    return stop;
  }

  /** Notes that not all was enumerated. */
  void halt() {
    stopped = true;
  }

  /** Counts a region; false if it is one too many, and then all stop. */
  boolean found(Region region) {
    if (regions.incrementAndGet() > most) {
      regions.decrementAndGet();
      stopped = true;
      return false;
    }
    mass.add(region.probability().lower());
    listener.progressed(new RegionProgress(regions.get(), queries.get(), mass.sum(), seconds()));
    return true;
  }

  void answered(boolean empty) {
    queries.incrementAndGet();
    if (empty) {
      infeasible.incrementAndGet();
    }
  }

  /** Whether there are too many regions, or somebody wants an end. */
  boolean isStopped() {
    stopped |= stop.isWanted();
    return stopped;
  }

  long queries() {
    return queries.get();
  }

  long infeasible() {
    return infeasible.get();
  }

  double seconds() {
    return (System.nanoTime() - start) / NANOSECONDS;
  }
}
