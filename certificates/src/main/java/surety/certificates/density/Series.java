package surety.certificates.density;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * Taylor coefficients {@code f^(k)(z)/k!}, k = 0, 1, ..., each enclosed for all z of an interval
 * (or at a point), all times {@code 2^scale}; or the same in a unit 2^u, number k times 2^(u k).
 *
 * <p>The product of two functions has the Cauchy product of their coefficients at each z, hence of
 * the enclosures.
 */
final class Series {
  private final Interval[] coefficients;
  private final int scale;

  Series(Interval[] coefficients, int scale) {
    this.coefficients = coefficients;
    this.scale = scale;
  }

  /** By ascending order; not copied. */
  Interval[] coefficients() {
    return coefficients;
  }

  int scale() {
    return scale;
  }

  /** The unit of a length. */
  static int unit(double length) {
    return Math.max(-1000, Math.min(1000, Math.getExponent(length)));
  }

  /** Of coefficients in the unit 0 those in another one. */
  Series inUnit(int unit) {
    if (unit == 0) {
      return this;
    }
    Interval[] scaled = new Interval[coefficients.length];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = coefficients[k].scaledBy(Elementary.clamp((long) unit * k));
    }
    return new Series(scaled, scale);
  }

  Series times(Series other) {
    Interval[] product = new Interval[coefficients.length];
    int length = lengthWithoutZeros();
    int otherLength = other.lengthWithoutZeros();
    for (int k = 0; k < product.length; k++) {
      product[k] = productCoefficient(other, k, length, otherLength);
    }
    return new Series(product, Math.addExact(scale, other.scale));
  }

  /**
   * exp(f): from {@code g' = f' g}, {@code k g_k = sum over j from 1 to k of j f_j g_(k-j)}.
   *
   * <p>f has the scale 0.
   */
  Series exp() {
    ScaledInterval value = Elementary.expOfMinus(coefficients[0].negate());
    Interval[] result = new Interval[coefficients.length];
    result[0] = Interval.ONE;
    for (int k = 1; k < result.length; k++) {
      Interval sum = Interval.ZERO;
      for (int j = 1; j <= k; j++) {
        sum = sum.plus(coefficients[j].times(j).times(result[k - j]));
      }
      result[k] = sum.dividedBy(Interval.of(k));
    }
    return new Series(result, 0).times(value);
  }

  /** The product, of which only the last coefficient is computed; the others are left zero. */
  Series lastOfProduct(Series other) {
    Interval[] product = new Interval[coefficients.length];
    Arrays.fill(product, Interval.ZERO);
    int last = product.length - 1;
    product[last] =
        productCoefficient(other, last, lengthWithoutZeros(), other.lengthWithoutZeros());
    return new Series(product, Math.addExact(scale, other.scale));
  }

  private Interval productCoefficient(Series other, int k, int length, int otherLength) {
    Interval sum = Interval.ZERO;
    for (int i = Math.max(0, k - otherLength + 1); i <= k && i < length; i++) {
      sum = sum.plus(coefficients[i].times(other.coefficients[k - i]));
    }
    return sum;
  }

  private int lengthWithoutZeros() {
    int length = coefficients.length;
    while (length > 0 && coefficients[length - 1].magnitude() == 0) {
      length--;
    }
    return length;
  }

  Series negate() {
    Interval[] negated = new Interval[coefficients.length];
    Arrays.setAll(negated, k -> coefficients[k].negate());
    return new Series(negated, scale);
  }

  Series times(ScaledInterval factor) {
    // not equals(): that of a record is linked at run time, which costs 20 ms once
    if (factor.scale() == 0 && factor.value().lower() == 1 && factor.value().upper() == 1) {
      return this;
    }
    Interval[] product = new Interval[coefficients.length];
    for (int k = 0; k < product.length; k++) {
      product[k] = coefficients[k].times(factor.value());
    }
    return new Series(product, Math.addExact(scale, factor.scale()));
  }

  /** The same numbers for another scale, rounded outward where they leave the range of doubles. */
  Series withScale(int other) {
    if (other == scale) {
      return this;
    }
    int shift = Elementary.clamp((long) scale - other);
    Interval[] scaled = new Interval[coefficients.length];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = coefficients[k].scaledBy(shift);
    }
    return new Series(scaled, other);
  }
}
