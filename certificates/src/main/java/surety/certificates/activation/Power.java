package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * x^n for a natural n of at least 2. Its slope is n x^(n - 1) and its second derivative n (n - 1)
 * x^(n - 2): convex everywhere for an even n; concave up to 0 and convex from there on for an odd
 * one. In either case it is monotone on both sides of 0.
 *
 * @param exponent n
 */
public record Power(int exponent) implements Activation {
  private static final List<Section> EVEN = sections(Curvature.CONVEX);
  private static final List<Section> ODD = sections(Curvature.CONCAVE);

  public Power {
    if (exponent < 2) {
      throw new IllegalArgumentException("a power's exponent is at least 2, not " + exponent);
    }
  }

  private static List<Section> sections(Curvature belowZero) {
    return List.of(
        new Section(Double.NEGATIVE_INFINITY, 0, belowZero),
        new Section(0, Double.POSITIVE_INFINITY, Curvature.CONVEX));
  }

  @Override
  public String name() {
    return exponent == 2 ? "square" : "power";
  }

  @Override
  public double apply(double x) {
    return StrictMath.pow(x, exponent);
  }

  @Override
  public double slope(double x) {
    return exponent * StrictMath.pow(x, exponent - 1);
  }

  @Override
  public Interval enclose(double x) {
    return Interval.of(x).power(exponent);
  }

  @Override
  public Interval range() {
    return isNonDecreasing() ? Interval.WHOLE : new Interval(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return Interval.of(x).power(exponent - 1).times(exponent);
  }

  /** Powers grow faster and faster. */
  @Override
  public double greatestSlope() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public List<Section> sections() {
    return isNonDecreasing() ? ODD : EVEN;
  }

  @Override
  public boolean isNonDecreasing() {
    return exponent % 2 == 1;
  }

  @Override
  public int degree() {
    return exponent;
  }

  @Override
  public Rational applyExactly(Rational x) {
    return Rational.of(x.numerator().pow(exponent), x.denominator().pow(exponent));
  }
}
