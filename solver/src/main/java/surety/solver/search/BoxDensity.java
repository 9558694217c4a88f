package surety.solver.search;

import java.util.List;
import surety.solver.domain.Log2;
import surety.solver.domain.SlicePolynomial;

/**
 * The density over a triangulated box, for the masses of simplices in it. A search only ranks cells
 * by their masses and estimates gaps with them, so a formula of degree two does.
 *
 * <p>Several summands are added up as the coefficients of one polynomial, in powers of the
 * distances from the box's centre, so that a value costs the same for any number of them; a single
 * product is cheaper as it is.
 */
final class BoxDensity {
  private final double[] centre;
  private final int[] lengths;
  private final double[] coefficients;
  private final List<double[]> rows;

  /**
   * One summand.
   *
   * @param logWeight the base-2 logarithm of its weight
   * @param polynomials one for each coordinate, in all summands with the same centre
   */
  record Product(double logWeight, List<SlicePolynomial> polynomials) {}

  /**
   * @param summands one or more
   * @param logUnit masses are measured in units of 2 to this power
   */
  BoxDensity(List<Product> summands, double logUnit) {
    int n = summands.get(0).polynomials.size();
    this.centre = new double[n];
    this.lengths = new int[n];
    for (Product summand : summands) {
      for (int q = 0; q < n; q++) {
        SlicePolynomial p = summand.polynomials.get(q);
        centre[q] = p.centre();
        lengths[q] = Math.max(lengths[q], p.degree() + 1);
      }
    }
    int size = 1;
    for (int length : lengths) {
      size *= length;
    }
    boolean isProduct = summands.size() == 1 && size > 1;
    this.coefficients = new double[isProduct ? 1 : size];
    this.rows =
        isProduct
            ? summands.get(0).polynomials.stream().map(SlicePolynomial::coefficients).toList()
            : List.of();
    for (Product summand : summands) {
      int scale = summand.polynomials.stream().mapToInt(SlicePolynomial::scale).sum();
      double unit = Log2.power(scale + summand.logWeight - logUnit);
      if (isProduct) {
        coefficients[0] = unit;
      } else {
        add(summand.polynomials, 0, 0, unit);
      }
    }
  }

  /** Of one product with the weight 1. */
  static BoxDensity ofProduct(List<SlicePolynomial> polynomials, double logUnit) {
    return new BoxDensity(List.of(new Product(0, polynomials)), logUnit);
  }

  private void add(List<SlicePolynomial> polynomials, int q, int first, double factor) {
    if (q == lengths.length) {
      coefficients[first] += factor;
      return;
    }
    double[] row = polynomials.get(q).coefficients();
    for (int k = 0; k < row.length; k++) {
      add(polynomials, q + 1, first * lengths[q] + k, factor * row[k]);
    }
  }

  /** The total degree. */
  int degree() {
    int degree = 0;
    for (int length : lengths) {
      degree += length - 1;
    }
    return degree;
  }

  private double at(double[] local) {
    if (rows.isEmpty()) {
      return at(local, 0, 0);
    }
    double product = coefficients[0];
    for (int q = 0; q < local.length; q++) {
      double[] row = rows.get(q);
      double value = 0;
      for (int k = row.length - 1; k >= 0; k--) {
        value = value * local[q] + row[k];
      }
      product *= value;
    }
    return product;
  }

  private double at(double[] local, int q, int first) {
    if (q == lengths.length) {
      return coefficients[first];
    }
    double value = 0;
    for (int k = lengths[q] - 1; k >= 0; k--) {
      value = value * local[q] + at(local, q + 1, first * lengths[q] + k);
    }
    return value;
  }

  /** The density at the point {@code (1 - share) a + share b}. */
  double between(double[] a, double[] b, double share) {
    double[] local = new double[centre.length];
    for (int q = 0; q < local.length; q++) {
      local[q] = a[q] + share * (b[q] - a[q]) - centre[q];
    }
    return at(local);
  }

  /** The mean density over a simplex, at least 0. */
  double mean(Vertex[] simplex) {
    if (degree() == 0) {
      return coefficients[0];
    }
    int n = simplex.length - 1;
    double corners = 0;
    double[] centroid = new double[n];
    double[] local = new double[n];
    for (Vertex vertex : simplex) {
      for (int q = 0; q < n; q++) {
        local[q] = vertex.z(q) - centre[q];
        centroid[q] += local[q] / (n + 1);
      }
      corners += at(local);
    }
    double middle = at(centroid);
    // exact for polynomials of degree two: Hammer and Stroud's formula with vertices and centroid
    return Math.max(0, (corners / (n + 1) + (n + 1) * middle) / (n + 2));
  }
}
