package surety.certificates.integral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.RelativeError;
import surety.certificates.density.DensityPolynomial;

/**
 * The density over one triangulated box: a sum of products of polynomials, one in each coordinate,
 * up to a proven error.
 *
 * <p>For every z of the box, |density(z) 2^-scale - p(z - centre)| <= remainder with one polynomial
 * p, the sum of all summands' products (see {@link DensitySum}), so that what a simplex costs does
 * not depend on their number. On a simplex of the box p is written in Bernstein form by Horner's
 * rule, multiplying by one coordinate's linear function at a time.
 *
 * <p>Errors: replace every number by its absolute value and every local coordinate by {@code reach}
 * (at least their largest magnitude): the same computation then gives the majorant M = sum_k |p_k|
 * reach^k, since the weights of a step add up to 1. Each coefficient passes through at most {@code
 * (D + n + 1) (2 (n + 1) + 10)} roundings, so it is off by at most gamma of that times M. What
 * underflows, at most half a subnormal each time, is multiplied afterwards by at most reach_q for
 * each step that is left in its own coordinate, by a coefficient if it is lost in what is raised,
 * and by each later coordinate's factor of M; and what is lost in a weight times a local coordinate
 * by the form so far as well, which has a coefficient, at most reach_q for each step that was made,
 * and the factors of M before. So no factor is greater than the {@link
 * NestedPolynomial.Majorant#growth}. A vertex that is known up to rho moves a coefficient by at
 * most rho times the majorant's derivatives, by the same replacement. Both are added to the
 * remainder.
 */
public final class BernsteinDensity {
  /** The powers that are left out are at most this share of the density's error. */
  private static final double MOST_DROPPED = 0.125;

  private final double[] centre;
  private final double[] reach;
  private final NestedPolynomial polynomial;
  private final BernsteinBasis basis;
  private final int scale;
  private final double remainder;
  private final NestedPolynomial.Majorant majorant;
  private final double[] constant;
  private final PolynomialMean mean;
  private final int[] lengths;
  private Optional<Kept> kept = Optional.empty();

  /**
   * What is kept of the polynomial on a Kuhn simplex of the box.
   *
   * @param tensor all coefficients, the last coordinate's exponent first
   * @param degree the highest total degree
   * @param dropped bound of all other powers anywhere in the box
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(double[] tensor, int degree, double dropped) {}

  /**
   * The density of a box that is a product.
   *
   * @param polynomials one for each coordinate, valid on the box
   * @param box the box's sides, enclosures of their ends
   * @param basis for the sum of the degrees, or a larger one
   * @param scale a power of two to take out; the polynomials' scales are brought to it
   */
  public static BernsteinDensity ofProduct(
      List<DensityPolynomial> polynomials, List<Interval> box, BernsteinBasis basis, int scale) {
    return new BernsteinDensity(
        List.of(new DensityProduct(ScaledInterval.ONE, polynomials)), box, basis, scale);
  }

  /**
   * The density of a box.
   *
   * @param summands one or more; all polynomials of a coordinate have the same centre
   * @param box the box's sides, enclosures of their ends
   * @param basis for the sum of the coordinates' greatest degrees, or a larger one
   * @param scale a power of two to take out; the polynomials' scales are brought to it
   */
  public BernsteinDensity(
      List<DensityProduct> summands, List<Interval> box, BernsteinBasis basis, int scale) {
    int n = box.size();
    this.centre = centre(summands);
    this.reach = new double[n];
    this.basis = basis;
    this.scale = scale;
    for (int q = 0; q < n; q++) {
      Interval local = box.get(q).plus(-centre[q]);
      // a thousandth more room for vertices that are known by enclosures; checked for each simplex
      reach[q] = Rounding.multiplyUp(local.magnitude(), 1 + 0x1p-10);
    }
    DensitySum sum = DensitySum.of(summands, reach, scale);
    this.polynomial = sum.polynomial();
    this.lengths = sum.lengths();
    this.majorant = polynomial.majorant(reach);
    this.constant = new double[] {polynomial.constant()};
    this.remainder = Rounding.addUp(sum.remainder(), rounding(polynomial.degree(), majorant));
    this.mean =
        new PolynomialMean(polynomial, lengths, majorant.growth(), basis.size(polynomial.degree()));
  }

  private static double[] centre(List<DensityProduct> summands) {
    double[] centre = null;
    for (DensityProduct summand : summands) {
      double[] own =
          summand.polynomials().stream().mapToDouble(DensityPolynomial::centre).toArray();
      if (centre != null && !Arrays.equals(centre, own)) {
        throw new IllegalArgumentException("summands of a density have one centre");
      }
      centre = own;
    }
    return centre;
  }

  /** What rounding does to a form of that degree. */
  private double rounding(int degree, NestedPolynomial.Majorant majorant) {
    if (degree == 0) {
      return 0;
    }
    int n = centre.length;
    int operations = (degree + n + 1) * (2 * (n + 1) + 10);
    double relative = Rounding.multiplyUp(RelativeError.gamma(operations), majorant.value());
    return Rounding.addUp(
        relative, Rounding.multiplyUp(operations * Double.MIN_VALUE, majorant.growth()));
  }

  /** The total degree. */
  public int degree() {
    return polynomial.degree();
  }

  /** The power of two that is taken out of the density. */
  public int scale() {
    return scale;
  }

