package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * tanh(x). Its second derivative is {@code -2 tanh(x) (1 - tanh(x)^2)}: convex up to its inflection
 * point 0, concave from there on. Its slope is {@code 1 - tanh(x)^2 = 4 e / (1 + e)^2} with {@code
 * e = e^(-2|x|)}, four times that of the logistic function at 2|x|, without cancellation; and
 * doubling and taking four times are exact.
 */
public record Tanh() implements Activation {
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
    double e = StrictMath.exp(-2 * Math.abs(x));
    return 4 * e / ((1 + e) * (1 + e));
  }

  @Override
  public Interval enclose(double x) {
    return ElementaryFunctions.tanh(x);
  }

  @Override
  public Interval range() {
    return new Interval(-1, 1);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return ElementaryFunctions.logisticSlope(2 * Math.abs(x)).times(4);
  }

  @Override
  public double greatestSlope() {
    return 1; // 1 - tanh^2
  }

  @Override
  public List<Section> sections() {
    return Section.S_SHAPED;
  }

  @Override
  public boolean isNonDecreasing() {
    return true;
  }
}
