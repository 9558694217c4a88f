package surety.solver.bounding;

import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;

/**
 * The part of a section that lies in a range, and the segments it is cut into before any doubling;
 * or a gap, where nothing but slopes is known.
 *
 * @param section the section of the function; of a gap one that may bend either way
 * @param curvature how it bends, seen from the side that is bounded
 * @param ends where base segments meet, ascending, in units of the grid; two if it is fixed
 * @param isFixed whether it is one segment, however often their number is doubled
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Stretch(Section section, Curvature curvature, long[] ends, boolean isFixed) {
  private static final Section ANY =
      new Section(
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Curvature.EITHER,
          Double.POSITIVE_INFINITY);

  /** A part of a section that is never cut. */
  static Stretch fixed(Section section, long from, long to) {
    return new Stretch(section, section.curvature(), new long[] {from, to}, true);
  }

  /** A gap between sections. */
  static Stretch gap(long from, long to) {
    return fixed(ANY, from, to);
  }

  boolean isLinear() {
    return curvature == Curvature.LINEAR;
  }

  boolean isGap() {
    return curvature == Curvature.EITHER;
  }

  long from() {
    return ends[0];
  }

  long to() {
    return ends[ends.length - 1];
  }

  /** The ends of segments after so many doublings: each base segment is halved so often. */
  long[] ends(int level) {
    if (isFixed) {
      return ends.clone();
    }
    int parts = 1 << level;
    long[] fine = new long[(ends.length - 1) * parts + 1];
    for (int i = 0; i + 1 < ends.length; i++) {
      long step = (ends[i + 1] - ends[i]) / parts;
      for (int k = 0; k < parts; k++) {
        fine[i * parts + k] = ends[i] + k * step;
      }
    }
    fine[fine.length - 1] = ends[ends.length - 1];
    return fine;
  }

  /** The length of the longest segment after so many doublings. */
  long longest(int level) {
    long longest = 0;
    for (int i = 0; i + 1 < ends.length; i++) {
      longest = Math.max(longest, ends[i + 1] - ends[i]);
    }
    return isFixed ? longest : longest >> level;
  }

  /** The same under x -> -x, y -> -y, which swaps convex and concave. */
  Stretch mirrored() {
    long[] negated = new long[ends.length];
    for (int i = 0; i < ends.length; i++) {
      negated[i] = -ends[ends.length - 1 - i];
    }
    Curvature swapped =
        switch (curvature) {
          case LINEAR -> Curvature.LINEAR;
          case CONVEX -> Curvature.CONCAVE;
          case CONCAVE -> Curvature.CONVEX;
          case EITHER -> Curvature.EITHER;
        };
    return new Stretch(section, swapped, negated, isFixed);
  }
}
