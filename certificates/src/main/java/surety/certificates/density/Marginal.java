package surety.certificates.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * What the kernel computes with of one random input x: its standard coordinate z, where {@code x =
 * scale z + shift}, and enclosures of the density and of probabilities in z. Immutable.
 *
 * <p>The normalising constant of a distribution without a closed form is one over the mass of its
 * domain, enclosed like any other mass and computed once.
 */
public final class Marginal {
  /** So far out that probabilities like P(N > 45) keep their relative accuracy. */
  private static final double NORMAL_TRUNCATION = 64;

  private static final double EXPONENTIAL_TRUNCATION = 2048;

  private final StandardCoordinate exact;
  private final Interval scale;
  private final Interval shift;
  private final Interval domainLower;
  private final Interval domainUpper;
  private final List<Interval> knots;
  private final List<Piece> pieces;
  private final List<MassIntegral> integrals;

  private Marginal(StandardForm form) {
    exact =
        new StandardCoordinate(
            form.scale(), form.shift(), form.lower(), form.upper(), form.knots());
    scale = Interval.of(form.scale());
    shift = Interval.of(form.shift());
    domainLower = end(form.lower(), Double.NEGATIVE_INFINITY);
    domainUpper = end(form.upper(), Double.POSITIVE_INFINITY);
    knots = enclosures(form.knots());
    pieces = form.normalised() ? form.pieces() : normalised(form.pieces());
    integrals = integrals(pieces);
  }

  private static Interval end(Optional<Rational> end, double unbounded) {
    return end.isPresent() ? Interval.of(end.get()) : Interval.of(unbounded);
  }

  private static List<Interval> enclosures(List<Rational> points) {
    List<Interval> enclosures = new ArrayList<>();
    for (Rational point : points) {
      enclosures.add(Interval.of(point));
    }
    return List.copyOf(enclosures);
  }

  private static List<MassIntegral> integrals(List<Piece> pieces) {
    List<MassIntegral> integrals = new ArrayList<>();
    for (Piece piece : pieces) {
      integrals.add(new MassIntegral(piece));
    }
    return List.copyOf(integrals);
  }

  /**
   * Compiles a distribution.
   *
   * @throws IllegalArgumentException if it is truncated to so narrow a part that double precision
   *     cannot tell whether it has a positive probability
   */
  public static Marginal of(Distribution distribution) {
    if (distribution instanceof Truncated t && t.base() instanceof Uniform u) {
      return of(new Uniform(larger(t.lower(), u.lower()), smaller(t.upper(), u.upper())));
    }
    return new Marginal(StandardForm.of(distribution));
  }

