package surety.solver;

import java.util.OptionalDouble;

/**
 * How closely the densities are enclosed when the search starts, and starts again: closer if that
 * kept the gap open, less close if the kernel has no time for so many cells.
 */
final class StartSchedule {
  /** The first share of the gap that enclosing the density may take, and the next ones. */
  private static final double FIRST_SHARE = 0.2;

  private static final double TIGHTER = 0.05;
  private static final double LOOSE = 0.02;

  /** So much closer the next one is, if a verdict needs it. */
  private static final double LESS_LOOSE = 0.025;

  private static final int MOST_STARTS = 4;

  /** A density that is not enclosed closer than that by a new start is not worth it. */
  private static final double WORTHWHILE = 0.9;

  /**
   * When the first cells took the kernel too long: the share of the time left for the next ones.
   */
  private static final double AIM = 0.15;

  private static final double LESS = 0.5;

  /** When the next ones did not: how many times as many make another start worthwhile. */
  private static final double GROWTH = 3;

  /** The same of the last one, which takes as much of the time as is safe. */
  private static final double LAST_AIM = 0.4;

  private static final double LAST_GROWTH = 1.5;

  /** With less than that share of the time nothing is begun anew. */
  private static final double LEAST_LEFT = 0.1;

  private static final int MOST_SHORT_STARTS = 8;

  /** A cell of a band is open for some of its thresholds, hardly ever for more than these. */
  private static final int MOST_OPEN_THRESHOLDS = 4;

  /** An empty gap would ask for the impossible: no double comes closer. */
  private static final double LEAST_GAP = 1e-15;

  /** What limits how closely densities are enclosed. */
  private enum Limit {
    /** The wanted gap: no closer than needed. */
    GAP,
    /** The kernel's time: there was too little for the cells that were thought of first. */
    TIME
  }

  /** How closely densities are to be enclosed at first. */
  enum Closeness {
    /** As the wanted gap asks for. */
    CLOSE,
    /** Loosely, because that is so costly; then closely. */
    LOOSE,
    /** Loosely, because a verdict may need no more; then closer step by step. */
    FOR_VERDICT
  }

  private final RunClock clock;
  private final double wantedGap;
  private final Closeness closeness;
  private Limit limit = Limit.GAP;
  private int starts = 1;
  private double share = FIRST_SHARE;
  private double loosest;
  private double seconds;
  private OptionalDouble refinedError = OptionalDouble.empty();

  /**
   * For the first start.
   *
   * @param thresholds how many are asked for at once
   * @param closeness of the first enclosures
   */
  StartSchedule(RunClock clock, double wantedGap, int thresholds, Closeness closeness) {
    this.clock = clock;
    this.wantedGap = wantedGap;
    this.closeness = closeness;
    this.loosest = closeness == Closeness.CLOSE ? 0 : LOOSE;
    this.seconds = clock.timeout() / Math.min(MOST_OPEN_THRESHOLDS, Math.max(1, thresholds));
  }

  /** What enclosing the density may cost of the gap. */
  double densityGap() {
    return Math.max(loosest, share * Math.max(LEAST_GAP, wantedGap));
  }

  /** How long the kernel may take for the cells. */
  double seconds() {
    return seconds;
  }

  /** Whether it is the time that keeps densities from being enclosed closer. */
  boolean isShortOfTime() {
    return limit == Limit.TIME;
  }

  /** Whether a start encloses the density hardly closer than one whose cells were refined. */
  boolean isInVain(double densityError) {
    return limit == Limit.GAP
        && refinedError.isPresent()
        && densityError > WORTHWHILE * refinedError.getAsDouble();
  }

  /**
   * After a start in vain: plans another for which the kernel may turn out to have time for more
   * cells than was thought, if there is a use in that.
   */
  boolean tryLonger(boolean isShortOfTime) {
    boolean isMoreForeseen =
        isShortOfTime && starts < MOST_SHORT_STARTS && clock.left() > LEAST_LEFT * clock.timeout();
    if (isMoreForeseen) {
      seconds *= GROWTH;
      starts++;
    }
    return isMoreForeseen;
  }

  /** After cells for which the kernel has no time: plans fewer, unless that was tried often. */
  boolean tryFewer(double secondsOfPass) {
    limit = Limit.TIME;
    seconds *= Math.min(affordable(AIM, secondsOfPass), LESS);
    return starts++ < MOST_SHORT_STARTS;
  }

  /** After cells that were refined as far as possible: plans more, if there is a use in that. */
  boolean tryCloser(double densityError, double secondsOfPass) {
    refinedError = OptionalDouble.of(densityError);
    if (limit == Limit.TIME) {
      double often = affordable(AIM, secondsOfPass);
      double once = affordable(LAST_AIM, secondsOfPass);
      seconds *= often > GROWTH ? often : once;
      return starts++ < MOST_SHORT_STARTS && (often > GROWTH || once > LAST_GROWTH);
    }
    if (closeness == Closeness.FOR_VERDICT && loosest > 0) {
      double next = LESS_LOOSE * Math.min(loosest, densityError);
      loosest = next > wantedGap ? next : 0;
      return densityError > 0;
    }
    loosest = 0;
    share *= TIGHTER;
    return densityError > 0 && starts++ < MOST_STARTS;
  }

  /** How many times as long a pass may take as the last one did, for that share of the time. */
  private double affordable(double share, double secondsOfPass) {
    return share * clock.left() / secondsOfPass;
  }
}
