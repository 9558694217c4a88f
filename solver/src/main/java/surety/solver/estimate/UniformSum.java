package surety.solver.estimate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalDouble;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * An estimate of the law of {@code mean + sum_n a_n U_n} with independent U_n, each uniform on [-1,
 * 1]: what a linearised network makes of uniform inputs.
 *
 * <p>With {@code eta = t - mean} the cdf of N terms is
 *
 * <pre>
 *   F(eta) = 1/(N! prod_n 2 a_n)  sum over signs e of (prod_n e_n) max(eta + e.a, 0)^N
 *          = 1/2 + (1/pi) integral over s &gt; 0 of sin(eta s)/s prod_n sinc(a_n s) ds
 * </pre>
 *
 * <p>and the density is its derivative. (In the paper on linearised propagation the density has
 * another constant, with which its integral is not 1.)
 *
 * <ul>
 *   <li>One and two terms are taken directly.
 *   <li>The sum over all signs cancels, so it is computed in integers: widths and eta are first cut
 *       to multiples of 2^-60 of the largest width, which moves the cdf by less than a double can
 *       tell of 1. It serves up to {@link #MOST_EXACT} terms.
 *   <li>The integral is taken by the trapezoidal rule with the step pi/S, S the sum of all widths.
 *       As the density is 0 outside of [-S, S], that is its Fourier series, without any error but
 *       that of leaving out far terms: these are at most the product of the 1/(a_n s), and left out
 *       where that is below 1e-13. It serves more terms than the exact sum does, and {@link #MANY}
 *       or more where it converges soon and the result is not small.
 * </ul>
 *
 * <p>Where there are too many terms for the exact sum, and one width is more than a thousand times
 * as large as all others together, the series is cut off earlier; some 1e-8 remain.
 */
public final class UniformSum implements ScalarLaw {
  /** Most terms of the exact sum. */
  public static final int MOST_EXACT = 16;

  /** From so many terms on the exact sum takes long. */
  private static final int MANY = 9;

  /** Below this a result is computed exactly if it can be: there few signs count. */
  private static final double SMALL = 1e-3;

  private static final int BITS = 60;
  private static final double LEFT_OUT = 1e-13;
  private static final int SOON = 2_000;
  private static final int MOST_FREQUENCIES = 200_000;

  private final double mean;

  /** Positive, descending. */
  private final double[] widths;

  private final double reach;

  /** With these half widths, of any sign; zeros are left out. */
  public UniformSum(double mean, double... halfWidths) {
    this.mean = mean;
    double[] sorted =
        Arrays.stream(halfWidths)
            .map(Math::abs)
            .filter(a -> a != 0)
            .map(a -> -a)
            .sorted()
            .toArray();
    this.widths = Arrays.stream(sorted).map(a -> -a).toArray();
    this.reach = Arrays.stream(widths).sum();
    if (!Double.isFinite(mean) || !Double.isFinite(reach)) {
      throw new EstimateException("a sum of uniform numbers needs finite mean and widths");
    }
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double deviation() {
    return Math.sqrt(Arrays.stream(widths).map(a -> a * a / 3).sum());
  }

  @Override
  public double cdf(double t) {
    double eta = t - mean;
    if (Math.abs(eta) >= reach) {
      return eta >= 0 ? 1 : 0;
    }
    double below = lowerHalf(-Math.abs(eta));
    return eta > 0 ? 1 - below : below;
  }

  /** For eta at most 0. */
  private double lowerHalf(double eta) {
    if (widths.length == 1) {
      return 0.5 + eta / (2 * widths[0]);
    }
    if (widths.length == 2) {
      double toEnd = eta + reach;
      return toEnd <= 2 * widths[1]
          ? toEnd * toEnd / (8 * widths[0] * widths[1])
          : 0.5 + eta / (2 * widths[0]);
    }
    return value(eta, true);
  }

  @Override
  public double density(double t) {
    double eta = -Math.abs(t - mean);
    if (-eta >= reach) {
      return 0;
    }
    if (widths.length <= 2) {
      double share = widths.length == 1 ? 1 : Math.min(1, (eta + reach) / (2 * widths[1]));
      return share / (2 * widths[0]);
    }
    return value(eta, false);
  }

  /** Of three terms or more, for eta at most 0. */
  private double value(double eta, boolean isCdf) {
    boolean canBeExact = widths.length <= MOST_EXACT;
    if (widths.length >= (canBeExact ? MANY : 0)) {
      OptionalDouble series = series(eta, isCdf, canBeExact ? SOON : MOST_FREQUENCIES);
      double small = canBeExact ? SMALL / (isCdf ? 1 : reach) : 0;
      if (series.orElse(-1) >= small) {
        return series.getAsDouble();
      }
    }
    return sum(eta, isCdf ? widths.length : widths.length - 1);
  }

  /** The sum over all signs with a power of N (cdf) or N - 1 (density). */
  private double sum(double eta, int power) {
    int shift = BITS - Math.getExponent(widths[0]);
    BigInteger[] scaled =
        Arrays.stream(widths)
            .mapToObj(a -> integer(a, shift))
            .filter(a -> a.signum() > 0)
            .toArray(BigInteger[]::new);
    int lost = widths.length - scaled.length;
    BigInteger[] rest = new BigInteger[scaled.length + 1];
    rest[scaled.length] = BigInteger.ZERO;
    for (int k = scaled.length - 1; k >= 0; k--) {
      rest[k] = rest[k + 1].add(scaled[k]);
    }
    BigInteger numerator = terms(scaled, rest, 0, integer(eta, shift), power - lost);
    BigInteger denominator = BigInteger.ONE;
    for (BigInteger a : scaled) {
      denominator = denominator.multiply(a.shiftLeft(1));
    }
    for (int k = 2; k <= power - lost; k++) {
      denominator = denominator.multiply(BigInteger.valueOf(k));
    }
    double value = Interval.of(Rational.of(numerator.max(BigInteger.ZERO), denominator)).middle();
    return power == widths.length ? Math.min(value, 0.5) : Math.scalb(value, shift);
  }

  private static BigInteger integer(double x, int shift) {
    Rational scaled = Rational.ofDouble(x);
    BigInteger up = scaled.numerator().shiftLeft(Math.max(shift, 0));
    return up.divide(scaled.denominator().shiftLeft(Math.max(-shift, 0)));
  }

  /** The signs from a place on; rest has the sums of the widths there. */
  private static BigInteger terms(
      BigInteger[] widths, BigInteger[] rest, int place, BigInteger at, int power) {
    if (at.add(rest[place]).signum() <= 0) {
      return BigInteger.ZERO; // no choice of signs makes it positive
    }
    if (place == widths.length) {
      return at.pow(power);
    }
    return terms(widths, rest, place + 1, at.add(widths[place]), power)
        .subtract(terms(widths, rest, place + 1, at.subtract(widths[place]), power));
  }

  /** Nothing if it has not converged with the most frequencies, and an exact sum is possible. */
  private OptionalDouble series(double eta, boolean isCdf, int most) {
    double step = Math.PI / reach;
    double sum = 0;
    double bound = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= most && bound >= LEFT_OUT; k++) {
      double s = k * step;
      double product = 1;
      bound = isCdf ? 1 : k;
      for (double a : widths) {
        double x = a * s;
        product *= Math.sin(x) / x;
        bound *= Math.min(1, 1 / x);
      }
      sum += isCdf ? product * Math.sin(s * eta) / (k * Math.PI) : product * Math.cos(s * eta);
    }
    if (bound >= LEFT_OUT && most == SOON) {
      return OptionalDouble.empty();
    }
    double value = isCdf ? (eta + reach) / (2 * reach) + sum : (0.5 + sum) / reach;
    return OptionalDouble.of(Math.max(0, value));
  }
}
