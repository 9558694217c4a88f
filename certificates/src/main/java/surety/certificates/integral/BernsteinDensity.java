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
  /** What is dropped around a simplex is of so many degrees more than is wanted, or higher. */
  private static final int MORE_DEGREES = 4;

  /** Unless that is more than this share of the form's error: term by term it is a crude bound. */
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
  private Optional<double[]> tensor = Optional.empty();

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
    // out of reach nothing is known of the polynomial, but the density is at most its greatest
    // value
    return error == Double.POSITIVE_INFINITY
        ? new BernsteinForm(basis, 0, new double[1], greatest())
        : new BernsteinForm(basis, degree(), coefficients(vertices), error);
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
   * The density times 2^-scale over a simplex of the box, by a form of at most a lower degree.
   * Where that is much lower than the polynomial's, the polynomial is first written around the
   * simplex, without what does not matter there. Then it is the form that has the polynomial's
   * values at the points of a lattice, up to a constant. The error contains how far it is from the
   * density.
   *
   * @param vertices as above
   * @param radii as above
   * @param degree the form stays as it is if its own is not higher, or if this one has more than
   *     {@value BernsteinBasis#MOST_POINTS} coefficients
   */
  public BernsteinForm form(double[][] vertices, double[][] radii, int degree) {
    if (degree >= degree() || basis.size(degree) > BernsteinBasis.MOST_POINTS) {
      return form(vertices, radii);
    }
    Optional<double[]> off = deviations(vertices, radii);
    double[][] local = local(vertices);
    Optional<LocalPolynomial> around =
        off.isEmpty() || degree + MORE_DEGREES >= degree()
            ? Optional.empty()
            : LocalPolynomial.of(
                tensor(), lengths, majorant, reach, local, off.get(), degree + MORE_DEGREES);
    Optional<BernsteinForm> near =
        around
            .map(small -> lowered(small, local, greatest(off.get()), degree))
            .filter(form -> !(around.get().error() > MOST_DROPPED * form.error()));
    return near.orElseGet(() -> lowered(form(vertices, radii), degree));
  }

  private synchronized double[] tensor() {
    if (tensor.isEmpty()) {
      tensor = Optional.of(polynomial.tensor(lengths));
    }
    return tensor.get();
  }

  /** The vertices' distances from the new centre are rounded, too. */
  private BernsteinForm lowered(
      LocalPolynomial around, double[][] local, double widest, int degree) {
    double[][] moved = new double[local.length][local[0].length];
    double rounded = 0;
    for (int q = 0; q < local.length; q++) {
      double c = around.centre()[q];
      for (int i = 0; i < local[q].length; i++) {
        moved[q][i] = local[q][i] - c;
        rounded = Math.max(rounded, Math.abs(Rounding.sumError(local[q][i], -c)));
      }
    }
    NestedPolynomial of = around.polynomial();
    NestedPolynomial.Majorant own = of.majorant(around.radius());
    double error = Rounding.addUp(remainder, around.error());
    error = Rounding.addUp(error, rounding(of.degree(), own));
    error =
        Rounding.addUp(error, Rounding.multiplyUp(Rounding.addUp(widest, rounded), own.slope()));
    BernsteinForm form = new BernsteinForm(basis, of.degree(), of.form(basis, moved), error);
    return lowered(form, degree);
  }

  private BernsteinForm lowered(BernsteinForm form, int degree) {
    if (degree >= form.degree()) {
      return form;
    }
    double[] given =
        degree == 0 ? new double[1] : basis.reduced(form.coefficients(), form.degree(), degree);
    return form.by(given, degree);
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
