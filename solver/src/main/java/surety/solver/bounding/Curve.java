package surety.solver.bounding;

import java.util.Collections;
import java.util.List;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * A function on its grid, in integers: knots in units of {@code 2^knots.exponent}, slopes in units
 * of {@code 2^slopeExponent}, and values in units of the product of both. Straight lines through
 * grid values with grid slopes then have grid values at all knots, without any rounding.
 *
 * <p>The unit of slopes is 2^-22 of the steepest slope or more, so slopes and their differences are
 * floats; and it is such that a unit of values is not less than what is known of a value. Values
 * have at most about 2^47 units, so all sums and products are exact in 64 bits.
 *
 * <p>A mirrored curve is {@code -f(-x)}: an upper bound of it is a lower bound of f.
 */
final class Curve {
  private static final int SLOPE_BITS = 22;

  /** More than all margins, in units of values ({@link #margin}). */
  private static final double MARGINS = 0x1p31;

  private final MonotoneFunction function;
  private final Knots knots;
  private final boolean mirrored;
  private final int slopeExponent;
  private final long constantStep;
  private final long steepest;
  private final long lift;

  private Curve(
      MonotoneFunction function,
      Knots knots,
      boolean mirrored,
      int slopeExponent,
      long constantStep,
      long steepest,
      long lift) {
    this.function = function;
    this.knots = knots;
    this.mirrored = mirrored;
    this.slopeExponent = slopeExponent;
    this.constantStep = constantStep;
    this.steepest = steepest;
    this.lift = lift;
  }

  /**
   * The function on the grid of its knots.
   *
   * @throws BoundingException if values or slopes are beyond floats
   */
  static Curve of(MonotoneFunction function, Knots knots) throws BoundingException {
    double size =
        Math.max(
            function.enclose(knots.at(knots.lower())).magnitude(),
            function.enclose(knots.at(knots.upper())).magnitude());
    double slope = 0;
    double above = 0;
    for (Stretch stretch : knots.stretches()) {
      slope = Math.max(slope, steepest(function, knots, stretch));
      above = stretch.isGap() ? Math.max(above, aboveChord(function, knots, stretch)) : above;
    }
    double scale =
        Collections.max(
            List.of(
                slope,
                Math.scalb(size, -knots.exponent() - 24),
                Math.scalb(widest(function, knots), -knots.exponent() + SLOPE_BITS),
                0x1p-78));
    if (!(scale <= 0x1p100) || !(size <= 0x1p100)) {
      throw new BoundingException(
          "%s reaches %s, beyond float32; take a smaller box".formatted(function.name(), size));
    }
    int slopeExponent = Floats.ceilLog2(scale) - SLOPE_BITS;
    int valueExponent = knots.exponent() + slopeExponent;
    long lift = (long) Math.ceil(Floats.scaled(above, valueExponent));
    double units = Math.scalb(size, -valueExponent) + MARGINS + lift;
    long constantStep = 1L << Math.max(0, Floats.ceilLog2(units) + 1 - 24);
    long steepest = (long) Math.ceil(Floats.scaled(slope, slopeExponent));
    return new Curve(function, knots, false, slopeExponent, constantStep, steepest, lift);
  }

  /** How far apart enclosures of values are at the ends of segments. */
  private static double widest(MonotoneFunction function, Knots knots) {
    double widest = 0;
    for (Stretch stretch : knots.stretches()) {
      for (long end : stretch.ends()) {
        widest = Math.max(widest, function.enclose(knots.at(end)).width());
      }
    }
    return widest;
  }

  /** The largest slope at an end of a stretch; of a gap that of its chord. */
  private static double steepest(MonotoneFunction function, Knots knots, Stretch stretch) {
    double from = knots.at(stretch.from());
    double to = knots.at(stretch.to());
    if (stretch.isGap()) {
      return Rounding.divideUp(rise(function, from, to), to - from);
    }
    return Math.max(
        function.encloseSlope(stretch.section(), from).upper(),
        function.encloseSlope(stretch.section(), to).upper());
  }

