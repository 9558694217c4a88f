package surety.certificates.density;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * Taylor coefficients {@code f^(k)(z)/k!}, k = 0, 1, ..., each enclosed for all z of an interval
 * (or at a point), all times {@code 2^scale}.
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

  Series times(Series other) {
    Interval[] product = new Interval[coefficients.length];
    int length = lengthWithoutZeros();
    int otherLength = other.lengthWithoutZeros();
    for (int k = 0; k < product.length; k++) {
      product[k] = productCoefficient(other, k, length, otherLength);
    }
    return new Series(product, Math.addExact(scale, other.scale));
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
