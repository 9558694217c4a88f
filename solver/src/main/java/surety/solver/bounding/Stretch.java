package surety.solver.bounding;

import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;

/**
 * The part of a section that lies in a range, and the segments it is cut into before any doubling.
 *
 * @param section the section of the function
 * @param curvature how it bends, seen from the side that is bounded
 * @param ends where base segments meet, ascending, in units of the grid; two for a linear stretch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Stretch(Section section, Curvature curvature, long[] ends) {

  boolean isLinear() {
    return curvature == Curvature.LINEAR;
  }

  /** The ends of segments after so many doublings: each base segment is halved so often. */
  long[] ends(int level) {
    if (isLinear()) {
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

  /** The length of the longest base segment. */
  long longest() {
    long longest = 0;
    for (int i = 0; i + 1 < ends.length; i++) {
      longest = Math.max(longest, ends[i + 1] - ends[i]);
    }
    return longest;
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
          case EITHER -> throw new IllegalArgumentException("it may bend either way");
        };
    return new Stretch(section, swapped, negated);
  }
}
