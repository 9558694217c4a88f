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
  private static final NestedPolynomial ONE = new NestedPolynomial(new double[] {1}, List.of());

  private final double[] factors;
  private final List<NestedPolynomial> inner;
  private final int degree;

  /** All inner polynomials have the same degrees; none is there in no coordinates. */
  private NestedPolynomial(double[] factors, List<NestedPolynomial> inner) {
    this.factors = factors;
    this.inner = inner;
    this.degree = inner.isEmpty() ? 0 : factors.length - 1 + inner.get(0).degree;
  }

  /**
   * A product.
   *
   * @param coefficients for each coordinate, by ascending power; not copied
   */
  static NestedPolynomial ofProduct(List<double[]> coefficients) {
    NestedPolynomial product = ONE;
    for (double[] row : coefficients) {
      product = new NestedPolynomial(row, Collections.nCopies(row.length, product));
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
    return lengths.length == 0
        ? new NestedPolynomial(coefficients, List.of())
        : ofTensor(coefficients, lengths, lengths.length - 1, 0, 1);
  }

  private static NestedPolynomial ofTensor(
      double[] coefficients, int[] lengths, int coordinate, int first, int stride) {
    int length = lengths[coordinate];
    if (coordinate == 0) {
      double[] factors = new double[length];
      Arrays.setAll(factors, k -> coefficients[first + k * stride]);
      return new NestedPolynomial(factors, Collections.nCopies(length, ONE));
    }
    double[] factors = new double[length];
    Arrays.fill(factors, 1);
    List<NestedPolynomial> inner = new ArrayList<>();
    for (int k = 0; k < length; k++) {
      inner.add(
          ofTensor(coefficients, lengths, coordinate - 1, first + k * stride, stride * length));
    }
    return new NestedPolynomial(factors, List.copyOf(inner));
  }

  /** The sum of the coordinates' degrees. */
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
    if (inner.isEmpty()) {
      return factors;
    }
    int top = factors.length - 1;
    double[] raised = inner.get(top).form(basis, vertices, coordinate - 1);
    double[] horner = scaled(raised, factors[top]);
    int m = degree - top;
    for (int k = top - 1; k >= 0; k--) {
      m++;
      horner = basis.timesLinear(horner, m, vertices[coordinate]);
      raised =
          inner.get(k) == inner.get(k + 1)
              ? basis.elevate(raised, m)
              : elevated(inner.get(k).form(basis, vertices, coordinate - 1), m, basis);
      for (int b = 0; b < horner.length; b++) {
        horner[b] += factors[k] * raised[b];
      }
    }
    return horner;
  }

  private double[] elevated(double[] form, int to, BernsteinBasis basis) {
    double[] raised = form;
    for (int m = degree - factors.length + 2; m <= to; m++) {
      raised = basis.elevate(raised, m);
    }
    return raised;
  }

  private static double[] scaled(double[] form, double factor) {
    double[] result = new double[form.length];
    for (int b = 0; b < form.length; b++) {
      result[b] = factor * form[b];
    }
    return result;
  }

  /** The value at a point; rounded. */
  double value(double[] point) {
    return value(point, point.length - 1);
  }

  private double value(double[] point, int coordinate) {
    if (inner.isEmpty()) {
      return factors[0];
    }
    int top = factors.length - 1;
    double part = inner.get(top).value(point, coordinate - 1);
    double value = factors[top] * part;
    for (int k = top - 1; k >= 0; k--) {
      if (inner.get(k) != inner.get(k + 1)) {
        part = inner.get(k).value(point, coordinate - 1);
      }
      value = value * point[coordinate] + factors[k] * part;
    }
    return value;
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
