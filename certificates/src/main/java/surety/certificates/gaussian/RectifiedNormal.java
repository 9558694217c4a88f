package surety.certificates.gaussian;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * {@code max(X, 0)} of a normal number X.
 *
 * <p>With the mean M, the deviation s and {@code nu = M / s}, {@code E max(X, 0) = M Phi(nu) + s
 * phi(nu)}. Where it is not known that s is positive, what is known is that the mean lies between
 * max(M, 0) and max(M, 0) + s phi(0), and that max(X, 0) has at most the deviation of X.
 */
public final class RectifiedNormal {
  private static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

  private final NormalForm form;
  private final Interval deviation;

  /** M / s; empty where s may be 0. */
  private final Interval ratio;

  private final boolean isProper;
  private final Interval active;
  private final Interval mean;

  /** Of a normal number. */
  public RectifiedNormal(NormalForm form) {
    this.form = form;
    this.deviation = form.variance().sqrt();
    this.isProper = deviation.lower() > 0 && deviation.isBounded() && form.mean().isBounded();
    this.ratio = isProper ? form.mean().dividedBy(deviation) : Interval.WHOLE;
    this.active = isProper ? StandardNormal.cdf(ratio) : improperlyActive();
    this.mean = isProper ? properMean() : improperMean();
  }

  private Interval properMean() {
    Interval sum = form.mean().times(active).plus(deviation.times(StandardNormal.density(ratio)));
    return sum.intersect(NOT_NEGATIVE);
  }

  private Interval improperMean() {
    Interval constant = form.mean().positivePart();
    double more =
        Rounding.multiplyUp(deviation.upper(), StandardNormal.density(Interval.ZERO).upper());
    return constant.hull(constant.plus(more));
  }

  private Interval improperlyActive() {
    return form.isConstant() && form.mean().lower() > 0
        ? Interval.ONE
        : form.isConstant() && form.mean().upper() <= 0 ? Interval.ZERO : new Interval(0, 1);
  }

  /** Encloses the mean. */
  public Interval mean() {
    return mean;
  }

  /**
   * Encloses the mean of the square, {@code (M^2 + s^2) Phi(nu) + M s phi(nu)}, which is at most
   * that of the square of X.
   */
  public Interval square() {
    Interval whole = form.mean().square().plus(form.variance());
    Interval most = new Interval(0, Math.max(0, whole.upper()));
    if (!isProper) {
      return most;
    }
    Interval rest = form.mean().times(deviation).times(StandardNormal.density(ratio));
    return whole.times(active).plus(rest).intersect(most);
  }

  /** Encloses the probability that X is positive. */
  public Interval active() {
    return active;
  }

  /** X. */
  public NormalForm form() {
    return form;
  }

  /**
   * Encloses the covariance with another normal number Y: {@code Cov(X, Y) Phi(nu)} (Stein's
   * lemma).
   */
  public Interval covariance(NormalForm other) {
    if (form.isConstant()) {
      return Interval.ZERO;
    }
    return isProper
        ? form.covariance(other).times(active)
        : within(deviation, other.variance().sqrt());
  }

  /** Encloses the covariance with another one, as {@link BivariateNormal} has it. */
  public Interval covariance(RectifiedNormal other) {
    if (form.isConstant() || other.form.isConstant()) {
      return Interval.ZERO;
    }
    Interval most = within(deviation, other.deviation);
    if (!isProper || !other.isProper) {
      return most;
    }
    Interval product = deviation.times(other.deviation);
    Interval covariance = form.covariance(other.form);
    Interval correlation = covariance.dividedBy(product);
    Interval joint =
        BivariateNormal.rectified(ratio, other.ratio, correlation)
            .times(product)
            .dividedBy(StandardNormal.twoPi());
    return covariance.times(active).times(other.active).plus(joint).intersect(most);
  }

  /** By the inequality of Cauchy and Schwarz. */
  private static Interval within(Interval a, Interval b) {
    double most = Rounding.multiplyUp(a.upper(), b.upper());
    return new Interval(-most, most);
  }
}
