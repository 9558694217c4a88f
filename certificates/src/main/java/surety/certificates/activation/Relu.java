package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/** max(x, 0): slope 0 below its kink at 0 and slope 1 above it; values are exact. */
public record Relu() implements Activation {
  private static final Section NEGATIVE =
      new Section(Double.NEGATIVE_INFINITY, 0, Curvature.LINEAR);
  private static final Section POSITIVE =
      new Section(0, Double.POSITIVE_INFINITY, Curvature.LINEAR);
  private static final List<Section> SECTIONS = List.of(NEGATIVE, POSITIVE);

  @Override
  public String name() {
    return "relu";
  }

  @Override
  public double apply(double x) {
    return Math.max(x, 0.0);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : 0;
  }

  @Override
  public Interval enclose(double x) {
    return Interval.of(Math.max(x, 0.0));
  }

  @Override
  public Interval range() {
    return new Interval(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return section.from() == 0 ? Interval.ONE : Interval.ZERO;
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
    return x.signum() < 0 ? Rational.ZERO : x;
  }
}
