package surety.certificates.integral;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;
import surety.certificates.density.DensityPolynomial;

/**
 * The density over one triangulated box: a product of polynomials, one in each coordinate, up to a
 * proven error.
 *
 * <p>For every z of the box, |density(z) 2^-scale - prod_q p_q(z_q - centre_q)| <= remainder. On a
 * simplex of the box the product is written in Bernstein form by Horner's rule, multiplying by one
 * coordinate's linear function at a time.
 *
 * <p>Errors: replace every number by its absolute value and every local coordinate by {@code reach}
 * (at least their largest magnitude): the same computation then gives the majorant M = prod_q sum_k
 * |a_qk| reach_q^k, since the weights of a step add up to 1. Each coefficient passes through at
 * most {@code (D + n + 1) (2 (n + 1) + 10)} roundings, so it is off by at most gamma of that times
 * M. What underflows, at most half a subnormal each time, is multiplied afterwards by at most
 * reach_q for each step that is left in its own coordinate, by a coefficient if it is lost in what
 * is raised, and by each later coordinate's factor of M; and what is lost in a weight times a local
 * coordinate by the form so far as well, which has a coefficient, at most reach_q for each step
 * that was made, and the factors of M before. So no factor is greater than the product of all
 * coordinates' {@link ProductMean#growth}. A vertex that is known up to rho moves a coefficient by
 * at most rho times the majorant's derivatives, by the same replacement. Both are added to the
 * remainder.
 */
public final class BernsteinDensity {
  private final double[] centre;
  private final double[] reach;
  private final double[][] coefficients;
  private final BernsteinBasis basis;
  private final int degree;
  private final int scale;
  private final double remainder;
  private final double majorant;
  private final double slope;
  private final double[] constant;
  private final ProductMean mean;

  /**
   * The density of a box.
   *
   * @param polynomials one for each coordinate, valid on the box
   * @param box the box's sides, enclosures of their ends
   * @param basis for the sum of the degrees, or a larger one
   * @param scale a power of two to take out; the polynomials' scales are brought to it
   */
  public BernsteinDensity(
      List<DensityPolynomial> polynomials, List<Interval> box, BernsteinBasis basis, int scale) {
    int n = polynomials.size();
    this.centre = new double[n];
    this.reach = new double[n];
    this.coefficients = new double[n][];
    this.basis = basis;
    this.scale = scale;
    long shift = -(long) scale;
    for (DensityPolynomial polynomial : polynomials) {
      shift += polynomial.scale();
    }
    Majorant total = new Majorant();
    int degrees = 0;
    for (int q = 0; q < n; q++) {
      DensityPolynomial p = polynomials.get(q);
      Interval local = box.get(q).plus(-p.centre());
      centre[q] = p.centre();
      // a thousandth more room for vertices that are known by enclosures; checked for each simplex
      reach[q] = Rounding.multiplyUp(local.magnitude(), 1 + 0x1p-10);
      int moved = q == 0 ? limited(shift) : 0;
      coefficients[q] = shifted(p.coefficients(), moved);
      degrees += coefficients[q].length - 1;
      double lost = moved == 0 ? 0 : underflow(coefficients[q].length, reach[q]);
      double error = Rounding.addUp(Rounding.scaleUp(p.remainder(), moved), lost);
      total.multiply(coefficients[q], reach[q], error);
    }
    this.degree = degrees;
    this.majorant = total.value;
    this.constant = new double[] {constant().middle()};
    this.slope = total.slope;
    this.remainder = Rounding.addUp(total.remainder, rounding(n, total.amplification));
    this.mean = new ProductMean(coefficients, reach, basis.size(degree));
  }

  /** A shift that has the same effect on any double: all overflow, or all become 0. */
  private static int limited(long shift) {
    return (int) Math.max(-5000, Math.min(5000, shift));
  }

