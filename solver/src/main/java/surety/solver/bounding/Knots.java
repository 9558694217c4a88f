package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;

/**
 * Where the segments of a function meet over a range: the range is cut at kinks and inflection
 * points, and each curved stretch into equally long segments.
 *
 * <p>All is on a grid, in integer multiples of {@code 2^exponent}, such that every multiple within
 * the range is a float. Base segments end at multiples of a coarser unit, so that they can be
 * halved exactly as often as the number of segments may be doubled, and once more. For that the
 * range is widened outward a little, and segments are equally long only up to the coarse unit.
 * Nothing here depends on how often the number was doubled: ends of segments stay ends.
 *
 * @param exponent of the grid's unit
 * @param stretches ascending, without gaps; none if the range is a point
 * @param lower the widened range's lower end, in units
 * @param upper and its upper end
 */
record Knots(int exponent, List<Stretch> stretches, long lower, long upper) {
  /** The magnitude of a range is at most 2^24 units, so that its multiples are floats. */
  private static final int FLOAT_BITS = 24;

  /** Below this a range is not resolved any finer; its square is still far above zero. */
  private static final double SMALLEST = 0x1p-30;

  /** The largest magnitude of which everything that follows is still a float. */
  private static final double LARGEST = 0x1p100;

  Knots {
    stretches = List.copyOf(stretches);
  }

  /**
   * The knots of a function over a range.
   *
   * @throws BoundingException if the range is unbounded, or a curved section ends between the
   *     grid's points
   */
  static Knots of(MonotoneFunction function, Interval range, Segments segments)
      throws BoundingException {
    if (!(range.magnitude() <= LARGEST)) {
      throw new BoundingException(
          "the argument of %s is in %s, which is too wide for float32; take a smaller box"
              .formatted(function.name(), range));
    }
    int magnitude = Floats.ceilLog2(Math.max(range.magnitude(), SMALLEST));
    int exponent = magnitude - FLOAT_BITS;
    long coarse = 1L << (segments.deepest() + 1);
    long lower = Math.floorDiv((long) Math.floor(Floats.scaled(range.lower(), exponent)), coarse);
    long upper = -Math.floorDiv((long) Math.floor(Floats.scaled(-range.upper(), exponent)), coarse);
    List<Stretch> stretches = new ArrayList<>();
    for (Section section : function.sections()) {
      double from = Math.max(Floats.scaled(section.from(), exponent), (double) (lower * coarse));
      double to = Math.min(Floats.scaled(section.to(), exponent), (double) (upper * coarse));
      if (from < to) {
        long unit = section.curvature() == Curvature.LINEAR ? 1 : coarse;
        if (from % unit != 0 || to % unit != 0) {
          throw new BoundingException(
              "a section of %s ends between float32 numbers".formatted(function.name()));
        }
        stretches.add(stretch(section, (long) from, (long) to, segments.base(), coarse));
      }
    }
    return new Knots(exponent, stretches, lower * coarse, upper * coarse);
  }

  /** A multiple of the grid's unit as a number, exactly. */
  double at(long knot) {
    return Math.scalb((double) knot, exponent);
  }

  /** The ends of segments strictly inside the range, ascending. */
  double[] inner(int level) {
    TreeSet<Long> ends = new TreeSet<>();
    for (Stretch stretch : stretches) {
      for (long end : stretch.ends(level)) {
        ends.add(end);
      }
    }
    return ends.stream().filter(k -> k > lower && k < upper).mapToDouble(this::at).toArray();
  }

  /** The same under x -> -x, y -> -y. */
  Knots mirrored() {
    List<Stretch> mirrored = new ArrayList<>();
    for (int i = stretches.size() - 1; i >= 0; i--) {
      mirrored.add(stretches.get(i).mirrored());
    }
    return new Knots(exponent, mirrored, -upper, -lower);
  }

  private static Stretch stretch(Section section, long from, long to, int base, long coarse) {
    if (section.curvature() == Curvature.LINEAR) {
      return new Stretch(section, section.curvature(), new long[] {from, to});
    }
    TreeSet<Long> ends = new TreeSet<>();
    long units = (to - from) / coarse;
    for (int i = 0; i <= base; i++) {
      ends.add(from + coarse * ((2 * units * i + base) / (2L * base))); // rounded to nearest
    }
    ends.add(to);
    long[] array = ends.stream().mapToLong(Long::longValue).toArray();
    return new Stretch(section, section.curvature(), array);
  }
}
