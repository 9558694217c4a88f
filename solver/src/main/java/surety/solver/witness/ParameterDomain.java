package surety.solver.witness;

import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;

/**
 * Affine functions over a box as {@code c_0 + sum_i c_i t_i}. Where a coordinate is bounded it is
 * middle + radius t with t in [-1, 1]; with one end, end + t with t >= 0 or t <= 0; with none, t.
 */
final class ParameterDomain implements AffineDomain {
  private static final Interval UNIT = Interval.of(-1, 1);
  private static final Interval POSITIVE = Interval.of(0, Double.POSITIVE_INFINITY);
  private static final Interval NEGATIVE = Interval.of(Double.NEGATIVE_INFINITY, 0);

  private final List<Range> ranges;
  private final Interval[] parameters;

  ParameterDomain(ExactBox box) {
    this.ranges = box.ranges();
    this.parameters = ranges.stream().map(ParameterDomain::parameter).toArray(Interval[]::new);
  }

  private static Interval parameter(Range range) {
    if (range.isBounded()) {
      return UNIT;
    }
    if (range.lower().isPresent()) {
      return POSITIVE;
    }
    return range.upper().isPresent() ? NEGATIVE : Interval.WHOLE;
  }

  @Override
  public int size() {
    return parameters.length + 1;
  }

  @Override
  public AffineEnclosure coordinate(int index) {
    Range range = ranges.get(index);
    Interval[] numbers = new Interval[size()];
    Arrays.fill(numbers, Interval.ZERO);
    if (range.isBounded()) {
      Rational middle = range.middle();
      numbers[0] = Interval.of(middle);
      numbers[index + 1] = Interval.of(range.upper().get().minus(middle));
    } else {
      numbers[0] = range.lower().or(range::upper).map(Interval::of).orElse(Interval.ZERO);
      numbers[index + 1] = Interval.ONE;
    }
    return new AffineEnclosure(numbers);
  }

  @Override
  public AffineEnclosure constant(Interval value) {
    Interval[] numbers = new Interval[size()];
    Arrays.fill(numbers, Interval.ZERO);
    numbers[0] = value;
    return new AffineEnclosure(numbers);
  }

  @Override
  public Interval range(AffineEnclosure function) {
    Interval range = function.number(0);
    for (int i = 0; i < parameters.length; i++) {
      range = range.plus(function.number(i + 1).times(parameters[i]));
    }
    return range;
  }

  /**
   * The chord s f + c of max(f, 0) over the range [l, u] of f, with s rounded up and c = -s l
   * rounded up: at l it is at least 0 and at u at least s (u - l) >= u, so by convexity it is
   * nowhere below. Without an upper end the slope 1 does the same, without a lower end the constant
   * u.
   */
  @Override
  public AffineEnclosure positivePartAbove(AffineEnclosure function) {
    Interval range = range(function);
    double lower = range.lower();
    double upper = range.upper();
    if (upper <= 0) {
      return AffineEnclosure.zero(size());
    }
    if (lower >= 0) {
      return function;
    }
    if (Double.isInfinite(lower)) {
      return constant(Double.isInfinite(upper) ? Interval.WHOLE : Interval.of(upper));
    }
    double slope = 1;
    if (!Double.isInfinite(upper)) {
      slope = Math.min(1, Rounding.divideUp(upper, Rounding.subtractDown(upper, lower)));
    }
    return function.times(slope).plus(constant(Interval.of(Rounding.multiplyUp(slope, -lower))));
  }
}
