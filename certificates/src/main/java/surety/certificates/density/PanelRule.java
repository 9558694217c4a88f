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
 * antiderivative t^(p+k+1)/(p+k+1) and the same argument holds. Likewise where g is exp(-t^c), it
 * is expanded in powers of t^c, as exp(-u). If neither converges well, the range of the density
 * times the width is an enclosure.
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
      ScaledInterval positive = new ScaledInterval(value.positivePart(), mass.scale());
      return new Panel(a, b, positive, exponent(truncation.value().width(), truncation.scale()));
    }

    static long exponent(double x, int scale) {
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
        double far = Math.max(atLower, atUpper);
        if (Math.min(atLower, atUpper) <= NEAR * far) {
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
    Rest rest = Rest.of(piece, singular);
    double h =
        rest.step(Interval.of(Math.abs(a - zero)).hull(Interval.of(Math.abs(b - zero)))).upper();
    for (Factor factor : rest.factors) {
      // beyond that, the terms of the series are larger than the sum, and so is their rounding
      if (factor.logarithmicDerivative(Interval.of(zero)).magnitude() * h > 1) {
        return MassIntegral.HIGHEST_DEGREE + 1;
      }
    }
    return degree(rest.factors, zero, h);
  }

  /**
   * The other factors of a piece about the zero of one, as functions of u = t^c.
   *
   * @param stretched the factor exp(-t^c), which is exp(-u); if there is none, c is 1
   */
  private record Rest(List<Factor> factors, Optional<StretchedFactor> stretched) {
    static Rest of(Piece piece, PowerFactor singular) {
      List<Factor> factors = new ArrayList<>(piece.factors());
      factors.remove(singular);
      if (factors.size() == 1 && factors.get(0) instanceof StretchedFactor stretched) {
        return new Rest(List.of(new ExponentialFactor(false)), Optional.of(stretched));
      }
      return new Rest(factors, Optional.empty());
    }

    /** u for t at least 0. */
    Interval step(Interval t) {
      return stretched.isPresent() ? stretched.get().power(t) : t;
    }

    /** c. */
    Interval order() {
      return stretched.map(factor -> Interval.of(factor.order())).orElse(Interval.ONE);
    }
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

  private Panel expandInside(double a, double b, int degree) {
    Interval z = Interval.of(a, b);
    Interval centre = Interval.of(z.middle());
    int unit = Series.unit(z.radius());
    Series point = piece.series(centre, degree, unit);
    Interval last =
        piece.lastOfSeries(z, degree + 1, unit).withScale(point.scale()).coefficients()[degree + 1];
    Interval right = Interval.of(b).minus(centre).scaledBy(-unit);
    Interval left = centre.minus(Interval.of(a)).scaledBy(-unit);
    Interval rightPower = right;
    Interval leftPower = left.negate();
    Interval sum = Interval.ZERO;
    // the antiderivative (z-c)^(k+1)/(k+1) from a to b, in units of 2^unit
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
        new ScaledInterval(sum.plus(truncation), point.scale() + unit),
        new ScaledInterval(truncation, point.scale() + unit));
  }

  private Panel expandAround(PowerFactor singular, double a, double b, int degree) {
    boolean mirrored = singular.isMirrored();
    Rest rest = Rest.of(piece, singular);
    Piece others = new Piece(rest.factors, piece.constant());
    Interval zero = mirrored ? Interval.ONE : Interval.ZERO;
    Interval z = zero.hull(Interval.of(a, b));
    int unit = Series.unit(rest.step(singular.distance(z)).upper());
    Series point = others.series(zero, degree, unit);
    Interval[] coefficients =
        others
            .lastOfSeries(mirrored ? z : rest.step(z), degree + 1, unit)
            .withScale(point.scale())
            .coefficients();
    System.arraycopy(point.coefficients(), 0, coefficients, 0, degree + 1);
    Series series = new Series(coefficients, point.scale());
    ScaledInterval far = antiderivative(singular, rest, series, mirrored ? a : b, unit);
    ScaledInterval near = antiderivative(singular, rest, series, mirrored ? b : a, unit);
    Interval[] last = new Interval[degree + 2];
    Arrays.fill(last, Interval.ZERO);
    last[degree + 1] = coefficients[degree + 1];
    Series lastOnly = new Series(last, point.scale());
    return Panel.of(
        a, b, far.minus(near), antiderivative(singular, rest, lastOnly, mirrored ? a : b, unit));
  }

  /** {@code x^(p+1) sum_k g_k (+-x^c)^k / (p+1+ck)} at the distance x of z from the zero of t. */
  private static ScaledInterval antiderivative(
      PowerFactor singular, Rest rest, Series series, double z, int unit) {
    Interval[] coefficients = series.coefficients();
    Interval x = singular.distance(Interval.of(z));
    Interval step = (singular.isMirrored() ? x.negate() : rest.step(x)).scaledBy(-unit);
    Interval order = rest.order();
    Interval power = Interval.ONE;
    Interval sum = Interval.ZERO;
    for (int k = 0; k < coefficients.length; k++) {
      if (coefficients[k].magnitude() > 0) {
        Interval divisor = singular.exponentPlus(1).plus(order.times(k));
        sum = sum.plus(coefficients[k].times(power).dividedBy(divisor));
      }
      power = power.times(step);
    }
    return new ScaledInterval(sum, series.scale()).times(singular.antiderivativePower(x));
  }
}
