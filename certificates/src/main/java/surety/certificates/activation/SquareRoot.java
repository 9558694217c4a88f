package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/** The root of x, for x of at least 0. Its slope, half its reciprocal, falls: concave. */
public record SquareRoot() implements Activation {
  private static final List<Section> SECTIONS =
      List.of(new Section(0, Double.POSITIVE_INFINITY, Curvature.CONCAVE));

  @Override
  public String name() {
    return "square root";
  }

  @Override
  public double apply(double x) {
    return Math.sqrt(x);
  }

  @Override
  public double slope(double x) {
    return 0.5 / Math.sqrt(x + 0.0); // at either zero the same
  }

  @Override
  public boolean isDefinedOn(double from, double to) {
    return from >= 0;
  }

  @Override
  public Interval enclose(double x) {
    return x >= 0 ? Interval.of(x).sqrt() : Interval.WHOLE;
  }

  @Override
  public Interval range() {
    return Interval.WHOLE; // where it is not defined nothing is known
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return x > 0
        ? Interval.of(0.5).dividedBy(enclose(x))
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
