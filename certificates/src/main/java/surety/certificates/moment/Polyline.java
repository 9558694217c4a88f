package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.RectifiedNormal;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;

/**
 * A continuous piecewise linear function g that stands for an activation f of a normal number w:
 * where f is made of straight pieces it is f, else it has chords of f around where w mostly is.
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
 * @param hinges g
 * @param slopes contains all slopes of f
 * @param gaps of the part before the first hinge, of those between hinges, and of that behind the
 *     last one: at least the distance of f and g, before and behind all hinges for each unit of the
 *     distance from the hinge; none where there are no hinges and f(w) is g(w)
 * @param isExact whether g is f
 */
record Polyline(Hinges hinges, Interval slopes, List<Double> gaps, boolean isExact) {
  /** How many deviations the first and the last knot are away from the mean. */
  private static final double SPREAD = 8;

  /** Knots are the closer to each other the nearer to the mean. */
  private static final double DENSITY = 2.5;

  /** A lesser deviation makes no closer knots: their differences would be lost in roundings. */
  private static final double FINEST = 0x1p-16;

  /** Beyond that something might overflow. */
  private static final double LARGEST = 0x1p500;

  private static final int FEWEST = 8;
  private static final int MOST = 64;
  private static final int IN_ALL = 1600;

  Polyline {
    gaps = List.copyOf(gaps);
  }

  /** Whether there is one: f has bounded slopes, and so is defined everywhere. */
  static boolean exists(Activation f) {
    return Hinges.of(f).isPresent() || f.greatestSlope() <= LARGEST;
  }

  /**
   * How many segments each activation of a network has that is not made of straight pieces: the
   * fewer the more of them there are.
   */
  static int segments(Network network) {
    long bent =
        network.gates().stream()
            .filter(Gate.Activations.class::isInstance)
            .flatMap(gate -> ((Gate.Activations) gate).layer().activations().stream())
            .filter(f -> Hinges.of(f).isEmpty())
            .count();
    return (int) Math.max(FEWEST, Math.min(MOST, IN_ALL / Math.max(1, bent)));
  }

  /** How many hinges there are at most. */
  static int hinges(Activation f, int segments) {
    return Hinges.of(f).map(hinges -> hinges.all().size()).orElse(segments + 1);
  }

