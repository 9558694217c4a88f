package surety.certificates.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * One of the distributions whose mixture a {@link Marginal} is, in that one's coordinate z.
 *
 * <p>Its own pieces are densities of {@code w = ratio z + offset}. So the mass between two z is
 * that between their w, the density in z is {@code ratio f(w)}, and the integral of {@code (s -
 * z)^j} over what is above z is that of {@code (t - w)^j} above w divided by ratio^j.
 */
final class Component {
  private static final ScaledInterval UNKNOWN =
      ScaledInterval.of(Interval.of(0, Double.POSITIVE_INFINITY));

  private final Interval ratio;
  private final Interval offset;
  private final Interval lower;
  private final Interval upper;
  private final List<Interval> knots;
  private final List<Piece> pieces;
  private final List<MassIntegral> integrals;

  /** The own piece, for each piece of the marginal; -1 where there is no density. */
  private final int[] pieceOf;

  /**
   * Compiles a distribution.
   *
   * @param slope of the form's standard coordinate by z
   * @param shift the form's standard coordinate where z is 0
   * @param pieceOf as above
   * @throws IllegalArgumentException if double precision cannot tell whether its domain has a
   *     positive probability
   */
  Component(StandardForm form, Rational slope, Rational shift, int[] pieceOf) {
    Interval inner = form.ratio();
    this.ratio = Interval.of(slope).times(inner);
    this.offset = Interval.of(shift).times(inner);
    this.pieceOf = pieceOf;
    lower = end(form.lower(), inner, Double.NEGATIVE_INFINITY);
    upper = end(form.upper(), inner, Double.POSITIVE_INFINITY);
    List<Interval> own = new ArrayList<>();
    for (Rational knot : form.knots()) {
      own.add(Interval.of(knot).times(inner));
    }
    knots = List.copyOf(own);
    pieces = form.normaliser().map(whole -> normalised(form.pieces(), whole)).orElse(form.pieces());
    integrals = integrals(pieces);
  }

  private static Interval end(Optional<Rational> end, Interval ratio, double unbounded) {
    return end.isPresent() ? Interval.of(end.get()).times(ratio) : Interval.of(unbounded);
  }

  private static List<MassIntegral> integrals(List<Piece> pieces) {
    List<MassIntegral> integrals = new ArrayList<>();
    for (Piece piece : pieces) {
      integrals.add(MassIntegral.of(piece));
    }
    return List.copyOf(integrals);
  }

  private static List<Piece> normalised(List<Piece> unscaled, StandardForm whole) {
    Interval infinity = Interval.of(Double.POSITIVE_INFINITY);
    ScaledInterval total =
        new Component(whole, Rational.ONE, Rational.ZERO, new int[0])
            .mass(infinity.negate(), infinity);
    if (!(total.value().lower() > 0)) {
      throw new IllegalArgumentException(
          "the interval of the truncation is so narrow that double precision cannot tell its"
              + " probability from 0; widen it");
    }
    ScaledInterval constant = ScaledInterval.ONE.dividedBy(total);
    List<Piece> scaled = new ArrayList<>();
    for (Piece piece : unscaled) {
      scaled.add(piece.times(constant));
    }
    return List.copyOf(scaled);
  }

  private boolean isMoved() {
    return !(ratio.isPoint() && ratio.lower() == 1 && offset.magnitude() == 0);
  }

  /** The own coordinate; of an infinite z as well. */
  private Interval own(Interval z) {
    return isMoved() ? z.times(ratio).plus(offset) : z;
  }

  /** About where its domain ends in z, or where an unbounded one may be cut off. */
  double suggested(boolean isAbove) {
    Interval end = isAbove ? upper : lower;
    MassIntegral last = integrals.get(isAbove ? integrals.size() - 1 : 0);
    double own = end.isBounded() ? end.middle() : last.suggestedEnd(isAbove);
    return isMoved() ? (own - offset.middle()) / ratio.middle() : own;
  }

  /** The mass between two exact reals, as {@link Marginal#mass(Interval, Interval)} has it. */
  ScaledInterval mass(Interval from, Interval to) {
    return mass(integrals, own(from), own(to));
  }

