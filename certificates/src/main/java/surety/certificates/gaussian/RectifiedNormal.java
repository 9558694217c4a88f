package surety.certificates.gaussian;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * {@code max(X, 0)} of a normal number X.
 *
 * <p>With the mean M, the deviation s and {@code nu = M / s}, {@code E max(X, 0) = M Phi(nu) + s
 * phi(nu)}. Where it is not known that s is positive, what is known is that the mean lies between
 * max(M, 0) and max(M, 0) + s phi(0), and that max(X, 0) has at most the deviation of X.
 */
public final class RectifiedNormal implements NormalFunction {
  private static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

  private final NormalForm form;
  private final Interval deviation;

  /** M / s; empty where s may be 0. */
  private final Interval ratio;

  private final boolean isProper;
  private final Interval active;
  private final Interval mean;
  private HermiteSeries series;

  /** Of a normal number. */
  public RectifiedNormal(NormalForm form) {
    this.form = form;
    this.deviation = form.variance().sqrt();
    this.isProper = CurvedNormal.isProper(form, deviation);
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

  @Override
  public Interval mean() {
    return mean;
  }

  /**
   * Encloses the mean of the square, {@code (M^2 + s^2) Phi(nu) + M s phi(nu)}, which is at most
   * that of the square of X; where s is not 0.
   */
  private Interval square() {
    Interval whole = form.mean().square().plus(form.variance());
    Interval most = new Interval(0, Math.max(0, whole.upper()));
    return form.variance().times(StandardNormal.rectifiedSquare(ratio)).intersect(most);
  }

  /** Encloses the probability that X is positive. */
  @Override
  public Interval slope() {
    return active;
  }

  @Override
  public NormalForm form() {
    return form;
  }

  @Override
  public Interval deviation() {
    return deviation;
  }

  @Override
  public boolean isProper() {
    return isProper;
  }

  /** At most that of X. */
  @Override
  public double greatestDeviation() {
    return deviation.upper();
  }

  @Override
  public synchronized HermiteSeries series() {
    if (series == null) {
      double variance = Rounding.subtractUp(square().upper(), mean.square().lower());
      double linear = form.variance().times(active.square()).lower();
      series =
          HermiteSeries.ofKinks(
              deviation,
              List.of(ratio.negate()),
              List.of(Interval.ONE),
              Rounding.subtractUp(variance, linear));
    }
    return series;
  }

  /** With another rectified number, as {@link BivariateNormal} has it. */
  @Override
  public Interval bent(NormalFunction other, Interval correlation) {
    return other instanceof RectifiedNormal rectified
        ? BivariateNormal.rectified(ratio, rectified.ratio, correlation)
            .times(deviation.times(rectified.deviation))
            .dividedBy(StandardNormal.twoPi())
        : NormalFunction.super.bent(other, correlation);
  }
}
