package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/** x: one linear section with slope 1. */
public record Identity() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(new Section(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Curvature.LINEAR));

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public double apply(double x) {
    return x;
  }

  @Override
  public double slope(double x) {
    return 1;
  }

  @Override
  public Interval enclose(double x) {
    return Interval.of(x);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return Interval.ONE;
  }

  @Override
  public double greatestSlope() {
    return 1;
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public boolean isNonDecreasing() {
    return true;
  }

  @Override
  public Rational applyExactly(Rational x) {
    return x;
  }
}
