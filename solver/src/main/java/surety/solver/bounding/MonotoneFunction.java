package surety.solver.bounding;

import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;

/**
 * A non-decreasing, continuous, piecewise twice differentiable function of one variable (section
 * 3.2 of the paper), known by its sections and by enclosures. Immutable.
 */
interface MonotoneFunction {

  /** What people call it. */
  String name();

  /** Encloses the value at a finite x. */
  Interval enclose(double x);

  /**
   * Ascending; where there is a gap between two of them, or where one may bend either way, only
   * {@link #encloseSlopes} tells how the function goes on.
   */
  List<Section> sections();

  /** Encloses the slope at x, in one of the sections; at an end of it the slope from its inside. */
  Interval encloseSlope(Section section, double x);

  /** Encloses all slopes between two finite numbers, one-sided ones at kinks included. */
  Interval encloseSlopes(double from, double to);

  /**
   * The function itself as a sum of ReLUs with floats, over the whole range at least; empty if it
   * is not piecewise linear there or takes other numbers.
   */
  default Optional<HingeSum> exactly(Interval range) {
    return ExactHinges.of(this, range);
  }
}
