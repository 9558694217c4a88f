package surety.certificates.integral;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Encloses integrals over a simplex of a density f >= 0 times forms that are known by affine
 * bounds.
 *
 * <p>An affine function with the vertex values y is {@code sum_i y_i lambda_i}, and a product of
 * two is {@code sum_ij y_i z_j lambda_i lambda_j}; their integrals follow from the {@link
 * SimplexMoments}, none of which is negative.
 */
public final class SimplexIntegrals {
  private final SimplexMoments moments;

  public SimplexIntegrals(SimplexMoments moments) {
    this.moments = moments;
  }

  /**
   * Encloses the integral of g f.
   *
   * @param lower values at the vertices of an affine function that is at most g; not NaN
   * @param upper likewise of one that is at least g
   */
  public Interval of(double[] lower, double[] upper) {
    double least = 0;
    double most = 0;
    for (int i = 0; i < lower.length; i++) {
      Interval moment = moments.first(i);
      double low = lower[i] < 0 ? moment.upper() : moment.lower();
      double high = upper[i] < 0 ? moment.lower() : moment.upper();
      least = Rounding.addDown(least, Rounding.multiplyDown(lower[i], low));
      most = Rounding.addUp(most, Rounding.multiplyUp(upper[i], high));
    }
    return new Interval(least, most);
  }

  /** Encloses the integral of {@code (g - m) f}: that of c f, more or less that of w f. */
  public Interval of(CentredBounds g) {
    if (!g.isKnown()) {
      return Interval.WHOLE;
    }
    double off = of(g.radius(), g.radius()).upper();
    return of(g.middle(), g.middle()).plus(new Interval(-off, off));
  }

  /**
   * Encloses the integral of {@code (g - m) (h - k) f}.
   *
   * <p>Let {@code g - m = c + d} with {@code |d| <= w}, and {@code h - k = c' + d'} with {@code
   * |d'| <= w'}, the middles and radii. Then the product differs from c c' by at most {@code |c| w'
   * + w |c'| + w w'}. The function |c| is convex and hence at most the affine function with the
   * values |c_i|, whose products with w' can be integrated.
   */
  public Interval ofProduct(CentredBounds g, CentredBounds h) {
    if (!g.isKnown() || !h.isKnown()) {
      return Interval.WHOLE;
    }
    double off = Rounding.addUp(crossed(g, h), Rounding.addUp(crossed(h, g), squared(g, h)));
    Interval product = ofMiddles(g, h);
    return new Interval(
        Rounding.subtractDown(product.lower(), off), Rounding.addUp(product.upper(), off));
  }

  /**
   * Encloses the integral of {@code (g - m)^2 f}: as the product, but the square of d is not
   * negative, nor is the whole.
   */
  public Interval ofSquare(CentredBounds g) {
    if (!g.isKnown()) {
      return new Interval(0, Double.POSITIVE_INFINITY);
    }
    double off = 2 * crossed(g, g);
    Interval square = ofMiddles(g, g);
    return new Interval(
        Math.max(0, Rounding.subtractDown(square.lower(), off)),
        Rounding.addUp(square.upper(), Rounding.addUp(off, squared(g, g))));
  }

  /** Encloses the integral of c c' f. */
  private Interval ofMiddles(CentredBounds g, CentredBounds h) {
    Interval sum = Interval.ZERO;
    for (int i = 0; i < g.middle().length; i++) {
      Interval c = Interval.of(g.middle()[i]);
      for (int j = 0; j < h.middle().length; j++) {
        sum = sum.plus(c.times(h.middle()[j]).times(moments.second(i, j)));
      }
    }
    return sum;
  }

  /** An upper bound of the integral of |c| w' f. */
  private double crossed(CentredBounds g, CentredBounds h) {
    double[] magnitudes = g.middle().clone();
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = Math.abs(magnitudes[i]);
    }
    return most(magnitudes, h.radius());
  }

  /** An upper bound of the integral of w w' f. */
  private double squared(CentredBounds g, CentredBounds h) {
    return most(g.radius(), h.radius());
  }

  /** An upper bound of the integral of a product of affine functions with these values, >= 0. */
  private double most(double[] values, double[] others) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < others.length; j++) {
        double product = Rounding.multiplyUp(values[i], others[j]);
        sum = Rounding.addUp(sum, Rounding.multiplyUp(product, moments.second(i, j).upper()));
      }
    }
    return sum;
  }
}
