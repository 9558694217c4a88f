package surety.certificates.gaussian;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * A function g of a normal number X, of which the deviation is known to be positive, by its series
 * in Hermite's polynomials.
 *
 * @param form X
 * @param mean encloses that of g(X)
 * @param slope encloses the mean of the slope of g at X
 * @param series what g(X) is besides these
 */
public record CurvedNormal(
    NormalForm form, Interval deviation, Interval mean, Interval slope, HermiteSeries series)
    implements NormalFunction {
  /** Terms of closed forms go as far as this one. */
  private static final int TERMS = 400;

  private static final Interval TWO = Interval.of(2);
  private static final Interval ROOT_OF_TWO = TWO.sqrt();

  /** Of a proper normal number. */
  public CurvedNormal {
    if (!isProper(form, deviation)) {
      throw new IllegalArgumentException("a number whose deviation may be 0");
    }
  }

  /** Whether the deviation of a number is known to be positive, and its numbers are bounded. */
  static boolean isProper(NormalForm form, Interval deviation) {
    return deviation.lower() > 0 && deviation.isBounded() && form.mean().isBounded();
  }

  @Override
  public boolean isProper() {
    return true;
  }

  /** The squares of all terms of the series add up to the variance. */
  @Override
  public double greatestDeviation() {
    double linear = Rounding.multiplyUp(slope.magnitude(), deviation.upper());
    double rest = series.norm();
    return Rounding.sqrtUp(
        Rounding.addUp(Rounding.multiplyUp(linear, linear), Rounding.multiplyUp(rest, rest)));
  }

  /**
   * {@code erf(X)}, which is {@code 2 Phi(R) - 1} of {@code R = sqrt(2) X}, with the mean m and the
   * variance v. With an independent standard normal number it is {@code 2 P(N <= R) - 1}, so that
   * its mean is {@code 2 Phi(y) - 1}, {@code y = m / w}, {@code w = sqrt(1 + v)}. The derivatives
   * of this in m, times {@code sqrt(v)^j / sqrt(j!)}, are the terms of the series: {@code a_j = 2
   * (-1)^(j-1) q^j k_(j-1)(y) / sqrt(j)} with {@code q = sqrt(v) / w} and {@link HermiteFunctions}
   * k. As {@code |k| <= C}, what is left behind j = J is at most {@code 2 C q^(J+1) w / sqrt(J +
   * 1)}.
   */
  public static CurvedNormal erf(NormalForm x) {
    Smoothed r = new Smoothed(x);
    List<Interval> terms = new ArrayList<>();
    Interval power = r.q.times(-2);
    for (int j = 2; j <= TERMS; j++) {
      power = power.times(r.q);
      Interval root = Interval.of(j).sqrt();
      terms.add(power.times(j % 2 == 0 ? 1 : -1).times(r.functions.get(j - 1)).dividedBy(root));
    }
    Interval rest = r.rest(Interval.of(2).dividedBy(Interval.of(TERMS + 1).sqrt()));
    Interval mean = r.below.times(2).minus(Interval.ONE);
    Interval slope = r.density.times(2).times(ROOT_OF_TWO).dividedBy(r.w);
    return r.function(mean, slope, HermiteSeries.of(terms, 1, rest.upper()));
  }

  /**
   * {@code X (1 + erf(X))}, which is {@code sqrt(2) R Phi(R)} of R as above. The mean of {@code R
   * Phi(R)} is {@code G = m Phi(y) + v / w phi(y)}, its derivatives in m are {@code Phi(y) + y
   * phi(y) / w^2} and, as {@code (x Phi(x))'' = phi(x) - phi''(x)}, from the second on {@code
   * (-1)^j (He_(j-2)(y) / w^(j-1) - He_j(y) / w^(j+1)) phi(y)}. So {@code a_j = sqrt(2) (-q)^j (w
   * k_(j-2)(y) / sqrt(j (j - 1)) - k_j(y) / w)}, and what is left behind j = J is at most {@code
   * sqrt(2) C (w / J + 1 / w) q^(J+1) w}.
   */
  public static CurvedNormal erfGate(NormalForm x) {
    Smoothed r = new Smoothed(x);
    List<Interval> terms = new ArrayList<>();
    Interval power = r.q.times(ROOT_OF_TWO);
    for (int j = 2; j <= TERMS; j++) {
      power = power.times(r.q);
      Interval root = Interval.of(j).times(j - 1).sqrt();
      Interval first = r.w.times(r.functions.get(j - 2)).dividedBy(root);
      Interval second = r.functions.get(j).dividedBy(r.w);
      terms.add(power.times(j % 2 == 0 ? 1 : -1).times(first.minus(second)));
    }
    Interval sizes = r.w.dividedBy(Interval.of(TERMS)).plus(Interval.ONE.dividedBy(r.w));
    Interval rest = r.rest(ROOT_OF_TWO.times(sizes));
    Interval flat = r.deviation.square().dividedBy(r.w).times(r.density);
    Interval mean = ROOT_OF_TWO.times(r.mean.times(r.below).plus(flat));
    Interval turned = r.y.times(r.density).dividedBy(r.w.square());
    Interval slope = r.below.plus(turned).times(2);
    double square = x.mean().square().plus(x.variance()).times(4).upper();
    return r.function(mean, slope, HermiteSeries.of(terms, square, rest.upper()));
  }

  /** The numbers of R above. */
  private static final class Smoothed {
    private final NormalForm form;
    private final Interval deviation;
    private final Interval mean;
    private final Interval w;
    private final Interval y;
    private final Interval q;
    private final Interval below;
    private final Interval density;
    private final HermiteFunctions functions;

    Smoothed(NormalForm x) {
      this.form = x;
      this.deviation = x.variance().times(2).sqrt();
      this.mean = x.mean().times(ROOT_OF_TWO);
      this.w = deviation.square().plus(1).sqrt();
      this.y = mean.dividedBy(w);
      this.q = deviation.dividedBy(w);
      this.below = StandardNormal.cdf(y);
      this.density = StandardNormal.density(y);
      this.functions = new HermiteFunctions(y, TERMS + 1);
    }

    /** {@code size C q^(J+1) / sqrt(1 - q^2)}, the root of a geometric series. */
    Interval rest(Interval size) {
      return size.times(HermiteFunctions.most()).times(q.power(TERMS + 1)).times(w);
    }

    CurvedNormal function(Interval mean, Interval slope, HermiteSeries series) {
      return new CurvedNormal(form, form.variance().sqrt(), mean, slope, series);
    }
  }
}
