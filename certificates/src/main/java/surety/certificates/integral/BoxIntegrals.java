package surety.certificates.integral;

import java.util.List;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Encloses integrals over a box of a density f >= 0 times forms that are known by affine bounds in
 * the local coordinates xi_q between -1 and 1.
 *
 * <p>Of f it is known that its mass is M, and that f times the box's volume is between s and S.
 * Then f is a uniform density of mass s and a rest of mass {@code M - s}, which is at most a
 * uniform one of mass {@code S - s}.
 *
 * <p><em>First moments.</em> The uniform part of {@code xi_q f} has the integral 0. For the rest r,
 * of mass {@code p (S - s)}, and any number t, {@code xi r <= max(xi - t, 0) (S - s) + t r}, whose
 * integral is {@code (S - s) ((1 - t)^2 / 4 + t p)}; with {@code t = 1 - 2 p} it is {@code (S - s)
 * p (1 - p)}. So the integral of {@code xi_q f} is in size at most {@code R = (M - s) (S - M) / (S
 * - s)}, and no more than {@code M - s} or {@code S - M}.
 *
 * <p><em>Second moments.</em> For q other than r the same holds for {@code xi_q xi_r}: its uniform
 * integral is 0, and {@code max(xi_q xi_r - t, 0)} has no larger mean than {@code max(xi_q - t,
 * 0)}, since for each xi_r = y the mean of {@code max(y xi_q - t, 0)} is convex and even in y. The
 * square of xi_q has the integral s/3 and that of the rest, which is between 0 and {@code M - s};
 * and S/3 less something between 0 and {@code S - M}.
 *
 * <p><em>On small sides</em> more is known: each {@code xi_q = v_q + d_q}, where the v_q are
 * uniform and, like the xi_q, independent (in each summand of the density), and d_q is a {@link
 * ChordDeviation}, at most e in size. So the mean of xi_q is that of d_q, the mean of {@code xi_q
 * xi_r} at most e^2 in size, and that of xi_q^2 is 1/3 plus 2 times the mean of {@code v_q d_q},
 * which is at most e/2 in size, and between 0 and e^2 more.
 */
public final class BoxIntegrals {
  private final Interval mass;
  private final List<Interval> deviations;

  /** Contains the integral of {@code xi_q f}, and of {@code xi_q xi_r f}. */
  private final Interval odd;

  /** Contains the integral of {@code xi_q^2 f}. */
  private final Interval square;

  /**
   * A box.
   *
   * @param mass encloses the mass; its lower end is at least 0
   * @param spread contains density times volume all over the box, and no negative number; from 0 to
   *     infinity if nothing is known
   * @param deviations contain that of each coordinate
   */
  public BoxIntegrals(Interval mass, Interval spread, List<Interval> deviations) {
    this.mass = mass;
    this.deviations = deviations;
    double above = Math.max(0, Rounding.subtractUp(mass.upper(), spread.lower()));
    double below = Math.max(0, Rounding.subtractUp(spread.upper(), mass.lower()));
    double off = Math.min(above, below);
    double range = Rounding.subtractDown(spread.upper(), spread.lower());
    if (range > 0 && range <= Double.MAX_VALUE) {
      off = Math.min(off, Rounding.divideUp(Rounding.multiplyUp(above, below), range));
    }
    double e = 0;
    for (Interval deviation : deviations) {
      e = Math.max(e, deviation.magnitude());
    }
    off = Math.min(off, e <= 1 ? Rounding.multiplyUp(mass.upper(), e) : off);
    this.odd = new Interval(-off, off);
    this.square = square(spread, above, below).intersect(squareOnSmallSides(mass, e));
  }

  private static Interval squareOnSmallSides(Interval mass, double e) {
    double least = Rounding.subtractDown(Rounding.divideDown(1, 3), e);
    double more = Rounding.addUp(e, Rounding.multiplyUp(e, e));
    double most = Rounding.addUp(Rounding.divideUp(1, 3), more);
    return mass.times(new Interval(Math.max(0, least), most));
  }

  private static Interval square(Interval spread, double above, double below) {
    double least =
        Math.max(
            Rounding.divideDown(spread.lower(), 3),
            Rounding.subtractDown(Rounding.divideDown(spread.upper(), 3), below));
    double most =
        Math.min(
            Rounding.divideUp(spread.upper(), 3),
            Rounding.addUp(Rounding.divideUp(spread.lower(), 3), above));
    return new Interval(least, most);
  }

  /**
   * Encloses the integral of g f.
   *
   * @param lower {@code lower[0] + sum_q lower[q] xi_q} is at most g; not NaN
   * @param upper likewise at least g
   */
  public Interval of(double[] lower, double[] upper) {
    return new Interval(least(lower), -least(Extremes.negated(upper)));
  }

  /** A lower bound of the integral of an affine function times f: also its least value's. */
  private double least(double[] form) {
    double start = mass.times(form[0]).lower();
    double moments = Rounding.subtractDown(start, Rounding.multiplyUp(slope(form), odd.upper()));
    double means = mass.times(leastMean(form)).lower();
    return Math.max(Math.max(moments, means), mass.times(end(form)).lower());
  }

  /** A lower bound of the mean: the uniform part of a coordinate has the mean 0. */
  private double leastMean(double[] form) {
    double least = form[0];
    for (int q = 1; q < form.length; q++) {
      least = Rounding.addDown(least, deviations.get(q - 1).times(form[q]).lower());
    }
    return least;
  }

