package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * 1/x, on either side of 0 but not at it. Its slope is -1/x^2 and its second derivative 2/x^3:
 * falling on both sides, concave below 0 and convex above.
 */
public record Reciprocal() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, 0, Curvature.CONCAVE),
          new Section(0, Double.POSITIVE_INFINITY, Curvature.CONVEX));

  @Override
  public String name() {
    return "reciprocal";
  }

  @Override
  public double apply(double x) {
    return 1 / x;
  }

  @Override
  public double slope(double x) {
    return -1 / x / x;
  }

  @Override
  public boolean isDefinedOn(double from, double to) {
    return from > 0 || to < 0;
  }

  @Override
  public Interval enclose(double x) {
    return Interval.ONE.dividedBy(Interval.of(x));
  }

  /** Towards infinity it tends to 0, without getting there. */
  @Override
  public Interval enclose(Interval x) {
    boolean isSomewhere = x.lower() <= Double.MAX_VALUE && x.upper() >= -Double.MAX_VALUE;
    return isSomewhere ? Interval.ONE.dividedBy(x) : Interval.WHOLE;
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return x == 0
        ? new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE)
        : enclose(x).square().negate();
  }

  @Override
  public double greatestSlope() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public boolean isNonDecreasing() {
    return false;
  }

  /** On each side of 0; no range that it is defined on has both. */
  @Override
  public boolean isNonIncreasing() {
    return true;
  }
}