  private static Rational larger(Rational a, Rational b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Rational smaller(Rational a, Rational b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private List<Piece> normalised(List<Piece> unscaled) {
    ScaledInterval total = mass(integrals(unscaled), domainLower, domainUpper);
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

  /** The coordinate and its knots in exact numbers. */
  public StandardCoordinate exact() {
    return exact;
  }

  /** The factor of z in x. */
  public Interval scale() {
    return scale;
  }

  /** The summand in x. */
  public Interval shift() {
    return shift;
  }

  /** An enclosure of the exact lower end of z; minus infinity if there is none. */
  public Interval domainLower() {
    return domainLower;
  }

  /** An enclosure of the exact upper end of z; infinity if there is none. */
  public Interval domainUpper() {
    return domainUpper;
  }

  /**
   * Enclosures of the exact points inside the domain at which the density is not smooth, ascending.
   * Piece p lies between knot p - 1 and knot p.
   */
  public List<Interval> knots() {
    return knots;
  }

  /**
   * Encloses the density by a polynomial on an interval inside one piece.
   *
   * @param piece from 0 to the number of knots
   * @param lower an enclosure of the exact lower end, bounded
   * @param upper an enclosure of the exact upper end, bounded
   * @param degree the highest degree of the polynomial, at least 0
   */
  public DensityPolynomial polynomial(int piece, Interval lower, Interval upper, int degree) {
    return pieces.get(piece).polynomial(lower.hull(upper), degree);
  }

  /**
   * Encloses the probability that z lies between two exact reals, known by enclosures, the first at
   * most the second. They may lie in different pieces, outside of the domain, or at infinity.
   */
  public ScaledInterval mass(Interval lower, Interval upper) {
    return mass(integrals, lower, upper);
  }

  private ScaledInterval mass(List<MassIntegral> integrals, Interval lower, Interval upper) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int i = firstPiece(lower); i < integrals.size(); i++) {
      if (i > 0 && knots.get(i - 1).lower() >= upper.upper()) {
        break; // this piece and all after it begin behind the upper end
      }
      Interval from = maximum(lower, i == 0 ? domainLower : knots.get(i - 1));
      Interval to = minimum(upper, i == knots.size() ? domainUpper : knots.get(i));
      if (from.lower() < to.upper()) {
        sum = sum.plus(integrals.get(i).between(from, to));
      }
    }
    return sum;
  }

  /** No piece before it reaches beyond {@code lower}: their upper ends, the knots, ascend. */
  private int firstPiece(Interval lower) {
    int low = 0;
    int high = knots.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (knots.get(middle).upper() <= lower.lower()) {
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
   * From 0 to a proven bound of the probability below z, if the domain is unbounded there: {@code
   * f(z) / (log f)'(z)}, or 1. Zero if the domain is bounded below. An end beyond the range of
   * doubles is none: nobody can compute up to it, and the same bound holds.
   */
  public ScaledInterval tailBelow(double z) {
    return atMostOne(tailBelow(z, 0));
  }

  /** From 0 to a proven bound of the probability above z, likewise. */
  public ScaledInterval tailAbove(double z) {
    return atMostOne(tailAbove(z, 0));
  }

  /**
   * From 0 to a proven bound of the integral of {@code (z - s)^power} times the density over all s
   * below z, in the standard coordinate, if the domain is unbounded there; the bound is infinite
   * where the density does not rise. Zero if the domain is bounded below.
   *
   * @param power at least 0
   */
  public ScaledInterval tailBelow(double z, int power) {
    return domainLower.isBounded() ? ScaledInterval.ZERO : integrals.get(0).tailBelow(z, power);
  }

  /** From 0 to a proven bound of the integral of {@code (s - z)^power} above z, likewise. */
  public ScaledInterval tailAbove(double z, int power) {
    if (domainUpper.isBounded()) {
      return ScaledInterval.ZERO;
    }
    return z <= domainLower.upper()
        ? ScaledInterval.of(Interval.of(0, Double.POSITIVE_INFINITY))
        : integrals.get(integrals.size() - 1).tailAbove(z, power);
  }

  private static ScaledInterval atMostOne(ScaledInterval bound) {
    return bound.toInterval().upper() > 1 ? ScaledInterval.of(Interval.of(0, 1)) : bound;
  }

  /** Where to cut off the domain if it is unbounded below; a double inside if it is bounded. */
  public double suggestedLower() {
    return domainLower.isBounded() ? domainLower.upper() : -NORMAL_TRUNCATION;
  }

  /** Where to cut off the domain if it is unbounded above; a double inside if it is bounded. */
  public double suggestedUpper() {
    if (domainUpper.isBounded()) {
      return domainUpper.lower();
    }
    for (Factor factor : pieces.get(0).factors()) {
      if (factor instanceof GaussianFactor) {
        return NORMAL_TRUNCATION;
      }
      if (factor instanceof PowerFactor power) {
        // the mode, 64 standard deviations, and as much as for an exponential
        double mode = power.exponent().doubleFloor();
        return mode + NORMAL_TRUNCATION * Math.sqrt(mode + 1) + EXPONENTIAL_TRUNCATION;
      }
    }
    return EXPONENTIAL_TRUNCATION;
  }
}
