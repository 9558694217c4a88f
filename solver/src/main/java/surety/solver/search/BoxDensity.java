package surety.solver.search;

import java.util.List;
import surety.solver.domain.Log2;
import surety.solver.domain.SlicePolynomial;

/**
 * The density over a triangulated box, for the masses of simplices in it. A search only ranks cells
 * by their masses and estimates gaps with them, so a formula of degree two does.
 */
final class BoxDensity {
  private final List<SlicePolynomial> polynomials;
  private final double unit;
  private final double factor;
  private final boolean constant;

  /**
   * @param polynomials one for each coordinate
   * @param logUnit masses are measured in units of 2 to this power
   */
  BoxDensity(List<SlicePolynomial> polynomials, double logUnit) {
    this.polynomials = List.copyOf(polynomials);
    this.constant = polynomials.stream().allMatch(p -> p.degree() == 0);
    int scale = polynomials.stream().mapToInt(SlicePolynomial::scale).sum();
    this.unit = Log2.power(scale - logUnit);
    double value = 1;
    if (constant) {
      for (SlicePolynomial p : polynomials) {
        value *= p.at(p.centre());
      }
    }
    this.factor = unit * value;
  }

  /** The total degree. */
  int degree() {
    return polynomials.stream().mapToInt(SlicePolynomial::degree).sum();
  }

  /** The density at the point {@code (1 - share) a + share b}. */
  double between(double[] a, double[] b, double share) {
    double value = unit;
    for (int q = 0; q < polynomials.size(); q++) {
      value *= polynomials.get(q).at(a[q] + share * (b[q] - a[q]));
    }
    return value;
  }

  /** The mean density over a simplex, at least 0. */
  double mean(Vertex[] simplex) {
    if (constant) {
      return factor;
    }
    int n = simplex.length - 1;
    double corners = 0;
    double middle = 1;
    for (Vertex vertex : simplex) {
      double value = 1;
      for (int q = 0; q < n; q++) {
        value *= polynomials.get(q).at(vertex.z(q));
      }
      corners += value;
    }
    for (int q = 0; q < n; q++) {
      double sum = 0;
      for (Vertex vertex : simplex) {
        sum += vertex.z(q);
      }
      middle *= polynomials.get(q).at(sum / (n + 1));
    }
    // exact for polynomials of degree two: Hammer and Stroud's formula with vertices and centroid
    return factor * Math.max(0, (corners / (n + 1) + (n + 1) * middle) / (n + 2));
  }
}
