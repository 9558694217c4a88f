package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|), the second form without overflow or cancellation: both
 * terms are non-negative. Its slope is the logistic function, which grows, so it is convex
 * everywhere.
 */
public record Softplus() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(new Section(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Curvature.CONVEX));

  @Override
  public String name() {
    return "softplus";
  }

  @Override
  public double apply(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  @Override
  public double slope(double x) {
    return Activation.SIGMOID.apply(x);
  }

  @Override
  public Interval enclose(double x) {
    Interval e = ElementaryFunctions.expOfNonPositive(-Math.abs(x));
    return ElementaryFunctions.log1p(e).plus(Math.max(x, 0));
  }

  @Override
  public Interval range() {
    return new Interval(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return ElementaryFunctions.logistic(x);
  }

  @Override
  public double greatestSlope() {
    return 1; // the logistic function
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public boolean isNonDecreasing() {
    return true;
  }
}
