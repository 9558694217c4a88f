package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * tanh(x). Its second derivative is {@code -2 tanh(x) (1 - tanh(x)^2)}: convex up to its inflection
 * point 0, concave from there on. Its slope is {@code 1 - tanh(x)^2 = (1 - tanh(x)) (1 + tanh(x))}.
 */
public record Tanh() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, 0, Curvature.CONVEX),
          new Section(0, Double.POSITIVE_INFINITY, Curvature.CONCAVE));

  @Override
  public String name() {
    return "tanh";
  }

  @Override
  public double apply(double x) {
    return StrictMath.tanh(x);
  }

  @Override
  public double slope(double x) {
    double t = StrictMath.tanh(x);
    return (1 - t) * (1 + t);
  }

  @Override
  public Interval enclose(double x) {
    return ElementaryFunctions.tanh(x);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    Interval t = enclose(x);
    return Interval.ONE.minus(t).times(Interval.ONE.plus(t));
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
