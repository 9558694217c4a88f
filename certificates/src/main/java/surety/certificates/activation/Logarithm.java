package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/** ln x, for positive x. Its slope is 1/x, which falls: concave. */
public record Logarithm() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(new Section(0, Double.POSITIVE_INFINITY, Curvature.CONCAVE));

  @Override
  public String name() {
    return "log";
  }

  @Override
  public double apply(double x) {
    return StrictMath.log(x);
  }

  @Override
  public double slope(double x) {
    return 1 / x;
  }

  @Override
  public boolean isDefinedOn(double from, double to) {
    return from > 0;
  }

  @Override
  public Interval enclose(double x) {
    return x > 0 ? Interval.of(x).log() : Interval.WHOLE;
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return x > 0
        ? Interval.ONE.dividedBy(Interval.of(x))
        : new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY);
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
    return true;
  }
}
