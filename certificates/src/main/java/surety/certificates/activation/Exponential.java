package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/** e^x: its own slope, and convex. */
public record Exponential() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(new Section(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Curvature.CONVEX));

  @Override
  public String name() {
    return "exp";
  }

  @Override
  public double apply(double x) {
    return StrictMath.exp(x);
  }

  @Override
  public double slope(double x) {
    return StrictMath.exp(x);
  }

  @Override
  public Interval enclose(double x) {
    return Interval.of(x).exp();
  }

  @Override
  public Interval range() {
    return new Interval(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return enclose(x);
  }

  /** It grows faster and faster. */
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
    return true;
  }
}
