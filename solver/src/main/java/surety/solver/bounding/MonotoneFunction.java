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

  /** Ascending and without gaps from negative infinity to infinity. */
  List<Section> sections();

  /** Encloses the slope at x, in one of the sections; at an end of it the slope from its inside. */
  Interval encloseSlope(Section section, double x);

  /**
   * The function itself as a sum of ReLUs with floats, over the whole range at least; empty if it
   * is not piecewise linear or takes other numbers.
   */
  Optional<HingeSum> exactly(Interval range);

  /** Encloses the values over a bounded interval: they lie between those at its ends. */
  default Interval enclose(Interval x) {
    return enclose(x.lower()).hull(enclose(x.upper()));
  }
}
