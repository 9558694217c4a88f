package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * {@code x min(max(x / 6 + 1/2, 0), 1)}: 0 up to -3, x from 3 on, and between them {@code x (x + 3)
 * / 6}, a parabola with its lowest point at -3/2.
 */
public record HardSwish() implements Activation {
  private static final Interval SIX = Interval.of(6);
  private static final List<Section> SECTIONS =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, -3, Curvature.LINEAR),
          new Section(-3, -1.5, Curvature.CONVEX),
          new Section(-1.5, 3, Curvature.CONVEX),
          new Section(3, Double.POSITIVE_INFINITY, Curvature.LINEAR));

  @Override
  public String name() {
    return "hard swish";
  }

  @Override
  public double apply(double x) {
    return x >= 3 ? x : x <= -3 ? 0 : x * (x + 3) / 6;
  }

  @Override
  public double slope(double x) {
    return x >= 3 ? 1 : x <= -3 ? 0 : (2 * x + 3) / 6;
  }

  @Override
  public Interval enclose(double x) {
    if (x >= 3) {
      return Interval.of(x);
    }
    return x <= -3 ? Interval.ZERO : Interval.of(x).plus(3).times(x).dividedBy(SIX);
  }

  @Override
  public Interval range() {
    return new Interval(-0.375, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    if (section.curvature() == Curvature.LINEAR) {
      return section.from() == 3 ? Interval.ONE : Interval.ZERO;
    }
    return Interval.of(x).times(2).plus(3).dividedBy(SIX);
  }

  @Override
  public double greatestSlope() {
    return 1.5; // just below 3
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
  public int degree() {
    return 2;
  }

  @Override
  public Rational applyExactly(Rational x) {
    Rational three = Rational.of(3);
    if (x.compareTo(three) >= 0) {
      return x;
    }
    return x.compareTo(three.negate()) <= 0
        ? Rational.ZERO
        : x.times(x.plus(three)).dividedBy(Rational.of(6));
  }
}
