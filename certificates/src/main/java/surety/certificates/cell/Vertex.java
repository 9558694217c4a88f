package surety.certificates.cell;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.PointEnclosure;

/**
 * An exact point of z, known by enclosures, shared by the simplices around it. The network is
 * evaluated at it at most once for each thread that asks at the same time; every evaluation gives
 * the same bits.
 */
final class Vertex {
  private final Interval[] z;
  private volatile PointEnclosure enclosure;

  Vertex(Interval[] z) {
    this.z = z;
  }

  Interval z(int coordinate) {
    return z[coordinate];
  }

  /** Some double inside the enclosure of a coordinate. */
  double middle(int coordinate) {
    return z[coordinate].middle();
  }

  /** How far the exact coordinate may be from {@link #middle}. */
  double radius(int coordinate) {
    return z[coordinate].radius();
  }

  /** What the network does here. */
  PointEnclosure enclosure(BranchDomain domain) {
    PointEnclosure known = enclosure;
    if (known == null) {
      known = domain.enclose(z);
      enclosure = known;
    }
    return known;
  }

  /** The exact point {@code (1 - ratio) this + ratio other}. */
  Vertex between(Vertex other, double ratio) {
    Interval rest = new Interval(Rounding.subtractDown(1, ratio), Rounding.subtractUp(1, ratio));
    Interval share = Interval.of(ratio);
    Interval[] point = new Interval[z.length];
    for (int q = 0; q < z.length; q++) {
      boolean same = z[q].isPoint() && z[q].equals(other.z[q]);
      point[q] = same ? z[q] : z[q].times(rest).plus(other.z[q].times(share));
    }
    return new Vertex(point);
  }
}
