package surety.solver.bounding;

import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Bounds of an activation over a range: of its two {@link MonotoneParts}, added up.
 *
 * <p>Let r and s be the parts, {@code f(x) = r(x) + s(-x)}, with bounds {@code L_r <= r <= U_r} and
 * {@code L_s <= s <= U_s}, none of which decreases. For {@code l <= x <= u}, f(x) is at most {@code
 * U_r(u) + U_s(-l)} and at least {@code L_r(l) + L_s(-u)}. The difference of these two is at most
 * the gaps of both, and {@code U_r(u) - U_r(l) + U_s(-l) - U_s(-u)}, which is at most u - l times
 * the largest sum of the slopes of both.
 *
 * @param gap how far apart the bounds are at most where l = u, over the reals
 * @param steepest how steep the upper one is
 */
record NeuronBounds(TwoSidedSum lower, TwoSidedSum upper, double gap, double steepest) {

  /**
   * Bounds with so many segments; both are the function itself where that is possible.
   *
   * @throws BoundingException if the activation has no monotone parts in the range, or the numbers
   *     are beyond floats
   */
  static NeuronBounds of(Activation activation, Interval range, Segments segments)
      throws BoundingException {
    MonotoneParts parts = MonotoneParts.of(activation, range);
    FunctionBounds rising = of(parts.rising(), range, segments);
    FunctionBounds falling = of(parts.falling(), range.negate(), segments);
    TwoSidedSum lower = TwoSidedSum.of(rising.lower(), falling.lower());
    TwoSidedSum upper = TwoSidedSum.of(rising.upper(), falling.upper());
    double gap = Rounding.addUp(rising.gap(), falling.gap());
    return new NeuronBounds(lower, upper, gap, steepest(rising, falling, upper));
  }

  private static FunctionBounds of(
      Optional<MonotoneFunction> part, Interval range, Segments segments) throws BoundingException {
    return part.isPresent() ? FunctionBounds.of(part.get(), range, segments) : FunctionBounds.ZERO;
  }

  /** That of one part, unless both have slopes. */
  private static double steepest(FunctionBounds rising, FunctionBounds falling, TwoSidedSum upper) {
    return Math.min(rising.steepest(), falling.steepest()) == 0
        ? Math.max(rising.steepest(), falling.steepest())
        : upper.steepest();
  }

  boolean isExact() {
    return gap == 0;
  }
}
