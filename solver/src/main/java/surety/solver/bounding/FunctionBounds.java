package surety.solver.bounding;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * A function's lower and upper bound over a range, both non-decreasing over the reals. The upper
 * one holds for every argument in the range; besides, it is never below the bound of an argument
 * below. The lower one likewise.
 *
 * @param gap how far apart they are at most, over the reals
 * @param steepest the largest slope of either
 */
record FunctionBounds(HingeSum lower, HingeSum upper, double gap, double steepest) {
  /** Of the function that is 0 everywhere. */
  static final FunctionBounds ZERO =
      new FunctionBounds(new HingeSum(0, List.of()), new HingeSum(0, List.of()), 0, 0);

  /**
   * Bounds with so many segments; both are the function itself where that is possible.
   *
   * @throws BoundingException if the numbers are beyond floats
   */
  static FunctionBounds of(MonotoneFunction function, Interval range, Segments segments)
      throws BoundingException {
    Optional<HingeSum> exact = function.exactly(range);
    if (exact.isPresent()) {
      return new FunctionBounds(exact.get(), exact.get(), 0, steepest(exact.get()));
    }
    Curve curve = Curve.of(function, Knots.of(function, range, segments));
    Polyline upper = UpperPolyline.of(curve, segments);
    Polyline lower = UpperPolyline.of(curve.mirror(), segments).mirrored();
    return new FunctionBounds(
        lower.leftward(curve),
        upper.rightward(curve),
        Math.scalb((double) upper.largestExcessOver(lower), curve.valueExponent()),
        Math.scalb((double) Math.max(upper.steepest(), lower.steepest()), curve.slopeExponent()));
  }

  boolean isExact() {
    return gap == 0;
  }

  /** The slopes on either side of the anchor are the running sums of the weights, rounded up. */
  private static double steepest(HingeSum sum) {
    double steepest = 0;
    double rightward = 0;
    double leftward = 0;
    for (Hinge hinge : sum.hinges()) {
      if (hinge.rightward()) {
        rightward = Rounding.addUp(rightward, hinge.weight());
      } else {
        leftward = Rounding.addUp(leftward, -hinge.weight());
      }
      steepest = Math.max(steepest, Math.max(rightward, leftward));
    }
    return steepest;
  }
}
