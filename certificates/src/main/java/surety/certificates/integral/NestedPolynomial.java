package surety.certificates.integral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import surety.certificates.arithmetic.Rounding;

/**
 * A polynomial in n coordinates as Horner's rule reads it: a polynomial in the last one whose
 * coefficients are numbers times polynomials in those before it. A product of polynomials, one in
 * each coordinate, has one and the same inner polynomial everywhere, and is computed once.
 */
final class NestedPolynomial {
  private static final NestedPolynomial ONE = constant(1, 0);

  private final double[] factors;
  private final List<NestedPolynomial> inner;
  private final int degree;

  /**
   * In any number of coordinates.
   *
   * @param inner none in no coordinates
   * @param degree at least that of each power and its inner polynomial together
   */
  private NestedPolynomial(double[] factors, List<NestedPolynomial> inner, int degree) {
    this.factors = factors;
    this.inner = inner;
    this.degree = degree;
  }

  private static NestedPolynomial constant(double value, int degree) {
    return new NestedPolynomial(new double[] {value}, List.of(), degree);
  }

  /**
   * A product.
   *
   * @param coefficients for each coordinate, by ascending power; not copied
   */
  static NestedPolynomial ofProduct(List<double[]> coefficients) {
    NestedPolynomial product = ONE;
    for (double[] row : coefficients) {
      int degree = row.length - 1 + product.degree;
      product = new NestedPolynomial(row, Collections.nCopies(row.length, product), degree);
    }
    return product;
  }

  /**
   * Any polynomial.
   *
   * @param coefficients of all powers; the last coordinate's exponent changes first
   * @param lengths for each coordinate one more than its degree
   */
  static NestedPolynomial ofTensor(double[] coefficients, int[] lengths) {
    if (lengths.length == 0) {
      return constant(coefficients[0], 0);
    }
    return ofTensor(coefficients, lengths, lengths.length - 1, 0, 1);
  }

  private static NestedPolynomial ofTensor(
      double[] coefficients, int[] lengths, int coordinate, int first, int stride) {
    int length = lengths[coordinate];
    double[] factors = new double[length];
    List<NestedPolynomial> inner = new ArrayList<>();
    for (int k = 0; k < length; k++) {
      int at = first + k * stride;
      factors[k] = coordinate == 0 ? coefficients[at] : 1;
      inner.add(
          coordinate == 0
              ? ONE
              : ofTensor(coefficients, lengths, coordinate - 1, at, stride * length));
    }
    return new NestedPolynomial(factors, List.copyOf(inner), length - 1 + inner.get(0).degree);
  }

  /**
   * A polynomial with its coordinates in another order, the first one innermost, and without the
   * powers of a total degree above {@code most}.
   *
   * @param order of the coordinates
   */
  static NestedPolynomial ofTensor(
      double[] coefficients, int[] lengths, List<Integer> order, int most) {
    int[] strides = new int[lengths.length];
    int stride = 1;
    for (int q = lengths.length - 1; q >= 0; q--) {
      strides[q] = stride;
      stride *= lengths[q];
    }
    return truncated(coefficients, lengths, strides, order, 0, most);
  }

  private static NestedPolynomial truncated(
      double[] coefficients,
      int[] lengths,
      int[] strides,
      List<Integer> order,
      int first,
      int most) {
    if (order.isEmpty()) {
      return constant(coefficients[first], most);
    }
    int last = order.size() - 1;
    int q = order.get(last);
    double[] factors = new double[Math.min(lengths[q], most + 1)];
    Arrays.fill(factors, 1);
    List<NestedPolynomial> inner = new ArrayList<>();
    for (int k = 0; k < factors.length; k++) {
      int at = first + k * strides[q];
      inner.add(truncated(coefficients, lengths, strides, order.subList(0, last), at, most - k));
    }
    return new NestedPolynomial(factors, List.copyOf(inner), most);
  }

  /** All coefficients, the last coordinate's exponent first; each rounded at most n - 1 times. */
  double[] tensor(int[] lengths) {
    double[] tensor = new double[Arrays.stream(lengths).reduce(1, Math::multiplyExact)];
    fill(tensor, lengths, lengths.length - 1, 0, 1, 1);
    return tensor;
  }

  private void fill(
      double[] tensor, int[] lengths, int coordinate, int first, int stride, double factor) {
    if (inner.isEmpty()) {
      tensor[first] = factor * factors[0];
      return;
    }
    for (int k = 0; k < factors.length; k++) {
      inner
          .get(k)
          .fill(
              tensor,
              lengths,
              coordinate - 1,
              first + k * stride,
              stride * lengths[coordinate],
              factor * factors[k]);
    }
  }

  /** That of {@link #form}: the sum of the coordinates' degrees, or what was left of it. */
  int degree() {
    return degree;
  }

  /**
   * Coefficients in Bernstein form over a simplex, of the total degree: multiplied by one
   * coordinate's linear function at a time.
   *
   * @param basis up to that degree
   * @param vertices for each coordinate its values at the vertices
   */
  double[] form(BernsteinBasis basis, double[][] vertices) {
    return form(basis, vertices, vertices.length - 1);
  }

