package surety.solver;

import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Verdict;
import surety.solver.search.GapEstimate;

/**
 * Whether the kernel is likely to settle a property about the probability of an event. A pass of
 * the kernel costs much more than many rounds of the search, so there is to be none in vain, and
 * none too late. What the kernel will say is foreseen from what it said last, and from how the
 * search's own estimates have changed since: masses of coarse cells are estimated badly, changes
 * are not.
 */
final class VerdictGoal {
  /** After this growth there is another estimate, which costs a while, too. */
  private static final double SMALL_GROWTH = 1.1;

  /** After this growth another pass, if the kernel saw it otherwise. */
  private static final double GROWTH = 1.5;

  /** How far off the first forecast is taken to be, as a share of the last gap. */
  private static final double FIRST_ERROR = 0.1;

  private final GapEstimate search;
  private final Optional<Requirement> requirement;
  private Optional<Pass> last = Optional.empty();
  private double error = FIRST_ERROR;
  private double nextCells;

  /** Two bounds of a probability. */
  record Ends(double lower, double upper) {
    double width() {
      return upper - lower;
    }
  }

  /** What the kernel said, and what the search estimated then. */
  private record Pass(Ends kernel, Ends search) {
    /** What the kernel will say, when the search estimates this. */
    Ends foreseen(Ends now) {
      double factor = search.width() > 0 ? kernel.width() / search.width() : 0;
      return new Ends(
          kernel.lower + factor * (now.lower - search.lower),
          kernel.upper + factor * (now.upper - search.upper));
    }

    /** How far off that was, as a share of the gap. */
    double error(Ends foreseen, Ends said) {
      double off =
          Math.max(Math.abs(foreseen.lower - said.lower), Math.abs(foreseen.upper - said.upper));
      return kernel.width() > 0 ? off / kernel.width() : 0;
    }
  }

  /**
   * Before the first pass.
   *
   * @param requirement nothing, if nothing is required or it is about anything else
   */
  VerdictGoal(GapEstimate search, Optional<Requirement> requirement) {
    this.search = search;
    this.requirement = requirement;
  }

  /** Whether anything is foreseen. */
  boolean isForeseen() {
    return requirement.isPresent();
  }

  /** Estimates anew, if that is due; whether the verdict is likely to be settled. */
  boolean check() {
    if (requirement.isEmpty() || last.isEmpty() || search.cells() < nextCells) {
      return false;
    }
    nextCells = SMALL_GROWTH * search.cells();
    Ends ends = last.get().foreseen(estimate());
    double spare = error * last.get().kernel.width();
    return ends.width() <= 1 // else it is no number
        && requirement.get().verdict(Bound.of(ends.lower - spare), Bound.of(ends.upper + spare))
            != Verdict.UNDECIDED;
  }

  /** The kernel said this of the tree as it is, and the verdict is not settled. */
  void unsettled(Bounds said) {
    Enclosure one = said.enclosures().get(0);
    unsettled(new Ends(one.lower().doubleFloor(), one.upper().doubleCeiling()));
  }

  void unsettled(Ends said) {
    if (requirement.isPresent()) {
      Ends now = estimate();
      error = last.map(pass -> pass.error(pass.foreseen(now), said)).orElse(FIRST_ERROR);
      last = Optional.of(new Pass(said, now));
      nextCells = GROWTH * search.cells();
    }
  }

  private Ends estimate() {
    double unit = search.unit();
    double lower = search.lower() * unit;
    return new Ends(lower, lower + (search.meanGap() + search.densityError()) * unit);
  }
}
