package surety.certificates.integral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;
import surety.certificates.density.DensityPolynomial;

/**
 * A sum of products of polynomials that enclose densities, one in each coordinate, as one
 * polynomial, with how far the densities' sum may be from it: its truncation and all rounding.
 *
 * <p>With |f - p| <= e and |g - q| <= d: |f g - p q| <= |p| d + e (|q| + d).
 *
 * <p>Of m > 1 summands in n coordinates, coefficients are multiplied and added up in doubles, n - 1
 * products and m - 1 sums, so that all together are off by at most gamma of n + m times the sum of
 * the summands' majorants. What underflows in a product, at most half a subnormal, is multiplied by
 * some of the other coordinates' coefficients and all powers, which is less than the summand's
 * growth. Constants are multiplied and added up in intervals.
 *
 * @param lengths for each coordinate one more than the polynomial's degree
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DensitySum(NestedPolynomial polynomial, int[] lengths, double remainder) {

  /**
   * Adds up.
   *
   * @param summands for each coordinate one polynomial in each
   * @param reach for each coordinate a bound of the magnitude of z - centre
   * @param scale a power of two to take out
   */
  static DensitySum of(List<DensityProduct> summands, double[] reach, int scale) {
    int[] lengths = new int[reach.length];
    Arrays.fill(lengths, 1);
    List<Product> products = new ArrayList<>();
    for (DensityProduct summand : summands) {
      Product product = Product.of(summand, reach, scale);
      products.add(product);
      for (int q = 0; q < lengths.length; q++) {
        lengths[q] = Math.max(lengths[q], product.rows.get(q).length);
      }
    }
    if (Arrays.stream(lengths).allMatch(length -> length == 1)) {
      return ofConstants(products, lengths);
    }
    return products.size() == 1
        ? of(products.get(0), lengths, reach)
        : ofMany(products, lengths, reach);
  }

  private static DensitySum ofConstants(List<Product> products, int[] lengths) {
    Interval sum = Interval.ZERO;
    double remainder = 0;
    for (Product product : products) {
      sum = sum.plus(product.constant());
      remainder = Rounding.addUp(remainder, product.weighted(product.remainder));
    }
    return new DensitySum(
        NestedPolynomial.ofTensor(new double[] {sum.middle()}, lengths),
        lengths,
        Rounding.addUp(remainder, sum.radius()));
  }

  private static DensitySum of(Product product, int[] lengths, double[] reach) {
    return new DensitySum(
        NestedPolynomial.ofProduct(product.weightedRows()), lengths, product.error(reach[0]));
  }

  private static DensitySum ofMany(List<Product> products, int[] lengths, double[] reach) {
    int size = Arrays.stream(lengths).reduce(1, Math::multiplyExact);
    double[] coefficients = new double[size];
    double value = 0;
    double growth = 0;
    double remainder = 0;
    for (Product product : products) {
      List<double[]> rows = product.weightedRows();
      add(rows, coefficients, lengths, 0, 0, 1);
      NestedPolynomial.Majorant majorant = NestedPolynomial.ofProduct(rows).majorant(reach);
      value = Rounding.addUp(value, majorant.value());
      growth = Rounding.addUp(growth, majorant.growth());
      remainder = Rounding.addUp(remainder, product.error(reach[0]));
    }
    double relative =
        Rounding.multiplyUp(RelativeError.gamma(lengths.length + products.size()), value);
    double underflow = Rounding.multiplyUp(lengths.length * Double.MIN_VALUE, growth);
    return new DensitySum(
        NestedPolynomial.ofTensor(coefficients, lengths),
        lengths,
        Rounding.addUp(remainder, Rounding.addUp(relative, underflow)));
  }

  private static void add(
      List<double[]> rows, double[] sums, int[] lengths, int q, int first, double factor) {
    if (q == lengths.length) {
      sums[first] += factor;
      return;
    }
    double[] row = rows.get(q);
    for (int k = 0; k < row.length; k++) {
      add(rows, sums, lengths, q + 1, first * lengths[q] + k, factor * row[k]);
    }
  }

  /**
   * One summand.
   *
   * @param weight encloses the factor of the product, powers of two included
   * @param rows for each coordinate the coefficients by ascending power
   * @param value the product's majorant
   * @param others that of all coordinates but the first
   * @param remainder how far the densities' product may be from that of the polynomials
   */
  private record Product(
      Interval weight, List<double[]> rows, double value, double others, double remainder) {

    static Product of(DensityProduct summand, double[] reach, int scale) {
      long shift = (long) summand.weight().scale() - scale;
      List<double[]> rows = new ArrayList<>();
      double value = 1;
      double others = 1;
      double remainder = 0;
      for (int q = 0; q < reach.length; q++) {
        DensityPolynomial p = summand.polynomials().get(q);
        shift += p.scale();
        double most = majorant(p.coefficients(), reach[q]);
        remainder =
            Rounding.addUp(
                Rounding.multiplyUp(remainder, Rounding.addUp(most, p.remainder())),
                Rounding.multiplyUp(value, p.remainder()));
        value = Rounding.multiplyUp(value, most);
        others = q == 0 ? others : Rounding.multiplyUp(others, most);
        rows.add(p.coefficients());
      }
      return new Product(
          summand.weight().value().scaledBy(limited(shift)), rows, value, others, remainder);
    }

    private static double majorant(double[] row, double reach) {
      double sum = 0;
      for (int k = row.length - 1; k >= 0; k--) {
        sum = Rounding.addUp(Rounding.multiplyUp(sum, reach), Math.abs(row[k]));
      }
      return sum;
    }

    /** A shift that has the same effect on any double: all overflow, or all become 0. */
    private static int limited(long shift) {
      return (int) Math.max(-5000, Math.min(5000, shift));
    }

    double weighted(double error) {
      return error == 0 ? 0 : Rounding.multiplyUp(weight.upper(), error);
    }

    Interval constant() {
      Interval constant = weight;
      for (double[] row : rows) {
        constant = constant.times(row[0]);
      }
      return constant;
    }

    /** With the first coordinate's coefficients times the middle of the weight, rounded. */
    List<double[]> weightedRows() {
      double middle = weight.middle();
      List<double[]> weighted = new ArrayList<>(rows);
      weighted.set(0, Arrays.stream(rows.get(0)).map(c -> middle * c).toArray());
      return weighted;
    }

    /**
     * How far the densities' product times the weight may be from that of {@link #weightedRows}.
     * Multiplying by a power of two is exact where nothing underflows.
     */
    double error(double firstReach) {
      double middle = weight.middle();
      boolean isExact = middle == Math.scalb(1.0, Math.getExponent(middle));
      double relative =
          Rounding.addUp(
              weight.radius(), isExact ? 0 : Rounding.multiplyUp(RelativeError.gamma(1), middle));
      double error = weighted(remainder);
      if (relative > 0) {
        error = Rounding.addUp(error, Rounding.multiplyUp(relative, value));
      }
      return middle == 1 ? error : Rounding.addUp(error, underflow(firstReach));
    }

    /** At most half a subnormal for each coefficient, times the other coordinates' majorants. */
    private double underflow(double firstReach) {
      double power = 1;
      double sum = 0;
      for (int k = 0; k < rows.get(0).length; k++) {
        sum = Rounding.addUp(sum, Rounding.multiplyUp(Double.MIN_VALUE, power));
        power = Rounding.multiplyUp(power, firstReach);
      }
      return Rounding.multiplyUp(sum, others);
    }
  }
}
