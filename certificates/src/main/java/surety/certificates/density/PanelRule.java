package surety.certificates.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * Encloses the integral of one piece of a density over one panel [a, b], by integrating a Taylor
 * series term by term.
 *
 * <p><em>Why it is sound.</em> On either side of the centre, (z - c)^m does not change its sign, so
 * that the remainder {@code a_m(s(z)) (z - c)^m} integrates to some number of the enclosure of a_m
 * times the integral of the power (mean value theorem). Where a factor t^p with a fractional p has
 * its zero near the panel, the rest g is expanded about that zero, where t^p times t^k has the
 * antiderivative t^(p+k+1)/(p+k+1) and the same argument holds. If neither converges well, the
 * range of the density times the width is an enclosure.
 */
final class PanelRule {
  /** Near a singularity: it is closer to one end than a 16th of its distance to the other. */
  private static final double NEAR = 0x1p-4;

  private static final double MOST_CANCELLATION = 4;

  private final Piece piece;
  private final boolean polynomial;

  PanelRule(Piece piece) {
    this.piece = piece;
    boolean all = true;
    for (Factor factor : piece.factors()) {
      all &= factor.isPolynomial();
    }
    this.polynomial = all;
  }

  /**
   * A panel with the enclosure of its integral.
   *
   * @param error the exponent of two of the part of the enclosure's width that shrinks with the
   *     panel; rounding is not counted
   */
  record Panel(double lower, double upper, ScaledInterval mass, long error)
      implements Comparable<Panel> {

    /** The panel with the largest error first. */
    @Override
    public int compareTo(Panel other) {
      int byError = Long.compare(other.error, error);
      return byError != 0 ? byError : Double.compare(lower, other.lower);
    }

    static Panel of(double a, double b, ScaledInterval mass, ScaledInterval truncation) {
      Interval value = mass.value();
      ScaledInterval positive =
          new ScaledInterval(
              Interval.of(Math.max(0, value.lower()), Math.max(0, value.upper())), mass.scale());
      return new Panel(a, b, positive, exponent(truncation.value().width(), truncation.scale()));
    }

    private static long exponent(double x, int scale) {
      return x == 0 ? Long.MIN_VALUE / 2 : (long) Math.getExponent(x) + scale;
    }

    /** The exponent of two of what this panel certainly adds. */
    long certain() {
      return exponent(mass.value().lower(), mass.scale());
    }
  }

  Panel apply(double a, double b) {
    Optional<PowerFactor> singular = nearSingularity(a, b);
    int degree = singular.isPresent() ? degreeAround(singular.get(), a, b) : degreeInside(a, b);
    if (degree > MassIntegral.HIGHEST_DEGREE) {
      ScaledInterval range = piece.value(Interval.of(a, b)).times(length(a, b));
      return Panel.of(a, b, range, range);
    }
    return singular.isPresent()
        ? expandAround(singular.get(), a, b, degree)
        : expandInside(a, b, degree);
  }

  private static Interval length(double a, double b) {
    return Interval.of(b).minus(Interval.of(a));
  }

  private Optional<PowerFactor> nearSingularity(double a, double b) {
    for (Factor factor : piece.factors()) {
      if (factor instanceof PowerFactor power && !power.isPolynomial()) {
        double atLower = power.distance(Interval.of(a)).upper();
        double atUpper = power.distance(Interval.of(b)).upper();
        if (Math.min(atLower, atUpper) <= NEAR * Math.max(atLower, atUpper)) {
          return Optional.of(power);
        }
      }
    }
    return Optional.empty();
  }

  private int degreeInside(double a, double b) {
    double centre = Interval.of(a, b).middle();
    double h = Math.max(b - centre, centre - a);
    return cancellation(centre) * h > MOST_CANCELLATION
        ? MassIntegral.HIGHEST_DEGREE + 1
        : degree(piece.factors(), centre, h);
  }

  /**
   * How much steeper the factors are than their product: at the distance h, the terms of the
   * product series, and with them the rounding, are larger than the sum by about the exponential of
   * this times h.
   */
  private double cancellation(double centre) {
    double sum = 0;
    double each = 0;
    for (Factor factor : piece.factors()) {
      double slope = factor.logarithmicDerivative(Interval.of(centre)).middle();
      sum += slope;
      each += Math.abs(slope);
    }
    return each - Math.abs(sum);
  }

