package surety.certificates.moment;

import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.RectifiedNormal;
import surety.certificates.gaussian.StandardNormal;

/**
 * A sum w of multiples of independent numbers, which is normal, or of which little is known: its
 * mean h, its deviation s, and that {@code E exp(l (w - h)) <= exp(l^2 (spread s)^2 / 2)} for all
 * l. So {@code P(w - h >= x) <= exp(-x^2 / (2 (spread s)^2))} for x >= 0, and likewise below
 * (Chernoff; Hoeffding 1963).
 *
 * @param spread 0 of a normal number
 * @param deviation encloses s
 */
record SpreadNormal(NormalForm form, double spread, Interval deviation) {
  /** Distances from the mean that are tried, in spreads. */
  private static final double STEP = 0.25;

  private static final int STEPS = 32;

  SpreadNormal(NormalForm form, double spread) {
    this(form, spread, form.variance().sqrt());
  }

  /** Encloses the probability that it is at most t; also that it is below t, if it is normal. */
  Interval cdf(Interval t) {
    Interval place = t.minus(form.mean()).dividedBy(deviation);
    if (spread == 0) {
      return StandardNormal.cdf(place);
    }
    double above = place.lower() > 0 ? tail(place.lower()) : 1;
    double below = place.upper() < 0 ? tail(-place.upper()) : 1;
    return new Interval(Rounding.subtractDown(1, above), below);
  }

  /** At least P(w - h >= y s); by Chernoff and by Cantelli, {@code 1 / (1 + y^2)}. */
  private double tail(double y) {
    double cantelli = Rounding.divideUp(1, Rounding.addDown(1, Rounding.multiplyDown(y, y)));
    return Math.min(cantelli, beyond(Interval.of(y).dividedBy(Interval.of(spread))).upper());
  }

  private static Interval beyond(Interval y) {
    return y.square().times(-0.5).exp();
  }

  /**
   * Encloses {@code E max(w - t, 0)}: with d = h - t at least max(d, 0) (Jensen), and at most
   * {@code (sqrt(s^2 + d^2) + d) / 2} (Scarf 1958).
   */
  Interval excess(Interval t) {
    NormalForm above = form.withMean(form.mean().minus(t));
    if (spread == 0) {
      return new RectifiedNormal(above).mean();
    }
    Interval d = above.mean();
    Interval most = d.square().plus(form.variance()).sqrt().plus(d).times(0.5);
    return new Interval(d.positivePart().lower(), Math.max(0, most.upper()));
  }

  /**
   * An affine function L next to f, of what is no normal number. With X = w - h, L = f(c) + p (w -
   * c), c next to h and at most r away, and the slopes of f in [p - d, p + d] up to the distance x
   * + r from c, and in [p - D, p + D] everywhere, {@code |f(w) - L| <= d (|X| + r)} where |X| <= x,
   * else {@code D (|X| + r)}. So the root of its mean square is at most
   *
   * <pre>
   * sqrt(d^2 s^2 + D^2 min(s^2, 2 (x^2 + 2 (spread s)^2) exp(-x^2 / (2 (spread s)^2)))) + max(d, D) r,
   * </pre>
   *
   * as {@code E X^2 where |X| > x} is x^2 P(|X| > x) and the integral of 2 y P(|X| > y) behind x.
   * Any x will do; the best of some is taken.
   *
   * @return f(w) up to what is off; what is off may be infinite
   */
  ActivatedNormal activated(Activation f) {
    Interval all = Slopes.of(f, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    Line best = line(f, all, Double.POSITIVE_INFINITY);
    for (int k = 1; k <= STEPS; k++) {
      Line line = line(f, all, k * STEP);
      best = line.off < best.off ? line : best;
    }
    double c = form.mean().middle();
    Interval value = f.enclose(c).minus(Interval.of(best.slope).times(c));
    return ActivatedNormal.line(f, value, best.slope, best.off);
  }

  private record Line(double slope, double off) {}

  /** With the distance y in spreads. */
  private Line line(Activation f, Interval all, double y) {
    double c = form.mean().middle();
    double r = form.mean().radius();
    double size = Rounding.multiplyUp(spread, deviation.upper());
    double x = Rounding.addUp(Rounding.multiplyUp(y, size), r);
    Interval near = Slopes.of(f, Rounding.subtractDown(c, x), Rounding.addUp(c, x));
    double p = near.middle();
    double d = near.radius();
    double most = Math.max(d, all.minus(Interval.of(p)).magnitude());
    Interval square = Interval.of(size).square();
    Interval beyond =
        Interval.of(y).square().plus(2).times(square).times(2).times(beyond(Interval.of(y)));
    double far = Math.min(form.variance().upper(), beyond.upper());
    double first = squared(d, form.variance().upper());
    double both = y < Double.POSITIVE_INFINITY ? Rounding.addUp(first, squared(most, far)) : first;
    double off = Rounding.addUp(Rounding.sqrtUp(both), Rounding.multiplyUp(most, r));
    return new Line(p, off);
  }

  private static double squared(double factor, double square) {
    return Rounding.multiplyUp(Rounding.multiplyUp(factor, factor), square);
  }
}
