package surety.certificates.activation;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * min(max(x, lower), upper): constant, then slope 1, then constant again, with kinks at its two
 * ends; values are exact. With an infinite end the constant part on that side is missing; with
 * equal ends all is constant. HardTanh is {@code new Clip(-1, 1)}.
 *
 * @param lower the least value, or negative infinity
 * @param upper the greatest value, at least the lower one, or infinity
 */
public record Clip(double lower, double upper) implements Activation {

  public Clip {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "clip needs a lower end that is at most the upper one, not %s and %s"
              .formatted(lower, upper));
    }
    if (lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "clip from %s to %s has no finite values".formatted(lower, upper));
    }
    lower += 0.0; // one zero only
    upper += 0.0;
  }

  @Override
  public String name() {
    return "clip";
  }

  @Override
  public double apply(double x) {
    return Math.min(Math.max(x, lower), upper);
  }

  @Override
  public double slope(double x) {
    return x > lower && x < upper ? 1 : 0;
  }

  @Override
  public Interval enclose(double x) {
    return Interval.of(apply(x));
  }

  @Override
  public Interval enclose(Interval x) {
    // non-decreasing and exact, without a look at the sections
    return x.isBounded()
        ? new Interval(apply(x.lower()), apply(x.upper()))
        : Activation.super.enclose(x);
  }

  @Override
  public Interval range() {
    return new Interval(lower, upper);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return section.from() == lower && section.to() == upper ? Interval.ONE : Interval.ZERO;
  }

  @Override
  public double greatestSlope() {
    return 1;
  }

  @Override
  public List<Section> sections() {
    List<Section> sections = new ArrayList<>(3);
    double from = Double.NEGATIVE_INFINITY;
    if (lower < upper) {
      for (double kink : new double[] {lower, upper}) {
        if (Double.isFinite(kink)) {
          sections.add(new Section(from, kink, Curvature.LINEAR));
          from = kink;
        }
      }
    }
    sections.add(new Section(from, Double.POSITIVE_INFINITY, Curvature.LINEAR));
    return List.copyOf(sections);
  }

  @Override
  public boolean isNonDecreasing() {
    return true;
  }

  @Override
  public boolean isPiecewiseLinear() {
    return true;
  }

  @Override
  public Rational applyExactly(Rational x) {
    if (Double.isFinite(lower) && x.compareTo(Rational.ofDouble(lower)) < 0) {
      return Rational.ofDouble(lower);
    }
    if (Double.isFinite(upper) && x.compareTo(Rational.ofDouble(upper)) > 0) {
      return Rational.ofDouble(upper);
    }
    return x;
  }
}
