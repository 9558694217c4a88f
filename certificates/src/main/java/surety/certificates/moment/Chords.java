package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.gaussian.CurvedNormal;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.PiecewiseNormal;

/**
 * A continuous piecewise linear function g next to an activation f, with chords of f around where a
 * normal number w mostly is.
 *
 * <p><em>Why it is sound.</em> On a segment from a to b let f have slopes in [s, t] only. Then so
 * has its chord g, of slope c, and {@code |f - g| <= (t - c) (c - s) (b - a) / (t - s) <= (b - a)
 * (t - s) / 4}, as f - g is 0 at both ends and has slopes in [s - c, t - c]. Beyond the first and
 * the last knot g is a straight line whose slope is in the middle of those that f has there, so
 * that {@code |f - g|} is at most half of their difference times the distance from the knot. So
 *
 * <pre>
 * E (f(w) - g(w))^2 <= sum gap^2 P(w in the segment) + sum r^2 E max(w beyond the knot, 0)^2.
 * </pre>
 *
 * Whatever the knots are that holds.
 *
 * @param function g(w)
 * @param off at least the root of the mean square of f(w) - g(w)
 */
record Chords(CurvedNormal function, double off) {
  /** Beyond that something might overflow. */
  static final double LARGEST = 0x1p500;

  /** How many deviations the first and the last knot are away from the mean. */
  private static final double SPREAD = 8;

  /** Knots are the closer to each other the nearer to the mean. */
  private static final double DENSITY = 2.5;

  /** A lesser deviation makes no closer knots: their differences would be lost in roundings. */
  private static final double FINEST = 0x1p-16;

  /** With so many segments, for a proper number that is not too large. */
  static Chords of(Activation f, NormalForm w, int segments) {
    double[] knots = knots(w, segments);
    PiecewiseNormal pieces = new PiecewiseNormal(w, knots);
    List<Interval> values = new ArrayList<>();
    for (double knot : knots) {
      values.add(f.enclose(knot));
    }
    int last = knots.length - 1;
    Interval before = Slopes.of(f, Double.NEGATIVE_INFINITY, knots[0]);
    Interval behind = Slopes.of(f, knots[last], Double.POSITIVE_INFINITY);
    double square = squared(before.radius(), pieces.squareBefore());
    for (int k = 0; k < last; k++) {
      double gap = gap(f, knots[k], knots[k + 1]);
      square = Rounding.addUp(square, squared(gap, pieces.share(k + 1)));
    }
    square = Rounding.addUp(square, squared(behind.radius(), pieces.squareBehind()));
    CurvedNormal function =
        pieces.function(values, Interval.of(before.middle()), Interval.of(behind.middle()));
    return new Chords(function, Rounding.sqrtUp(square));
  }

  /** Whether knots around a number and their values do not overflow. */
  static boolean isPossible(NormalForm w) {
    return PiecewiseNormal.isPossible(w)
        && w.mean().magnitude() <= LARGEST
        && w.variance().sqrt().upper() <= LARGEST;
  }

  static double[] knots(NormalForm w, int segments) {
    double mean = w.mean().middle();
    double scale = Math.max(w.variance().sqrt().upper(), FINEST * Math.max(1, Math.abs(mean)));
    double[] knots = new double[segments + 1];
    for (int k = 0; k <= segments; k++) {
      double place = 2.0 * k / segments - 1;
      knots[k] =
          mean + scale * SPREAD * StrictMath.sinh(DENSITY * place) / StrictMath.sinh(DENSITY);
    }
    return knots;
  }

  /** At least the distance of f from its chord. */
  private static double gap(Activation f, double from, double to) {
    Interval slopes = Slopes.of(f, from, to);
    double spread = Rounding.subtractUp(slopes.upper(), slopes.lower());
    double length = Rounding.subtractUp(to, from);
    return Rounding.multiplyUp(Rounding.multiplyUp(length, spread), 0.25);
  }

  private static double squared(double gap, Interval measure) {
    return Rounding.multiplyUp(Rounding.multiplyUp(gap, gap), measure.upper());
  }
}