  /**
   * Next to f.
   *
   * @param segments between the knots, if f is not made of straight pieces
   */
  static Polyline of(Activation f, NormalForm w, int segments) {
    Optional<Hinges> exact = Hinges.of(f);
    if (exact.isPresent()) {
      return new Polyline(exact.get(), exact.get().slopes(), List.of(), true);
    }
    Interval slopes = slopes(f, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    if (w.isConstant()) {
      return new Polyline(constant(f.enclose(w.mean())), slopes, List.of(), false);
    }
    double mean = w.mean().middle();
    double deviation = w.variance().sqrt().upper();
    double scale = Math.max(deviation, FINEST * Math.max(1, Math.abs(mean)));
    return Math.abs(mean) <= LARGEST && scale <= LARGEST
        ? chords(f, slopes, knots(mean, scale, segments))
        : new Polyline(constant(Interval.ZERO), slopes, List.of(Double.POSITIVE_INFINITY), false);
  }

  private static Hinges constant(Interval value) {
    return new Hinges(value, Interval.ZERO, List.of());
  }

  private static double[] knots(double mean, double scale, int segments) {
    double[] knots = new double[segments + 1];
    for (int k = 0; k <= segments; k++) {
      double place = 2.0 * k / segments - 1;
      knots[k] =
          mean + scale * SPREAD * StrictMath.sinh(DENSITY * place) / StrictMath.sinh(DENSITY);
    }
    return knots;
  }

  private static Polyline chords(Activation f, Interval slopes, double[] knots) {
    int last = knots.length - 1;
    List<Hinges.Hinge> hinges = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    Interval before = slopes(f, Double.NEGATIVE_INFINITY, knots[0]);
    Interval first = Interval.of(before.middle());
    Interval slope = first;
    gaps.add(before.radius());
    for (int k = 0; k < last; k++) {
      Interval length = Interval.of(knots[k + 1]).minus(Interval.of(knots[k]));
      Interval chord = f.enclose(knots[k + 1]).minus(f.enclose(knots[k])).dividedBy(length);
      hinges.add(new Hinges.Hinge(knots[k], chord.minus(slope)));
      slope = chord;
      Interval own = slopes(f, knots[k], knots[k + 1]);
      double spread = Rounding.subtractUp(own.upper(), own.lower());
      gaps.add(Rounding.multiplyUp(Rounding.multiplyUp(length.upper(), spread), 0.25));
    }
    Interval behind = slopes(f, knots[last], Double.POSITIVE_INFINITY);
    hinges.add(new Hinges.Hinge(knots[last], Interval.of(behind.middle()).minus(slope)));
    gaps.add(behind.radius());
    Interval constant = f.enclose(knots[0]).minus(first.times(knots[0]));
    return new Polyline(new Hinges(constant, first, hinges), slopes, gaps, false);
  }

  /** Contains all slopes of f from one number to another one, either of which may be infinite. */
  private static Interval slopes(Activation f, double from, double to) {
    double most = f.greatestSlope();
    Interval all = new Interval(f.isNonDecreasing() ? 0 : -most, most);
    Optional<Interval> slopes = Optional.empty();
    for (Section section : f.sections()) {
      double start = Math.max(section.from(), from);
      double end = Math.min(section.to(), to);
      if (start < end) {
        Interval own = slopes(f, section, start, end, all).intersect(all);
        slopes = Optional.of(slopes.map(own::hull).orElse(own));
      }
    }
    return slopes.orElse(all);
  }

  /** On a part of a section: a convex one's slopes ascend, and a concave one's descend. */
  private static Interval slopes(
      Activation f, Section section, double from, double to, Interval all) {
    Interval first = Double.isFinite(from) ? f.encloseSlope(section, from) : all;
    Interval last = Double.isFinite(to) ? f.encloseSlope(section, to) : all;
    return switch (section.curvature()) {
      case LINEAR -> first.intersect(last);
      case CONVEX -> new Interval(first.lower(), last.upper());
      case CONCAVE -> new Interval(last.lower(), first.upper());
      case EITHER -> bent(first, section.bend(), from, to, all);
    };
  }

  private static Interval bent(Interval first, double bend, double from, double to, Interval all) {
    double most = Rounding.multiplyUp(bend, Rounding.subtractUp(to, from));
    return most <= LARGEST ? first.plus(new Interval(-most, most)) : all;
  }

  /** Whether f is affine. */
  boolean isAffine() {
    return isExact && hinges.isAffine();
  }

  /**
   * At least the root of the mean square of f(w) - g(w).
   *
   * @param above w less the place of each hinge, rectified
   */
  double off(NormalForm w, List<RectifiedNormal> above) {
    if (above.isEmpty()) {
      return gaps.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
    }
    if (isExact) {
      return 0;
    }
    int last = above.size() - 1;
    NormalForm below =
        new NormalForm.Sum(w.dimension())
            .add(Interval.of(hinges.all().get(0).at()))
            .add(-1, w)
            .form();
    double square = squared(gaps.get(0), new RectifiedNormal(below).square().upper());
    for (int k = 0; k < last; k++) {
      double share =
          Rounding.subtractUp(above.get(k).active().upper(), above.get(k + 1).active().lower());
      square = Rounding.addUp(square, squared(gaps.get(k + 1), Math.max(0, share)));
    }
    double behind = squared(gaps.get(last + 1), above.get(last).square().upper());
    return Rounding.sqrtUp(Rounding.addUp(square, behind));
  }

  private static double squared(double gap, double measure) {
    return Rounding.multiplyUp(Rounding.multiplyUp(gap, gap), measure);
  }
}
