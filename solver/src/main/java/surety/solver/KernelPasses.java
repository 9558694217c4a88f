package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import surety.certificates.stop.StoppedException;
import surety.solver.search.Forest;

/**
 * The passes of the kernel over a tree that grows: when there is time for one, how long it takes,
 * and the best bounds so far.
 *
 * <p>When a run is over there is no time for another pass. So there are passes on the way, and a
 * last one is begun in time, as far as that can be foreseen.
 */
final class KernelPasses {
  /** How many times as many cells make another pass worthwhile whose verdict may be the last. */
  static final double GROWTH = 2;

  /** Any other, only so that there are bounds to keep; all this costs a third of the last. */
  static final double GROWTH_TO_KEEP = 4;

  private static final long FIRST_PASS = 64;

  /** Before so many seconds nobody stops a run, so that no bounds have to be kept. */
  private static final double MOMENT = 1;

  /** A pass that takes so many seconds is told of. */
  private static final double WORTH_TELLING = 0.1;

  /** The most that a pass on the way may take of the time that is left, as foreseen and in fact. */
  private static final double SHARE_ON_THE_WAY = 0.3;

  private static final double MOST_ON_THE_WAY = 0.5;

  /** The most of it that the choice of numbers may take, which are good enough at any time. */
  private static final double SHARE_OF_NUMBERS = 0.5;

  /** After that share of the most time for a pass one can tell how long it will take. */
  private static final double SOME = 0.2;

  /** The share of the time after which there should have been a pass. */
  private static final double FIRST_SHARE = 0.1;

  /** A pass that takes as long tells how long others will, however few its leaves. */
  private static final double MEANINGFUL_SECONDS = 0.05;

  /** That many times as long as it may take looks a pass that is given up, for it gets quicker. */
  private static final double HOPELESS = 1.3;

  /** With less of the tree left than this one learns nothing of it. */
  private static final double LATE = 0.75;

  /** How much longer the last pass may take than foreseen. */
  private static final double SPARE = 1.25;

  private final Task task;
  private final RunClock clock;
  private final Reports reports;
  private final Forest search;
  private Bounds best;
  private double nextCells = FIRST_PASS;

  /** How long the kernel took for each leaf in its last pass that tells. */
  private OptionalDouble secondsPerLeaf = OptionalDouble.empty();

  /**
   * No pass yet.
   *
   * @param before what the kernel said of other trees, at best
   */
  KernelPasses(Task task, RunClock clock, Reports reports, Forest search, Bounds before) {
    this.task = task;
    this.clock = clock;
    this.reports = reports;
    this.search = search;
    this.best = before;
  }

  /** A pass over the tree as it is was made before, and took so many seconds. */
  void made(double seconds) {
    learn((double) search.cells(), seconds);
    waitFor(GROWTH);
  }

  /** The best bounds of all. */
  Bounds best() {
    return best;
  }

  /** How long the kernel will take for the tree as it is, as far as that is known. */
  double seconds() {
    return secondsPerLeaf.orElse(0) * search.cells();
  }

  /** How long it may take at most; so much has to be set aside. */
  double secondsAtMost() {
    return SPARE * seconds();
  }

  /** Whether it is known how long a pass will take. */
  boolean isForeseen() {
    return secondsPerLeaf.isPresent();
  }

  /** Whether a pass on the way is due: also when cells come so slowly that the first is late. */
  boolean isDue() {
    boolean isLate = !isForeseen() && clock.seconds() >= FIRST_SHARE * clock.timeout();
    return (isLate || hasGrown()) && seconds() <= SHARE_ON_THE_WAY * clock.left();
  }

  /**
   * Whether the run may be stopped by now, and should have bounds then. Of many small cells there
   * are passes from the beginning: they cost next to nothing, and the last one is quicker for them.
   */
  boolean isToKeep() {
    return search.isOfSmallCells()
        || clock.seconds() >= Math.min(MOMENT, FIRST_SHARE * clock.timeout());
  }

  /** Whether the tree has grown enough since the last pass on the way. */
  boolean hasGrown() {
    return search.cells() >= nextCells;
  }

  /** The next pass on the way is due when there are so many times as many cells as now. */
  void waitFor(double growth) {
    nextCells = growth * search.cells();
  }

  /** The kernel's bounds of the tree as it is, unless that takes too long on the way. */
  Optional<Bounds> onTheWay() {
    return pass(MOST_ON_THE_WAY * clock.left());
  }

  /** The kernel's bounds of the tree as it is, if there is time for them at all. */
  Optional<Bounds> last() {
    return pass(clock.left());
  }

  /** Nothing if it was stopped, or will hardly be done in that many seconds. */
  private Optional<Bounds> pass(double most) {
    try {
      byte[] tree = search.tree(clock.stop());
      Bounds now = bounds(tree, most);
      best = now.gap() <= best.gap() ? now : best;
      return Optional.of(now);
    } catch (StoppedException e) {
      return Optional.empty();
    }
  }

  private Bounds bounds(byte[] tree, double most) {
    double start = clock.seconds();
    if (seconds() >= WORTH_TELLING) {
      reports.begins("certifying");
    }
    clock.beginPass(() -> clock.seconds() - start >= SHARE_OF_NUMBERS * most);
    KernelPass kernel = task.kernelFor(tree, clock.stop());
    double forNumbers = clock.seconds() - start;
    ByteArrayInputStream input = new ByteArrayInputStream(tree);
    DoubleSupplier share = () -> 1 - (double) input.available() / tree.length;
    double begin = clock.seconds();
    AtomicReference<Half> half = new AtomicReference<>(new Half(begin, 0));
    clock.beginPass(
        () -> {
          half.updateAndGet(h -> h.orHere(clock, share));
          return isHopeless(clock.seconds() - begin, share.getAsDouble(), most - forNumbers);
        });
    try {
      return Bounds.of(kernel, kernel.bounds(input), tree);
    } finally {
      double done = share.getAsDouble() - half.get().share;
      double taken = clock.seconds() - half.get().seconds;
      learn(done * search.cells(), done * forNumbers + taken);
    }
  }

  /**
   * Where a pass was when half of the tree had been read, or at its begin as long as that is not
   * so: the second half tells more of the next pass, for code gets quicker while it runs.
   */
  private record Half(double seconds, double share) {
    Half orHere(RunClock clock, DoubleSupplier now) {
      double read = share > 0 ? 0 : now.getAsDouble();
      return read >= 0.5 && read <= LATE ? new Half(clock.seconds(), read) : this;
    }
  }

  /** Few leaves say nothing of many, unless they took long. */
  private void learn(double leaves, double taken) {
    double some = Math.max(1, leaves);
    if (some >= FIRST_PASS || taken >= MEANINGFUL_SECONDS) {
      secondsPerLeaf = OptionalDouble.of(taken / some);
    }
  }

  /**
   * Judges by the share of the tree that has been read, after some of the time. Of small cells a
   * pass is only begun when there is time for it, and nothing else would be done instead.
   */
  private boolean isHopeless(double taken, double share, double most) {
    boolean isBehind = taken >= SOME * most && taken > HOPELESS * share * most;
    return taken >= most || (isBehind && !search.isOfSmallCells());
  }
}