  private int degreeAround(PowerFactor singular, double a, double b) {
    double zero = singular.isMirrored() ? 1 : 0;
    double h = Math.max(Math.abs(a - zero), Math.abs(b - zero));
    for (Factor factor : rest(singular)) {
      // beyond that, the terms of the series are larger than the sum, and so is their rounding
      if (factor.logarithmicDerivative(Interval.of(zero)).magnitude() * h > 1) {
        return MassIntegral.HIGHEST_DEGREE + 1;
      }
    }
    return degree(rest(singular), zero, h);
  }

  /** Some more terms than the slowest factor needs; all of them for a polynomial of low degree. */
  private int degree(List<Factor> factors, double centre, double h) {
    int cap = MassIntegral.HIGHEST_DEGREE;
    int most = 0;
    int sum = 0;
    for (Factor factor : factors) {
      int degree = factor.usefulDegree(centre, h, cap);
      if (degree > cap) {
        return degree;
      }
      most = Math.max(most, degree);
      sum += degree;
    }
    int some = factors.size() < 2 ? most : Math.min(sum, most + 4);
    return Math.min(cap, polynomial ? sum : some);
  }

  private List<Factor> rest(PowerFactor singular) {
    List<Factor> rest = new ArrayList<>(piece.factors());
    rest.remove(singular);
    return rest;
  }

  private Panel expandInside(double a, double b, int degree) {
    Interval z = Interval.of(a, b);
    Interval centre = Interval.of(z.middle());
    Series point = piece.series(centre, degree);
    Interval last =
        piece.lastOfSeries(z, degree + 1).withScale(point.scale()).coefficients()[degree + 1];
    Interval right = Interval.of(b).minus(centre);
    Interval left = centre.minus(Interval.of(a));
    Interval rightPower = right;
    Interval leftPower = left.negate();
    Interval sum = Interval.ZERO;
    // the antiderivative (z-c)^(k+1)/(k+1) from a to b
    for (int k = 0; k <= degree; k++) {
      Interval weight = rightPower.minus(leftPower).dividedBy(Interval.of(k + 1));
      sum = sum.plus(point.coefficients()[k].times(weight));
      rightPower = rightPower.times(right);
      leftPower = leftPower.times(left).negate();
    }
    Interval truncation =
        last.times(rightPower).minus(last.times(leftPower)).dividedBy(Interval.of(degree + 2));
    return Panel.of(
        a,
        b,
        new ScaledInterval(sum.plus(truncation), point.scale()),
        new ScaledInterval(truncation, point.scale()));
  }

  private Panel expandAround(PowerFactor singular, double a, double b, int degree) {
    boolean mirrored = singular.isMirrored();
    Piece rest = new Piece(rest(singular), piece.constant());
    Interval zero = mirrored ? Interval.ONE : Interval.ZERO;
    Interval z = zero.hull(Interval.of(a, b));
    Series point = rest.series(zero, degree);
    Interval[] coefficients =
        rest.lastOfSeries(z, degree + 1).withScale(point.scale()).coefficients();
    System.arraycopy(point.coefficients(), 0, coefficients, 0, degree + 1);
    ScaledInterval far = antiderivative(singular, coefficients, mirrored ? a : b, point.scale());
    ScaledInterval near = antiderivative(singular, coefficients, mirrored ? b : a, point.scale());
    Interval[] lastOnly = new Interval[degree + 2];
    Arrays.fill(lastOnly, Interval.ZERO);
    lastOnly[degree + 1] = coefficients[degree + 1];
    return Panel.of(
        a, b, far.minus(near), antiderivative(singular, lastOnly, mirrored ? a : b, point.scale()));
  }

  /** {@code x^(p+1) sum_k g_k (+-x)^k / (p+k+1)} at the distance x of z from the zero of t. */
  private static ScaledInterval antiderivative(
      PowerFactor singular, Interval[] coefficients, double z, int scale) {
    Interval x = singular.distance(Interval.of(z));
    Interval step = singular.isMirrored() ? x.negate() : x;
    Interval power = Interval.ONE;
    Interval sum = Interval.ZERO;
    for (int k = 0; k < coefficients.length; k++) {
      sum = sum.plus(coefficients[k].times(power).dividedBy(singular.exponentPlus(k + 1)));
      power = power.times(step);
    }
    return new ScaledInterval(sum, scale).times(singular.antiderivativePower(x));
  }
}
