package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * The logistic function s(x) = 1 / (1 + e^-x). Its slope is s(x) s(-x) = s(x) (1 - s(x)) and its
 * second derivative s(x) (1 - s(x)) (1 - 2 s(x)): convex up to its inflection point 0, where it is
 * 1/2, concave from there on.
 */
public record Sigmoid() implements Activation {
  @Override
  public String name() {
    return "sigmoid";
  }

  @Override
  public double apply(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return x < 0 ? e / (1 + e) : 1 / (1 + e);
  }

  @Override
  public double slope(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
  }

  @Override
  public Interval enclose(double x) {
    return ElementaryFunctions.logistic(x);
  }

  @Override
  public Interval range() {
    return new Interval(0, 1);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return ElementaryFunctions.logisticSlope(Math.abs(x));
  }

  @Override
  public double greatestSlope() {
    return 0.25; // s (1 - s)
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
