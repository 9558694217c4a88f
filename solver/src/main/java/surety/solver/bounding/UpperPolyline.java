package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.activation.Section;

/**
 * Builds a non-decreasing piecewise linear upper bound U of a curve f: over convex stretches chords
 * of half segments, over concave stretches tangents at the ends of segments that meet in between,
 * over linear stretches a parallel, or a chord if the slope is not on the grid (section 3.2 of the
 * paper). Over a gap, too, it is a chord, and f is above the chord of its ends by no more than the
 * {@link Curve#lift}. Everything is exact, in the integers of {@link Curve}; only f is known by
 * enclosures.
 *
 * <p>U is aimed at T = f + m with the margin m of {@link Curve#margin}, where f is lifted already,
 * and in a gap its chord: so f itself is never above that. U starts with a value of at least T at
 * the first knot and keeps {@code U >= T} at every end of a segment:
 *
 * <ul>
 *   <li><em>Chord</em> from a to b: the least slope, from 0, with which U(b) is at least T(b). So U
 *       is not below the chord of T, which a convex T does not exceed.
 *   <li><em>Tangents</em> at a and b: first a slope s of at least f'(a), up to some knot c between
 *       a and b, then a slope r of at most f'(b). As T is concave and U(a) is at least T(a), U is
 *       not below the tangent of T at a on [a, c]. As U(b) is at least T(b), U is not below the
 *       tangent of T at b on [c, b]. Both tangents are above T. The knot c is the first one with
 *       which U(b) is at least T(b); c = b is always good enough, by the tangent at a.
 *   <li>Where it is possible, r is the least slope on the grid that is not below f'(b), as the next
 *       tangent begins with it: this saves a ReLU. It is too steep by at most d units of slope, so
 *       U(b) is at least T(b) + d (b - a) then, and U is still not below the tangent on [c, b].
 * </ul>
 *
 * <p><em>Rounding.</em> Let V be the same construction over the reals, aimed at f: chords of f,
 * tangents that meet exactly. Write units for the grid's, w for twice the widest enclosure, and
 * assume that w is at most six units. Let e be U - T at an end of a segment. At the first knot e is
 * at most a step of constants and w + 1. After a chord it is at most its length (one unit of slope
 * less would not do) and w + 1, or has not grown (slope 0); a parallel keeps it. After tangents it
 * is at most s - r (one knot less for c would not do), d (b - a) with d at most 2, and w + 1; or it
 * has not grown (c = a with r at most f'(b), as then U(b) - T(b) = e(a) + f(a) + r (b - a) - f(b),
 * and f is concave; s = r likewise). So e never exceeds the largest of these. Between the ends of a
 * chord U - V - m is between its values there. On [a, c] the difference of U - m and the tangent at
 * a grows by less than 2 units of slope times the length, and on [c, b] likewise from b; where V is
 * the other tangent it is between these values again. So {@code m <= U - V <= m + slack} with the
 * slack of {@link Curve}.
 *
 * <p><em>Nested under doubling.</em> Ends of segments stay ends when their number doubles, so V can
 * only fall: chords of more points of a convex function, the minimum of more tangents of a concave
 * one. The margin of a level is that of the next one and the next one's slack. So U of the next
 * level {@code <= V(next) + m(next) + slack(next) = V(next) + m <= V + m <= U}, at every real.
 *
 * <p><em>Convergence.</em> On a segment of length h the chords of its halves are at most {@code max
 * f'' h^2 / 32} above f and the tangents at most {@code max |f''| h^2 / 8}, both besides margin and
 * slack (Theorems 11 and 12 of the thesis).
 */
final class UpperPolyline {
  private final Curve curve;
  private final long margin;
  private final List<long[]> vertices = new ArrayList<>();
  private long knot;
  private long value;

  private UpperPolyline(Curve curve, long margin) {
    this.curve = curve;
    this.margin = margin;
    this.knot = curve.knots().lower();
    long step = curve.constantStep();
    this.value = step * Math.floorDiv(target(knot) + step - 1, step);
  }

  /** The upper bound of a curve with so many segments. */
  static Polyline of(Curve curve, Segments segments) {
    UpperPolyline polyline = new UpperPolyline(curve, curve.margin(segments));
    for (Stretch stretch : curve.knots().stretches()) {
      switch (stretch.curvature()) {
        case LINEAR, EITHER -> polyline.line(stretch);
        case CONVEX -> polyline.chords(stretch.ends(segments.level() + 1));
        case CONCAVE -> polyline.tangents(stretch.section(), stretch.ends(segments.level()));
      }
    }
    return polyline.finished();
  }

  /** The least value that is certainly not below T. */
  private long target(long at) {
    return curve.valueAbove(at) + margin + curve.lift();
  }

  private void line(Stretch stretch) {
    long[] ends = stretch.ends();
    if (curve.hasGridSlope(stretch)) {
      lineTo(ends[1], curve.slopeAbove(stretch.section(), ends[0]));
    } else {
      chords(ends);
    }
  }

  private void chords(long[] ends) {
    for (int i = 1; i < ends.length; i++) {
      long length = ends[i] - ends[i - 1];
      long rise = target(ends[i]) - value;
      lineTo(ends[i], Math.max(0, ceilDiv(rise, length)));
    }
  }

  private void tangents(Section section, long[] ends) {
    for (int i = 1; i < ends.length; i++) {
      long a = ends[i - 1];
      long b = ends[i];
      long steep = curve.slopeAbove(section, a);
      long above = curve.slopeAbove(section, b);
      long below = Math.min(above, curve.slopeBelow(section, b));
      long missing = target(b) - value - below * (b - a);
      // the same to the last knot for T(b) + (above - below) (b - a) with the slope above
      boolean isSmooth = missing > 0 && missing <= (steep - above) * (b - a);
      long flat = isSmooth ? above : below;
      long c = steep == flat ? b : a + Math.max(0, Math.min(b - a, ceilDiv(missing, steep - flat)));
      lineTo(c, steep);
      lineTo(b, flat);
    }
  }

  private void lineTo(long to, long slope) {
    if (to > knot) {
      vertices.add(new long[] {knot, value});
      value += slope * (to - knot);
      knot = to;
    }
  }

  private Polyline finished() {
    vertices.add(new long[] {knot, value});
    return new Polyline(
        vertices.stream().mapToLong(v -> v[0]).toArray(),
        vertices.stream().mapToLong(v -> v[1]).toArray());
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