  private static double[] shifted(double[] values, int power) {
    double[] result = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      result[k] = Math.scalb(values[k], power);
    }
    return result;
  }

  /** What rounding subnormal coefficients can change: at most half a subnormal each. */
  private static double underflow(int count, double reach) {
    double power = 1;
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum = Rounding.addUp(sum, Rounding.multiplyUp(Double.MIN_VALUE, power));
      power = Rounding.multiplyUp(power, reach);
    }
    return sum;
  }

  private double rounding(int n, double amplification) {
    if (degree == 0) {
      return constant().width();
    }
    int operations = (degree + n + 1) * (2 * (n + 1) + 10);
    double relative = Rounding.multiplyUp(RelativeError.gamma(operations), majorant);
    return Rounding.addUp(
        relative, Rounding.multiplyUp(operations * Double.MIN_VALUE, amplification));
  }

  private Interval constant() {
    Interval product = Interval.ONE;
    for (double[] row : coefficients) {
      product = product.times(row[0]);
    }
    return product;
  }

  /** The total degree. */
  public int degree() {
    return degree;
  }

  /** The power of two that is taken out of the density. */
  public int scale() {
    return scale;
  }

  /** Bound of |density| 2^-scale over the box. */
  double greatest() {
    return Rounding.addUp(majorant, remainder);
  }

  /**
   * The density times 2^-scale over a simplex of the box.
   *
   * @param vertices for each coordinate its values at the vertices (middles of enclosures)
   * @param radii for each coordinate and vertex the radius of its enclosure
   */
  public BernsteinForm form(double[][] vertices, double[][] radii) {
    double error = error(vertices, radii);
    // out of reach nothing is known of the polynomial, but the density is at most its greatest
    // value
    return error == Double.POSITIVE_INFINITY
        ? new BernsteinForm(basis, 0, new double[1], greatest())
        : new BernsteinForm(basis, degree, coefficients(vertices), error);
  }

  /**
   * Encloses the mean of the density times 2^-scale over a simplex of the box. Rounding in the
   * {@link ProductMean} is less than what the remainder contains for a form's coefficients.
   *
   * @param vertices for each coordinate its values at the vertices (middles of enclosures)
   * @param radii for each coordinate and vertex the radius of its enclosure
   */
  public Interval mean(double[][] vertices, double[][] radii) {
    double error = error(vertices, radii);
    if (error == Double.POSITIVE_INFINITY) {
      return new Interval(0, greatest());
    }
    double value = constant[0];
    if (degree > 0) {
      value = mean.of(local(vertices));
      error = Rounding.addUp(error, mean.underflow());
    }
    double most = Rounding.addUp(value, error);
    // a density is not negative, whatever its enclosure
    return most < Double.POSITIVE_INFINITY
        ? new Interval(Math.max(0, Rounding.subtractDown(value, error)), Math.max(0, most))
        : new Interval(0, Double.POSITIVE_INFINITY);
  }

  private double[][] local(double[][] vertices) {
    double[][] local = new double[centre.length][];
    for (int q = 0; q < local.length; q++) {
      local[q] = new double[vertices[q].length];
      for (int i = 0; i < local[q].length; i++) {
        local[q][i] = vertices[q][i] - centre[q];
      }
    }
    return local;
  }

  /**
   * The same by a form of lower degree: the one that has the product's values at the points of a
   * lattice, up to a constant. Its error contains how far it is from the other one.
   *
   * @param form of this density over the simplex with these vertices
   * @param degree the form stays as it is if its own is not higher, or if this one has more than
   *     {@value BernsteinBasis#MOST_POINTS} coefficients
   */
  public BernsteinForm lowered(BernsteinForm form, double[][] vertices, int degree) {
    if (degree >= form.degree() || basis.size(degree) > BernsteinBasis.MOST_POINTS) {
      return form;
    }
    double[] given =
        degree == 0
            ? new double[1]
            : basis
                .interpolation(degree)
                .form((share, from) -> value(vertices, share, from, degree));
    return form.by(given, degree);
  }

  private double value(double[][] vertices, int[] share, int from, int degree) {
    double product = 1;
    for (int q = 0; q < coefficients.length; q++) {
      double sum = 0;
      for (int i = 0; i < vertices[q].length; i++) {
        sum += share[from + i] * vertices[q][i];
      }
      double local = sum / degree - centre[q];
      double value = 0;
      for (int k = coefficients[q].length - 1; k >= 0; k--) {
        value = value * local + coefficients[q][k];
      }
      product *= value;
    }
    return product;
  }

  /**
   * Bernstein coefficients over a simplex of the box.
   *
   * @param vertices for each coordinate its values at the vertices (middles of enclosures)
   */
  double[] coefficients(double[][] vertices) {
    if (degree == 0) {
      return constant;
    }
    double[] form = {1};
    double[][] local = local(vertices);
    int m = 0;
    for (int q = 0; q < coefficients.length; q++) {
      double[] a = coefficients[q];
      double[] raised = form;
      double[] horner = scaled(form, a[a.length - 1]);
      for (int k = a.length - 2; k >= 0; k--) {
        m++;
        horner = basis.timesLinear(horner, m, local[q]);
        raised = basis.elevate(raised, m);
        for (int b = 0; b < horner.length; b++) {
          horner[b] += a[k] * raised[b];
        }
      }
      form = horner;
    }
    return form;
  }

  private static double[] scaled(double[] form, double factor) {
    double[] result = new double[form.length];
    for (int b = 0; b < form.length; b++) {
      result[b] = factor * form[b];
    }
    return result;
  }

  /**
   * How far the density times 2^-scale may be from the form with the computed {@link
   * #coefficients}, anywhere in the simplex; infinite if a vertex is out of reach.
   *
   * @param vertices as above
   * @param radii for each coordinate and vertex the radius of its enclosure
   */
  double error(double[][] vertices, double[][] radii) {
    if (degree == 0) {
      return remainder;
    }
    double widest = 0;
    for (int q = 0; q < centre.length; q++) {
      for (int i = 0; i < vertices[q].length; i++) {
        double local = vertices[q][i] - centre[q];
        double off =
            Rounding.addUp(radii[q][i], Math.abs(Rounding.sumError(vertices[q][i], -centre[q])));
        if (!(Rounding.addUp(Math.abs(local), off) <= reach[q])) {
          return Double.POSITIVE_INFINITY;
        }
        widest = Math.max(widest, off);
      }
    }
    return Rounding.addUp(remainder, Rounding.multiplyUp(widest, slope));
  }

  /** Majorants of a product of polynomials, of its derivatives' sum and so on, rounded upward. */
  private static final class Majorant {
    private double value = 1;
    private double slope;
    private double remainder;
    private double amplification = 1;

    /**
     * With |f - p| <= e and |g - q| <= d: |f g - p q| <= |p| d + e (|q| + d); sums of derivatives
     * by the product rule.
     */
    void multiply(double[] coefficients, double reach, double error) {
      double sum = 0;
      double derivative = 0;
      for (int k = coefficients.length - 1; k >= 0; k--) {
        derivative = Rounding.addUp(Rounding.multiplyUp(derivative, reach), sum);
        sum = Rounding.addUp(Rounding.multiplyUp(sum, reach), Math.abs(coefficients[k]));
      }
      double widened = Rounding.addUp(sum, error);
      remainder =
          Rounding.addUp(
              Rounding.multiplyUp(remainder, widened), Rounding.multiplyUp(value, error));
      slope =
          Rounding.addUp(Rounding.multiplyUp(slope, sum), Rounding.multiplyUp(value, derivative));
      value = Rounding.multiplyUp(value, sum);
      amplification = Rounding.multiplyUp(amplification, ProductMean.growth(coefficients, reach));
    }
  }
}
