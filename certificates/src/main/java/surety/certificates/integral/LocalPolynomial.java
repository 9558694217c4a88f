package surety.certificates.integral;

import java.util.Arrays;
import java.util.Optional;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * A polynomial p(z) on a small box inside of that on which it is known: in powers of the distance
 * from the small box's middle, without those of a high total degree, which are bounded there. On a
 * simplex in the box its Bernstein form has far fewer coefficients.
 *
 * <p>With |z| <= reach for all of p, and the small box |z - c| <= r with |c| + r <= reach: p(c + u)
 * has the coefficients {@code sum_(j >= k) p_j binomial(j, k) c^(j - k)}, which repeated synthetic
 * division finds, one coordinate after the other (Shaw and Traub's Taylor shift in its simplest
 * form). Dropping the powers above a degree is off by at most the sum of their |coefficients| r^k.
 *
 * <p>Rounding: each coefficient of p is a product of at most n factors, and passes through at most
 * two roundings for each of its D powers; with magnitudes in place of all numbers the sum of all
 * coefficients times r^k is at most M, p's majorant at {@code |c| + r <= reach}. So all together
 * they are off by at most gamma of 2 D + n times M. What underflows, at most half a subnormal for
 * each of the fewer than D + n products of a coefficient, is multiplied by less than p's growth.
 *
 * @param centre c
 * @param radius r
 * @param error how far it may be from p anywhere in the small box
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LocalPolynomial(
    NestedPolynomial polynomial, double[] centre, double[] radius, double error) {

  /**
   * A polynomial around some points; nothing, if they are too far out.
   *
   * @param tensor all coefficients, the last coordinate's exponent first
   * @param lengths for each coordinate one more than the degree
   * @param majorant of the polynomial at its reach
   * @param points for each coordinate the values around which to write it
   * @param off how far these may be from the exact ones
   * @param most the highest total degree that is kept
   */
  static Optional<LocalPolynomial> of(
      double[] tensor,
      int[] lengths,
      NestedPolynomial.Majorant majorant,
      double[] reach,
      double[][] points,
      double[] off,
      int most) {
    int n = lengths.length;
    double[] centre = new double[n];
    double[] radius = new double[n];
    for (int q = 0; q < n; q++) {
      double low = Arrays.stream(points[q]).min().orElseThrow();
      double high = Arrays.stream(points[q]).max().orElseThrow();
      centre[q] = 0.5 * low + 0.5 * high;
      double half =
          Math.max(Rounding.subtractUp(high, centre[q]), Rounding.subtractUp(centre[q], low));
      // rounding the distance from c takes less than that part of it
      radius[q] = Rounding.multiplyUp(Rounding.addUp(half, off[q]), 1 + 0x1p-40);
      if (!(Rounding.addUp(Math.abs(centre[q]), radius[q]) <= reach[q])) {
        return Optional.empty();
      }
    }
    double[] shifted = tensor.clone();
    int stride = 1;
    for (int q = n - 1; q >= 0; q--) {
      shift(shifted, stride, lengths[q], centre[q]);
      stride *= lengths[q];
    }
    int degree = Arrays.stream(lengths).sum() - n;
    double rounding =
        Rounding.addUp(
            Rounding.multiplyUp(RelativeError.gamma(2 * degree + n), majorant.value()),
            Rounding.multiplyUp(
                (degree + n) * (double) tensor.length * Double.MIN_VALUE, majorant.growth()));
    double dropped = dropped(shifted, lengths, radius, most);
    return Optional.of(
        new LocalPolynomial(
            NestedPolynomial.ofTensor(shifted, lengths, most),
            centre,
            radius,
            Rounding.addUp(rounding, dropped)));
  }

  /** Writes each polynomial in one coordinate, whose coefficients are a stride apart, about c. */
  private static void shift(double[] tensor, int stride, int length, double c) {
    int block = stride * length;
    for (int from = 0; from < tensor.length; from += block) {
      for (int first = from; first < from + stride; first++) {
        for (int i = 0; i < length - 1; i++) {
          for (int k = length - 2; k >= i; k--) {
            tensor[first + k * stride] += c * tensor[first + (k + 1) * stride];
          }
        }
      }
    }
  }

  private static double dropped(double[] tensor, int[] lengths, double[] radius, int most) {
    return dropped(tensor, lengths, radius, most, 0, 0, 0, 1);
  }

  private static double dropped(
      double[] tensor,
      int[] lengths,
      double[] radius,
      int most,
      int q,
      int first,
      int degree,
      double power) {
    if (q == lengths.length) {
      return degree > most ? Rounding.multiplyUp(Math.abs(tensor[first]), power) : 0;
    }
    double sum = 0;
    double next = power;
    for (int k = 0; k < lengths[q]; k++) {
      int at = first * lengths[q] + k;
      sum =
          Rounding.addUp(sum, dropped(tensor, lengths, radius, most, q + 1, at, degree + k, next));
      next = Rounding.multiplyUp(next, radius[q]);
    }
    return sum;
  }
}
