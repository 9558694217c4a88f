package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Tails;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Verdict;
import surety.solver.search.Forest;

/** What keeps bounds apart, whatever the time and the wanted gap. */
final class Obstacle {
  /** Tails count on both sides of both bounds. */
  private static final Dyadic TAILS = Dyadic.of(4);

  private static final Dyadic NEXT_TO_ONE = Dyadic.of(Math.nextDown(1.0));

  /** A part of the gap that is at least this share of it is to blame. */
  private static final double PART = 0.25;

  private Obstacle() {}

  /** Why a search ended that found nothing left to refine, although the gap is open. */
  static StopReason of(Task task, SearchOptions options, Forest search, Bounds bounds) {
    Optional<StopReason> farInputs = FarInputs.of(task.kernel().problem()).blamed(bounds);
    if (farInputs.isPresent()) {
      return farInputs.get();
    }
    if (isUndefined(bounds)) {
      return StopReason.UNDEFINED;
    }
    if (isTails(task, bounds)) {
      return StopReason.TAILS;
    }
    if (options.bounding() instanceof Bounding.ReluNetworks && !search.isPiecewiseLinear()) {
      return StopReason.SEGMENTS;
    }
    return search.densityError() * search.unit() >= PART * bounds.gap()
        ? StopReason.DENSITY
        : rounding(task);
  }

  /** What keeps bounds apart if nothing else does: the kernel's roundings, or the networks'. */
  static StopReason rounding(Task task) {
    return task.statement().semantics().isReal() ? StopReason.ROUNDING : StopReason.ARITHMETIC;
  }

  private static boolean isUndefined(Bounds bounds) {
    return bounds.enclosures().stream().allMatch(Enclosure.WHOLE::equals);
  }

  /**
   * The reason itself, unless tails are what the bounds end at: then the time that was up or the
   * gap that was reached were not what kept a property undecided, or a gap from being reached.
   */
  static StopReason orTails(Task task, SearchOptions options, StopReason reason, Bounds bounds) {
    Optional<Verdict> verdict = task.requirement().map(bounds::verdict);
    boolean isOpen =
        verdict.isPresent() ? verdict.get() == Verdict.UNDECIDED : bounds.gap() > options.gap();
    boolean isForced = reason == StopReason.CANCELLED || !isOpen;
    if (isForced) {
      return reason;
    }
    return isTails(task, bounds)
        ? StopReason.TAILS
        : FarInputs.of(task.kernel().problem()).blamed(bounds).orElse(reason);
  }

  /** Of probabilities; what tails do to other quantities is not told apart. */
  private static boolean isTails(Task task, Bounds bounds) {
    Problem problem = task.kernel().problem();
    if (task.statement().claim() instanceof BandClaim band && band.given().isEmpty()) {
      List<List<Rational>> points = band.points(bounds.numbers());
      for (int k = 0; k < points.size(); k++) {
        CompiledEvent event = problem.event(band.at(points.get(k)));
        if (!isTails(problem, event, bounds.enclosures().get(k))) {
          return false;
        }
      }
      return true;
    }
    return task.event()
        .filter(event -> isTails(problem, problem.event(event), bounds.enclosures().get(0)))
        .isPresent();
  }

  private static boolean isTails(Problem problem, CompiledEvent event, Enclosure bounds) {
    Tails tails = problem.tails();
    Dyadic both = tails.mass(event).upper().plus(tails.mass(event.negated()).upper());
    return both.compareTo(Dyadic.ZERO) > 0 && isTails(bounds, both.times(TAILS));
  }

  /** Less than 1 by the tails is the next double below 1. */
  private static boolean isTails(Enclosure bounds, Dyadic tails) {
    Dyadic lower = bounds.lower().dyadic();
    boolean isNextToOne = lower.compareTo(NEXT_TO_ONE) == 0;
    return bounds.upper().dyadic().minus(lower).compareTo(tails) <= 0 || isNextToOne;
  }
}