  private ScaledInterval mass(List<MassIntegral> integrals, Interval from, Interval to) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int i = firstPiece(from); i < integrals.size(); i++) {
      if (i > 0 && knots.get(i - 1).lower() >= to.upper()) {
        break; // this piece and all after it begin behind the upper end
      }
      Interval low = maximum(from, i == 0 ? lower : knots.get(i - 1));
      Interval high = minimum(to, i == knots.size() ? upper : knots.get(i));
      if (low.lower() < high.upper()) {
        sum = sum.plus(integrals.get(i).between(low, high));
      }
    }
    return sum;
  }

  /** No piece before it reaches beyond {@code from}: their upper ends, the knots, ascend. */
  private int firstPiece(Interval from) {
    int low = 0;
    int high = knots.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (knots.get(middle).upper() <= from.lower()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The enclosure of the larger of two reals. */
  private static Interval maximum(Interval a, Interval b) {
    return Interval.of(Math.max(a.lower(), b.lower()), Math.max(a.upper(), b.upper()));
  }

  private static Interval minimum(Interval a, Interval b) {
    return Interval.of(Math.min(a.lower(), b.lower()), Math.min(a.upper(), b.upper()));
  }

  /**
   * A polynomial in z that encloses the density on an interval inside one piece of the marginal. Of
   * an interval whose own coordinates are beyond the doubles nothing is known.
   *
   * @param centre of the polynomial, inside the interval
   */
  DensityPolynomial polynomial(int piece, Interval z, double centre, int degree) {
    int own = pieceOf[piece];
    if (own < 0) {
      return new DensityPolynomial(centre, new double[1], 0, 0);
    }
    if (z.isBounded() && !own(z).isBounded()) {
      return new DensityPolynomial(centre, new double[1], Double.POSITIVE_INFINITY, 0);
    }
    DensityPolynomial polynomial =
        pieces.get(own).polynomial(own(z), own(Interval.of(centre)), degree);
    return isMoved() ? moved(polynomial, z, centre) : polynomial;
  }

  /**
   * The same in z: with w less its centre equal to ratio times z less its centre, coefficient k is
   * multiplied by ratio^(k + 1), and the remainder by ratio. The middle of each coefficient is
   * taken, and its radius times |z - centre|^k joins the remainder.
   */
  private DensityPolynomial moved(DensityPolynomial own, Interval z, double centre) {
    double[] coefficients = new double[own.coefficients().length];
    double remainder = Rounding.multiplyUp(own.remainder(), ratio.upper());
    double reach = z.minus(Interval.of(centre)).magnitude();
    double power = 1;
    Interval factor = ratio;
    for (int k = 0; k < coefficients.length; k++) {
      Interval coefficient = factor.times(own.coefficients()[k]);
      coefficients[k] = coefficient.middle();
      remainder = Rounding.addUp(remainder, Rounding.multiplyUp(coefficient.radius(), power));
      factor = factor.times(ratio);
      power = Rounding.multiplyUp(power, reach);
    }
    return new DensityPolynomial(centre, coefficients, remainder, own.scale());
  }

  /**
   * From 0 to a bound of the integral of the distance's power over what is beyond z. Within a
   * bounded domain no distance is greater than that of its end.
   */
  ScaledInterval tail(double z, boolean isAbove, int power) {
    Interval at = own(Interval.of(z));
    Interval end = isAbove ? upper : lower;
    if (end.isBounded()) {
      Interval distance = isAbove ? end.minus(at) : at.minus(end);
      return distance.upper() <= 0
          ? ScaledInterval.ZERO
          : inZ(massBeyond(at, isAbove).times(fromZero(distance).power(power)), power);
    }
    return inZ(isAbove ? tailAbove(at.lower(), power) : tailBelow(at.upper(), power), power);
  }

  private static Interval fromZero(Interval distance) {
    return new Interval(0, distance.upper());
  }

  private ScaledInterval massBeyond(Interval at, boolean isAbove) {
    ScaledInterval mass =
        isAbove
            ? mass(integrals, at, Interval.of(Double.POSITIVE_INFINITY))
            : mass(integrals, Interval.of(Double.NEGATIVE_INFINITY), at);
    return new ScaledInterval(fromZero(mass.value()), mass.scale());
  }

  /** More lies below a larger number. */
  private ScaledInterval tailBelow(double own, int power) {
    return own >= upper.lower() ? UNKNOWN : integrals.get(0).tailBelow(own, power);
  }

  private ScaledInterval tailAbove(double own, int power) {
    return own <= lower.upper()
        ? UNKNOWN
        : integrals.get(integrals.size() - 1).tailAbove(own, power);
  }

  private ScaledInterval inZ(ScaledInterval bound, int power) {
    return isMoved() ? bound.dividedBy(ScaledInterval.of(ratio.power(power))) : bound;
  }
}