  private double[] form(BernsteinBasis basis, double[][] vertices, int coordinate) {
    if (inner.isEmpty()) { // all coefficients of a constant are the constant
      double[] constant = new double[basis.size(degree)];
      Arrays.fill(constant, factors[0]);
      return constant;
    }
    int top = factors.length - 1;
    int m = degree - top;
    double[] raised = inner.get(top).formOfDegree(m, basis, vertices, coordinate - 1);
    double[] horner = scaled(raised, factors[top]);
    for (int k = top - 1; k >= 0; k--) {
      m++;
      horner = basis.timesLinear(horner, m, vertices[coordinate]);
      raised =
          inner.get(k) == inner.get(k + 1)
              ? basis.elevate(raised, m)
              : inner.get(k).formOfDegree(m, basis, vertices, coordinate - 1);
      for (int b = 0; b < horner.length; b++) {
        horner[b] += factors[k] * raised[b];
      }
    }
    return horner;
  }

  private double[] formOfDegree(
      int higher, BernsteinBasis basis, double[][] vertices, int coordinate) {
    double[] raised = form(basis, vertices, coordinate);
    for (int m = degree + 1; m <= higher; m++) {
      raised = basis.elevate(raised, m);
    }
    return raised;
  }

  /**
   * The same over a Kuhn simplex: at its first vertex all coordinates are low, and from each vertex
   * to the next one of them becomes high, the innermost first. So those inside of some coordinate
   * do not tell the vertices after it apart, and their forms are those over a face.
   *
   * <p>Only for what was made with a total degree, which is that of each power and its inner
   * polynomial together.
   *
   * @param basis over the simplex
   * @param low for each coordinate its value at the first vertex
   * @param high for each coordinate its value at the last vertex
   */
  double[] kuhnForm(BernsteinBasis basis, double[] low, double[] high) {
    if (inner.isEmpty()) { // over a single point
      return new double[] {factors[0]};
    }
    int n = basis.vertices() - 1;
    double[] values = new double[n + 1];
    Arrays.fill(values, low[n - 1]);
    values[n] = high[n - 1];
    int top = factors.length - 1;
    double[] horner = new double[basis.size(degree - top)];
    for (int k = top; k >= 0; k--) {
      double[] own = inner.get(k).kuhnForm(basis.face(), low, high);
      horner = k == top ? horner : basis.timesLinear(horner, degree - k, values);
      basis.addOfFace(own, degree - k, horner);
    }
    return horner;
  }

  private static double[] scaled(double[] form, double factor) {
    double[] result = new double[form.length];
    for (int b = 0; b < form.length; b++) {
      result[b] = factor * form[b];
    }
    return result;
  }

  /** The value where all coordinates are 0, rounded at most n - 1 times. */
  double constant() {
    return inner.isEmpty() ? factors[0] : factors[0] * inner.get(0).constant();
  }

  /** The sum of all coefficients, each times its number, in the order of a tensor; rounded. */
  double dot(double[] numbers, int[] lengths) {
    return dot(numbers, lengths, lengths.length - 1, 0, 1);
  }

  private double dot(double[] numbers, int[] lengths, int coordinate, int first, int stride) {
    if (inner.isEmpty()) {
      return factors[0] * numbers[first];
    }
    double sum = 0;
    for (int k = 0; k < factors.length; k++) {
      sum +=
          factors[k]
              * inner
                  .get(k)
                  .dot(
                      numbers,
                      lengths,
                      coordinate - 1,
                      first + k * stride,
                      stride * lengths[coordinate]);
    }
    return sum;
  }

  /**
   * What replacing all numbers by their magnitudes gives, rounded upward.
   *
   * @param value of the polynomial; with the following at most the product of all coordinates' ones
   *     in a product
   * @param slope the sum of its derivatives by the coordinates
   * @param growth likewise with everything below 1 replaced by 1: more than any part of the
   *     computation multiplies
   */
  record Majorant(double value, double slope, double growth) {}

  /**
   * The majorant where no coordinate is greater than its reach.
   *
   * @param reach one for each coordinate
   */
  Majorant majorant(double[] reach) {
    return majorant(reach, reach.length - 1);
  }

  private Majorant majorant(double[] reach, int coordinate) {
    if (inner.isEmpty()) {
      return new Majorant(Math.abs(factors[0]), 0, Math.max(1, Math.abs(factors[0])));
    }
    double r = reach[coordinate];
    double value = 0;
    double derivative = 0;
    double slope = 0;
    double growth = 0;
    Majorant part = null;
    for (int k = factors.length - 1; k >= 0; k--) {
      if (part == null || inner.get(k) != inner.get(k + 1)) {
        part = inner.get(k).majorant(reach, coordinate - 1);
      }
      double factor = Math.abs(factors[k]);
      derivative = Rounding.addUp(Rounding.multiplyUp(derivative, r), value);
      value = next(value, r, factor, part.value);
      slope = next(slope, r, factor, part.slope);
      growth = next(growth, Math.max(1, r), Math.max(1, factor), part.growth);
    }
    return new Majorant(value, Rounding.addUp(slope, derivative), growth);
  }

  /** A step of Horner's rule, rounded upward. */
  private static double next(double sum, double reach, double factor, double part) {
    return Rounding.addUp(Rounding.multiplyUp(sum, reach), Rounding.multiplyUp(factor, part));
  }
}
