package surety.solver.search;

import surety.certificates.arithmetic.Interval;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.Halving;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.Rule;
import surety.solver.domain.Log2;
import surety.solver.domain.Slice;

/** A side of boxes, with what they need of it; where it is cut, it is cut in one way. */
final class BoxSide {
  private final Slice slice;
  private final double centre;
  private final double radius;
  private final double[] masses;

  /** How far the coordinate is from the chord of its quantile function. */
  private final double early;

  private final double late;
  private final boolean isCuttable;
  private BoxSide below;
  private BoxSide above;

  BoxSide(Slice slice) {
    this.slice = slice;
    this.centre = slice.middle();
    this.radius = 0.5 * slice.width();
    this.masses = new double[slice.summands()];
    for (int j = 0; j < masses.length; j++) {
      masses[j] = Log2.power(slice.logMass(j));
    }
    Interval deviation = slice.deviation();
    this.early = deviation.lower() * radius;
    this.late = deviation.upper() * radius;
    this.isCuttable = slice.isCuttable();
  }

  Slice slice() {
    return slice;
  }

  double centre() {
    return centre;
  }

  double radius() {
    return radius;
  }

  /** Its probability under a summand. */
  double mass(int summand) {
    return masses[summand];
  }

  double early() {
    return early;
  }

  double late() {
    return late;
  }

  /** Whether nothing is known of its density, so that all of its mass may be at an end. */
  boolean isRough() {
    return late - early >= 4 * radius; // each is 2 radii away if it is unknown
  }

  boolean isCuttable() {
    return isCuttable;
  }

  /** The knot at which it is cut; negative if it is cut at a value. */
  int knot() {
    return slice.innerKnot();
  }

  /** The value at which it is cut. */
  double value() {
    return slice.cutPoint();
  }

  /** Whether its value is the middle. */
  boolean isHalved() {
    return value() == slice.middle();
  }

  /** Whether a rule cuts it in its one way. */
  boolean isCutBy(Rule rule) {
    if (rule instanceof KnotSplit split) {
      return knot() == split.knot();
    }
    boolean isAtValue =
        rule instanceof BoxSplit split
            ? split.value() == value()
            : rule instanceof Halving && isHalved();
    return isAtValue && knot() < 0;
  }

  /** Cuts it, unless it has been; not on several threads at once. */
  void cut() {
    if (below == null) {
      int knot = knot();
      var parts = knot >= 0 ? slice.cutAtKnot(knot) : slice.cut(value());
      below = new BoxSide(parts.get(0));
      above = new BoxSide(parts.get(1));
    }
  }

  BoxSide below() {
    return below;
  }

  BoxSide above() {
    return above;
  }
}