  /** Bound of |density| 2^-scale over the box. */
  double greatest() {
    return Rounding.addUp(majorant.value(), remainder);
  }

  /**
   * The density times 2^-scale over a simplex of the box.
   *
   * @param vertices for each coordinate its values at the vertices (middles of enclosures)
   * @param radii for each coordinate and vertex the radius of its enclosure
   */
  public BernsteinForm form(double[][] vertices, double[][] radii) {
    double error = error(vertices, radii);
    return error == Double.POSITIVE_INFINITY
        ? bounded()
        : new BernsteinForm(basis, degree(), coefficients(vertices), error);
  }

  /** Out of reach nothing is known of the polynomial, but the density is at most its greatest. */
  private BernsteinForm bounded() {
    return new BernsteinForm(basis, 0, new double[1], greatest());
  }

  /**
   * The density times 2^-scale over a Kuhn simplex of the box: its first vertex is the lowest
   * corner, and from each vertex to the next one coordinate rises to its upper end. Powers of a
   * high total degree that do not matter in the box are left out; the error contains them.
   *
   * <p>Each coefficient of a power is a product of at most n factors, so it went through fewer than
   * n roundings; multiplying by a coordinate's linear function takes n + 6 at most, and there are
   * at most D such steps. That is less than the roundings that the remainder contains for Horner's
   * rule on any simplex, as {@code (D + n + 1) (2 (n + 1) + 10) >= n + D (n + 6)}.
   *
   * @param vertices as above
   * @param radii as above
   * @param risen the coordinates in the order in which they rise
   */
  public BernsteinForm kuhnForm(double[][] vertices, double[][] radii, List<Integer> risen) {
    double error = error(vertices, radii);
    if (error == Double.POSITIVE_INFINITY) {
      return bounded();
    }
    if (degree() == 0) {
      return new BernsteinForm(basis, 0, constant, error);
    }
    int n = centre.length;
    double[] low = new double[n];
    double[] high = new double[n];
    for (int k = 0; k < n; k++) {
      int q = risen.get(k);
      low[k] = vertices[q][0] - centre[q];
      high[k] = vertices[q][n] - centre[q];
    }
    Kept own = kept();
    NestedPolynomial nested = NestedPolynomial.ofTensor(own.tensor, lengths, risen, own.degree);
    return new BernsteinForm(
        basis, own.degree, nested.kuhnForm(basis, low, high), Rounding.addUp(error, own.dropped));
  }

  private synchronized Kept kept() {
    if (kept.isEmpty()) {
      double[] tensor = polynomial.tensor(lengths);
      double[] powers = new double[degree() + 1];
      addPowers(tensor, 0, 0, 0, 1, powers);
      int most = degree();
      double dropped = 0;
      double next = powers[most];
      while (most > 0 && next <= MOST_DROPPED * remainder) {
        most--;
        dropped = next;
        next = Rounding.addUp(dropped, powers[most]);
      }
      kept = Optional.of(new Kept(tensor, most, dropped));
    }
    return kept.get();
  }

  /** Adds for each total degree the sum of all |coefficients| reach^k, rounded upward. */
  private void addPowers(
      double[] tensor, int q, int first, int degree, double power, double[] sums) {
    if (q == lengths.length) {
      sums[degree] =
          Rounding.addUp(sums[degree], Rounding.multiplyUp(Math.abs(tensor[first]), power));
      return;
    }
    double next = power;
    for (int k = 0; k < lengths[q]; k++) {
      addPowers(tensor, q + 1, first * lengths[q] + k, degree + k, next, sums);
      next = Rounding.multiplyUp(next, reach[q]);
    }
  }

  /**
   * Encloses the mean of the density times 2^-scale over a simplex of the box. Rounding in the
   * {@link PolynomialMean} is less than what the remainder contains for a form's coefficients.
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
    if (degree() > 0) {
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
   * Bernstein coefficients over a simplex of the box.
   *
   * @param vertices for each coordinate its values at the vertices (middles of enclosures)
   */
  double[] coefficients(double[][] vertices) {
    return degree() == 0 ? constant : polynomial.form(basis, local(vertices));
  }

  /**
   * How far the density times 2^-scale may be from the form with the computed {@link
   * #coefficients}, anywhere in the simplex; infinite if a vertex is out of reach.
   *
   * @param vertices as above
   * @param radii for each coordinate and vertex the radius of its enclosure
   */
  double error(double[][] vertices, double[][] radii) {
    if (degree() == 0) {
      return remainder;
    }
    return deviations(vertices, radii)
        .map(off -> Rounding.multiplyUp(greatest(off), majorant.slope()))
        .map(moved -> Rounding.addUp(remainder, moved))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  /**
   * For each coordinate how far the vertices may be from the doubles next to them, less the centre;
   * nothing if one is out of reach.
   */
  private Optional<double[]> deviations(double[][] vertices, double[][] radii) {
    double[] widest = new double[centre.length];
    for (int q = 0; q < centre.length; q++) {
      for (int i = 0; i < vertices[q].length; i++) {
        double local = vertices[q][i] - centre[q];
        double off =
            Rounding.addUp(radii[q][i], Math.abs(Rounding.sumError(vertices[q][i], -centre[q])));
        if (!(Rounding.addUp(Math.abs(local), off) <= reach[q])) {
          return Optional.empty();
        }
        widest[q] = Math.max(widest[q], off);
      }
    }
    return Optional.of(widest);
  }
}
