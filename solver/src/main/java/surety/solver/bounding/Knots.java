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
 * range is widened outward a little, and segments are equally long only up to the coarse unit. A
 * section that ends elsewhere has a short segment before its first and behind its last multiple,
 * which is never halved; and where it ends between two points of the grid there is a gap. Nothing
 * here depends on how often the number was doubled: ends of segments stay ends.
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

  /** A section that is steeper at its beginning, as the root is at 0, begins one point later. */
  private static final double STEEPEST = 0x1p100;

  Knots {
    stretches = List.copyOf(stretches);
  }

  /**
   * The knots of a function over a range.
   *
   * @throws BoundingException if the range is unbounded or too wide
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
    Cutter cutter = new Cutter(lower * coarse, segments.base(), coarse);
    for (Section section : function.sections()) {
      double from = Math.max(Floats.scaled(section.from(), exponent), (double) (lower * coarse));
      double to = Math.min(Floats.scaled(section.to(), exponent), (double) (upper * coarse));
      if (section.curvature() != Curvature.EITHER && from < to) {
        long first = (long) Math.ceil(from);
        long last = (long) Math.floor(to);
        boolean isVertical = !(slope(function, section, first, exponent) <= STEEPEST);
        cutter.cut(section, isVertical ? first + 1 : first, last);
      }
    }
    return new Knots(exponent, cutter.upTo(upper * coarse), lower * coarse, upper * coarse);
  }

  private static double slope(MonotoneFunction function, Section section, long at, int exponent) {
    double x = Math.scalb((double) at, exponent);
    return section.contains(x) ? function.encloseSlope(section, x).upper() : 0;
  }

  /** A multiple of the grid's unit as a number, exactly. */
  double at(long knot) {
    return Math.scalb((double) knot, exponent);
  }

  /** The ends of segments strictly inside the range, ascending, without those of short ones. */
  double[] inner(int level) {
    TreeSet<Long> ends = new TreeSet<>();
    List<Stretch> whole = stretches.stream().filter(s -> s.isLinear() || !s.isFixed()).toList();
    for (Stretch stretch : whole) {
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

  /** Cuts section after section into stretches. */
  private static final class Cutter {
    private final List<Stretch> stretches = new ArrayList<>();
    private final int base;
    private final long coarse;
    private long at;

    Cutter(long from, int base, long coarse) {
      this.at = from;
      this.base = base;
      this.coarse = coarse;
    }

    /** What there is of a section between two knots, and before it the gap that there may be. */
    void cut(Section section, long from, long to) {
      if (from >= to) {
        return;
      }
      gapTo(from);
      long first = -Math.floorDiv(-from, coarse) * coarse;
      long last = Math.floorDiv(to, coarse) * coarse;
      if (section.curvature() == Curvature.LINEAR || first >= last) {
        add(Stretch.fixed(section, from, to));
      } else {
        add(Stretch.fixed(section, from, first));
        add(new Stretch(section, section.curvature(), ends(first, last), false));
        add(Stretch.fixed(section, last, to));
      }
    }

    private void gapTo(long to) {
      add(Stretch.gap(at, to));
    }

    private void add(Stretch stretch) {
      if (stretch.from() < stretch.to()) {
        stretches.add(stretch);
        at = stretch.to();
      }
    }

    private long[] ends(long from, long to) {
      TreeSet<Long> ends = new TreeSet<>();
      long units = (to - from) / coarse;
      for (int i = 0; i <= base; i++) {
        ends.add(from + coarse * ((2 * units * i + base) / (2L * base))); // rounded to nearest
      }
      ends.add(to);
      return ends.stream().mapToLong(Long::longValue).toArray();
    }

    List<Stretch> upTo(long end) {
      gapTo(end);
      return stretches;
    }
  }
}
