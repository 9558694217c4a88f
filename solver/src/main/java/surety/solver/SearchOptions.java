package surety.solver;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a search goes. Whatever ends it, the bounds that it gives are certified.
 *
 * @param gap wanted distance of the upper from the lower bound, at every threshold; an event so
 *     rare that its upper bound is below the gap is also refined towards that gap relative to its
 *     probability, with about as many cells again. A property ends as soon as its verdict is
 *     settled, however wide the gap is then
 * @param timeout when everything has ended, the kernel and the search for a witness as well; time
 *     is set aside for these, as far as it can be foreseen, and the bounds that were certified last
 *     are the result if that was too little
 * @param threads number of threads; the certificate does not depend on it
 * @param maxCells largest number of cells of the proof tree
 * @param bounding how cells are cut for neurons that bend
 * @param way what bounds are looked for with
 * @param glimpses whether the progress of a band shows the kernel's bounds of a tree that still
 *     grows, and these are computed each time it has doubled; they cost about as much as the
 *     kernel's last pass, and change nothing of the certificate
 * @param heaviest how many of the parts are wanted where most of the event's probability is,
 *     whatever the verdict; 0 if only a violated property is to be explained
 * @param beginning what the search goes on from; then its bounds are never wider than those of that
 *     tree, and there are none before the kernel has seen it
 */
public record SearchOptions(
    double gap,
    Duration timeout,
    int threads,
    long maxCells,
    Bounding bounding,
    ProofWay way,
    boolean glimpses,
    int heaviest,
    Optional<Beginning> beginning) {
  private static final double DEFAULT_GAP = 1e-9;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
  private static final long DEFAULT_MAX_CELLS = 4_000_000;

  /** So many more small cells there may be, and so many bytes each of them takes. */
  private static final long SMALLER = 8;

  private static final long BYTES = 160;

  /** Refuses what no search could keep. */
  public SearchOptions {
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(bounding);
    Objects.requireNonNull(way);
    Objects.requireNonNull(beginning);
    if (!(gap >= 0 && Double.isFinite(gap))) {
      throw new IllegalArgumentException("a gap is a number from 0 on, not " + gap);
    }
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("a timeout is not negative: " + timeout);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("a search needs at least one thread, not " + threads);
    }
    if (maxCells < 1) {
      throw new IllegalArgumentException("a proof tree has at least one cell, not " + maxCells);
    }
    if (heaviest < 0) {
      throw new IllegalArgumentException("no negative number of parts: " + heaviest);
    }
  }

  /** Gap 1e-9, one minute, all cores, adaptive. */
  public static SearchOptions defaults() {
    return new SearchOptions(
        DEFAULT_GAP,
        DEFAULT_TIMEOUT,
        Runtime.getRuntime().availableProcessors(),
        DEFAULT_MAX_CELLS,
        new Bounding.Adaptive(),
        ProofWay.ANY,
        false,
        0,
        Optional.empty());
  }

  /**
   * How many cells there may be if they are small ones, of which a search keeps a few bytes: more,
   * unless somebody has set a limit, or the memory is too small.
   */
  public long maxSmallCells() {
    long fitting = Runtime.getRuntime().maxMemory() / 2 / BYTES;
    return maxCells == DEFAULT_MAX_CELLS
        ? Math.max(maxCells, Math.min(SMALLER * maxCells, fitting))
        : maxCells;
  }

  /** The same with another gap. */
  public SearchOptions withGap(double newGap) {
    return new SearchOptions(
        newGap, timeout, threads, maxCells, bounding, way, glimpses, heaviest, beginning);
  }

  /** The same with another timeout. */
  public SearchOptions withTimeout(Duration newTimeout) {
    return new SearchOptions(
        gap, newTimeout, threads, maxCells, bounding, way, glimpses, heaviest, beginning);
  }

  /** The same with another number of threads. */
  public SearchOptions withThreads(int newThreads) {
    return new SearchOptions(
        gap, timeout, newThreads, maxCells, bounding, way, glimpses, heaviest, beginning);
  }

  /** The same with another limit of cells. */
  public SearchOptions withMaxCells(long newMaxCells) {
    return new SearchOptions(
        gap, timeout, threads, newMaxCells, bounding, way, glimpses, heaviest, beginning);
  }

  /** The same with another way to cut cells. */
  public SearchOptions withBounding(Bounding newBounding) {
    return new SearchOptions(
        gap, timeout, threads, maxCells, newBounding, way, glimpses, heaviest, beginning);
  }

  /** The same with another way to look for bounds. */
  public SearchOptions withWay(ProofWay newWay) {
    return new SearchOptions(
        gap, timeout, threads, maxCells, bounding, newWay, glimpses, heaviest, beginning);
  }

  /** The same with or without glimpses. */
  public SearchOptions withGlimpses(boolean newGlimpses) {
    return new SearchOptions(
        gap, timeout, threads, maxCells, bounding, way, newGlimpses, heaviest, beginning);
  }

  /** The same with so many of the heaviest parts. */
  public SearchOptions withHeaviest(int newHeaviest) {
    return new SearchOptions(
        gap, timeout, threads, maxCells, bounding, way, glimpses, newHeaviest, beginning);
  }

  /** The same that goes on from a tree. */
  public SearchOptions withBeginning(Optional<Beginning> newBeginning) {
    return new SearchOptions(
        gap, timeout, threads, maxCells, bounding, way, glimpses, heaviest, newBeginning);
  }
}