  /** The sum of the coefficients' magnitudes, rounded up. */
  private static double slope(double[] form) {
    double sum = 0;
    for (int q = 1; q < form.length; q++) {
      sum = Rounding.addUp(sum, Math.abs(form[q]));
    }
    return sum;
  }

  /** The least value, rounded down. */
  private static double end(double[] form) {
    return Rounding.subtractDown(form[0], slope(form));
  }

  /** Encloses the integral of {@code (g - m) f}: that of c f, more or less that of w f. */
  public Interval of(CentredBounds g) {
    if (!g.isKnown()) {
      return Interval.WHOLE;
    }
    double off = ofRadius(g);
    return of(g.middle(), g.middle()).plus(new Interval(-off, off));
  }

  /**
   * Encloses the integral of {@code (g - m) (h - k) f}: as over a simplex ({@link
   * SimplexIntegrals#ofProduct}), with the largest values of |c|, |c'| and of one w as factors; and
   * no further out than the product of the ranges.
   */
  public Interval ofProduct(CentredBounds g, CentredBounds h) {
    if (!g.isKnown() || !h.isKnown()) {
      return Interval.WHOLE;
    }
    double off =
        Rounding.addUp(
            Rounding.multiplyUp(largest(g.middle()), ofRadius(h)),
            Rounding.multiplyUp(
                Rounding.addUp(largest(h.middle()), largest(h.radius())), ofRadius(g)));
    Interval product = ofMiddles(g.middle(), h.middle()).plus(new Interval(-off, off));
    return product.intersect(range(g).times(range(h)).times(mass));
  }

  /** Encloses the integral of {@code (g - m)^2 f}, likewise. */
  public Interval ofSquare(CentredBounds g) {
    if (!g.isKnown()) {
      return new Interval(0, Double.POSITIVE_INFINITY);
    }
    double radius = ofRadius(g);
    double off = Rounding.multiplyUp(2 * largest(g.middle()), radius);
    double more = Rounding.multiplyUp(largest(g.radius()), radius);
    Interval square =
        ofMiddles(g.middle(), g.middle()).plus(new Interval(-off, Rounding.addUp(off, more)));
    return square.intersect(range(g).square().times(mass));
  }

  /** The largest magnitude. */
  private static double largest(double[] form) {
    return Rounding.addUp(Math.abs(form[0]), slope(form));
  }

  /** An upper bound of the integral of w f. */
  private double ofRadius(CentredBounds g) {
    return -least(Extremes.negated(g.radius()));
  }

  /** Encloses the integral of c c' f. */
  private Interval ofMiddles(double[] c, double[] d) {
    Interval constants = mass.times(Interval.of(c[0]).times(d[0]));
    double pairs = Rounding.multiplyUp(slope(c), slope(d));
    Interval squares = Interval.ZERO;
    for (int q = 1; q < c.length; q++) {
      squares = squares.plus(square.times(Interval.of(c[q]).times(d[q])));
      pairs = Rounding.subtractUp(pairs, Rounding.multiplyDown(Math.abs(c[q]), Math.abs(d[q])));
    }
    double crossed =
        Rounding.addUp(
            Rounding.multiplyUp(Math.abs(c[0]), slope(d)),
            Rounding.multiplyUp(Math.abs(d[0]), slope(c)));
    return constants.plus(squares).plus(odd.times(Rounding.addUp(crossed, pairs)));
  }

  /** Contains all values of g - m: between the ends of c - w and of c + w. */
  private static Interval range(CentredBounds g) {
    double least = Rounding.subtractDown(g.middle()[0], g.radius()[0]);
    double most = Rounding.addUp(g.middle()[0], g.radius()[0]);
    for (int q = 1; q < g.middle().length; q++) {
      Interval low = Interval.of(g.middle()[q]).plus(-g.radius()[q]);
      Interval high = Interval.of(g.middle()[q]).plus(g.radius()[q]);
      least = Rounding.subtractDown(least, low.magnitude());
      most = Rounding.addUp(most, high.magnitude());
    }
    return new Interval(least, most);
  }

  /**
   * Encloses the integral of {@code max(t - g, 0) f}: with y = u from below and y = l from above,
   * {@code t - y <= max(t - y, 0) <= t - y + max(y_max - t, 0)}; and no further out than mass times
   * range.
   *
   * @param lower {@code lower[0] + sum_q lower[q] xi_q} is at most g; not NaN
   * @param upper likewise at least g
   */
  public Interval below(double[] lower, double[] upper, double t) {
    double[] rest = Extremes.negated(upper);
    rest[0] = Rounding.subtractDown(t, upper[0]);
    double[] excess = lower.clone();
    excess[0] = Rounding.subtractDown(lower[0], t);
    double beyond = Math.max(0, -end(Extremes.negated(excess)));
    double most =
        Math.min(
            Rounding.addUp(-least(excess), Rounding.multiplyUp(beyond, mass.upper())),
            Rounding.multiplyUp(Math.max(0, -end(excess)), mass.upper()));
    return new Interval(Math.max(0, least(rest)), Math.max(0, most));
  }

  /** Encloses the integral of {@code max(g - t, 0) f}, which is {@code max(-t - (-g), 0) f}. */
  public Interval above(double[] lower, double[] upper, double t) {
    return below(Extremes.negated(upper), Extremes.negated(lower), -t);
  }
}
