package surety.certificates.region;

import java.math.BigInteger;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * The exact volume of a simplex, a quotient that is not in lowest terms.
 *
 * @param denominator positive
 */
record SimplexVolume(BigInteger numerator, BigInteger denominator) {

  /**
   * The volume: the determinant of the vertices in homogeneous coordinates, in absolute value, over
   * n! and the product of the denominators.
   *
   * @param vertices n + 1 of them
   */
  static SimplexVolume of(List<RationalPoint> vertices) {
    int n = vertices.size() - 1;
    BigInteger[][] rows = new BigInteger[n + 1][n + 1];
    BigInteger denominator = BigInteger.ONE;
    for (int i = 0; i <= n; i++) {
      RationalPoint v = vertices.get(i);
      for (int q = 0; q < n; q++) {
        rows[i][q] = v.numerators().get(q);
      }
      rows[i][n] = v.denominator();
      denominator = denominator.multiply(v.denominator());
      denominator = i == 0 ? denominator : denominator.multiply(BigInteger.valueOf(i));
    }
    return new SimplexVolume(determinant(rows).abs(), denominator);
  }

  /** Encloses the volume over a positive number. */
  Interval dividedBy(Rational scale) {
    return Interval.ofQuotient(
        numerator.multiply(scale.denominator()), denominator.multiply(scale.numerator()));
  }

  /** By Bareiss' elimination (1968), in which all divisions are exact; the rows are overwritten. */
  private static BigInteger determinant(BigInteger[][] rows) {
    BigInteger previous = BigInteger.ONE;
    int sign = 1;
    int n = rows.length;
    for (int k = 0; k < n - 1; k++) {
      int pivot = k;
      while (pivot < n && rows[pivot][k].signum() == 0) {
        pivot++;
      }
      if (pivot == n) {
        return BigInteger.ZERO;
      }
      if (pivot != k) {
        BigInteger[] swapped = rows[k];
        rows[k] = rows[pivot];
        rows[pivot] = swapped;
        sign = -sign;
      }
      for (int i = k + 1; i < n; i++) {
        for (int j = k + 1; j < n; j++) {
          BigInteger minor =
              rows[i][j].multiply(rows[k][k]).subtract(rows[i][k].multiply(rows[k][j]));
          rows[i][j] = minor.divide(previous);
        }
      }
      previous = rows[k][k];
    }
    return sign > 0 ? rows[n - 1][n - 1] : rows[n - 1][n - 1].negate();
  }
}
