package surety.certificates.activation;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;

/**
 * {@code x (1 + erf x)}, of which GELU is a multiple: {@code x (1 + erf(x / sqrt 2)) / 2} is this
 * function at {@code x / sqrt 2}, over {@code sqrt 2}. With {@code c = 2 / sqrt(pi)} its slope is
 * {@code 1 + erf(x) + c x e^(-x^2)} and its second derivative {@code 2 c (1 - x^2) e^(-x^2)}:
 * convex from -1 to 1 and concave outside. It falls up to a point in that middle section and rises
 * from there on, as its slope falls from 0 at minus infinity to a negative number at -1, and from a
 * positive one at 1 to 2 at infinity.
 */
public record ErfGate() implements Activation {
  private static final Section MIDDLE = new Section(-1, 1, Curvature.CONVEX);

  private static final List<Section> SECTIONS =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, -1, Curvature.CONCAVE),
          MIDDLE,
          new Section(1, Double.POSITIVE_INFINITY, Curvature.CONCAVE));

  /** Holds what is computed with an instance, which is made after its class. */
  private static final class Lowest {
    static final Valley VALLEY = Valley.of(new ErfGate(), MIDDLE, -0.53159688515, -0.53159688514);
  }

  @Override
  public String name() {
    return "erf gate";
  }

  @Override
  public double apply(double x) {
    if (!Double.isFinite(x)) {
      return x > 0 ? x : 0 * x; // not a number stays one
    }
    return enclose(x).middle();
  }

  @Override
  public double slope(double x) {
    return Double.isFinite(x) ? encloseSlope(MIDDLE, x).middle() : x > 0 ? 2 : 0;
  }

  @Override
  public Interval enclose(double x) {
    return ErrorFunction.onePlusErf(x).times(x);
  }

  @Override
  public Interval range() {
    return new Interval(Lowest.VALLEY.least(), Double.POSITIVE_INFINITY);
  }

  @Override
  public Optional<Valley> valley() {
    return Optional.of(Lowest.VALLEY);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return ErrorFunction.onePlusErf(x).plus(ErrorFunction.slope(x).times(x));
  }

  /** At 1, where it is the steepest: {@code 1 + erf(1) + c / e}. */
  @Override
  public double greatestSlope() {
    return encloseSlope(MIDDLE, 1).upper();
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public boolean isNonDecreasing() {
    return false;
  }
}
