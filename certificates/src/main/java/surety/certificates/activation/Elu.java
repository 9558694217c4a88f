package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * x for x >= 0 and alpha (e^x - 1) below. Below 0 its slope is alpha e^x and its second derivative
 * the same: convex there for a positive alpha, concave for a negative one (with a minimum at 0),
 * and constant for alpha 0, which is ReLU. Only for alpha 1 is there no kink at 0.
 *
 * <p>The value is alpha times an enclosure of e^x - 1 in [-1, 0], and hence between -alpha and 0.
 *
 * @param alpha finite; of any sign
 */
public record Elu(double alpha) implements Activation {
  private static final List<Section> CONVEX = belowZero(Curvature.CONVEX);
  private static final List<Section> CONCAVE = belowZero(Curvature.CONCAVE);
  private static final List<Section> LINEAR = belowZero(Curvature.LINEAR);

  public Elu {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("an elu's alpha is finite, not " + alpha);
    }
    alpha += 0.0; // one zero only
  }

  @Override
  public String name() {
    return "elu";
  }

  @Override
  public double apply(double x) {
    return x > 0 ? x : alpha * StrictMath.expm1(x);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : alpha * StrictMath.exp(x);
  }

  @Override
  public Interval enclose(double x) {
    return x >= 0 ? Interval.of(x) : ElementaryFunctions.expm1OfNonPositive(x).times(alpha);
  }

  @Override
  public Interval range() {
    return isNonDecreasing() ? new Interval(-alpha, Double.POSITIVE_INFINITY) : Interval.WHOLE;
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return section.from() == 0
        ? Interval.ONE
        : ElementaryFunctions.expOfNonPositive(x).times(alpha);
  }

  @Override
  public double greatestSlope() {
    return Math.max(1, Math.abs(alpha));
  }

  @Override
  public List<Section> sections() {
    return sections(alpha);
  }

  @Override
  public boolean isNonDecreasing() {
    return alpha >= 0;
  }

  @Override
  public Rational applyExactly(Rational x) {
    return alpha == 0 ? RELU.applyExactly(x) : Activation.super.applyExactly(x);
  }

  /** The sections of c (e^x - 1) below 0 and of a linear function above, by the sign of c. */
  static List<Section> sections(double c) {
    if (c == 0) {
      return LINEAR;
    }
    return c > 0 ? CONVEX : CONCAVE;
  }

  private static List<Section> belowZero(Curvature curvature) {
    return List.of(
        new Section(Double.NEGATIVE_INFINITY, 0, curvature),
        new Section(0, Double.POSITIVE_INFINITY, Curvature.LINEAR));
  }
}
