package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/** |x|: slope -1 below its kink and minimum at 0, slope 1 above; values are exact. */
public record Abs() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, 0, Curvature.LINEAR),
          new Section(0, Double.POSITIVE_INFINITY, Curvature.LINEAR));

  @Override
  public String name() {
    return "abs";
  }

  @Override
  public double apply(double x) {
    return Math.abs(x);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : -1;
  }

  @Override
  public Interval enclose(double x) {
    return Interval.of(Math.abs(x));
  }

  @Override
  public Interval range() {
    return new Interval(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return Interval.of(section.from() == 0 ? 1 : -1);
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
    return false;
  }

  @Override
  public Rational applyExactly(Rational x) {
    return x.abs();
  }
}