  private static double rise(MonotoneFunction function, double from, double to) {
    return Rounding.subtractUp(function.enclose(to).upper(), function.enclose(from).lower());
  }

  /**
   * How far the function can be from its chord over a gap of length h, whose slopes are between s
   * and t. It is at most {@code s} and {@code t} times the way from one end and from the other off
   * its values there, so at most {@code h (t - k) (k - s) / (t - s)} from a chord with the slope k:
   * that is at most {@code (t - s) h / 4}, and at most {@code k h - s h}.
   */
  private static double aboveChord(MonotoneFunction function, Knots knots, Stretch gap) {
    double from = knots.at(gap.from());
    double to = knots.at(gap.to());
    double length = to - from; // exact, as both are on the grid
    Interval slopes = function.encloseSlopes(from, to);
    double least = Math.max(0, slopes.lower());
    double bent = Rounding.multiplyUp(0.25 * length, Rounding.subtractUp(slopes.upper(), least));
    double risen =
        Rounding.subtractUp(rise(function, from, to), Rounding.multiplyDown(least, length));
    return Math.max(0, Math.min(bent, risen));
  }

  Curve mirror() {
    return new Curve(
        function, knots.mirrored(), !mirrored, slopeExponent, constantStep, steepest, lift);
  }

  Knots knots() {
    return knots;
  }

  /** The exponent of the unit of slopes. */
  int slopeExponent() {
    return slopeExponent;
  }

  /** The exponent of the unit of values. */
  int valueExponent() {
    return knots.exponent() + slopeExponent;
  }

  /** Multiples of so many units that are as large as a value are floats; a power of two. */
  long constantStep() {
    return constantStep;
  }

  /** At least what the curve is above its chord in any gap, or below it. */
  long lift() {
    return lift;
  }

  /** The least value that is certainly not below the curve's at a knot. */
  long valueAbove(long knot) {
    Interval value = function.enclose(mirrored ? -knots.at(knot) : knots.at(knot));
    double upper = mirrored ? -value.lower() : value.upper();
    return (long) Math.ceil(Floats.scaled(upper, valueExponent()));
  }

  /** The least slope that is certainly not below the curve's at a knot in a section. */
  long slopeAbove(Section section, long knot) {
    return (long) Math.ceil(Floats.scaled(slope(section, knot).upper(), slopeExponent));
  }

  /** The largest slope from 0 that is certainly not above the curve's. */
  long slopeBelow(Section section, long knot) {
    double lower = Math.max(0, slope(section, knot).lower());
    return (long) Math.floor(Floats.scaled(lower, slopeExponent));
  }

  private Interval slope(Section section, long knot) {
    return function.encloseSlope(section, mirrored ? -knots.at(knot) : knots.at(knot));
  }

  /**
   * How far above the curve its upper bound of a level is aimed: {@code slack(level + 1) + ... +
   * slack(deepest)}, see {@link UpperPolyline}.
   */
  long margin(Segments segments) {
    if (knots.stretches().stream().allMatch(Stretch::isFixed)) {
      return 0; // nothing changes with the level
    }
    long margin = 0;
    for (int level = segments.level() + 1; level <= segments.deepest(); level++) {
      margin += slack(level);
    }
    return margin;
  }

  /** The most that rounding adds to an upper bound of a level. */
  private long slack(int level) {
    long curved = 0;
    long straight = 0;
    for (Stretch stretch : knots.stretches()) {
      if (!stretch.isLinear() && !stretch.isGap()) {
        curved = Math.max(curved, stretch.longest(level));
      } else if (!hasGridSlope(stretch)) {
        straight = Math.max(straight, stretch.longest(level));
      }
    }
    long atEnds = Math.max(Math.max(constantStep, steepest), Math.max(curved, straight));
    return atEnds + 4 * curved + 8;
  }

  /** Whether the slope of a linear stretch is a whole number of units, and known. */
  boolean hasGridSlope(Stretch stretch) {
    long knot = stretch.from();
    return stretch.isLinear()
        && slopeAbove(stretch.section(), knot) == slopeBelow(stretch.section(), knot);
  }
}
