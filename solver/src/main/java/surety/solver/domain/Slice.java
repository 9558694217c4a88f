package surety.solver.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Side;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.density.Marginal;
import surety.certificates.integral.ChordDeviation;

/** A part of an axis, between two ends. What it costs to compute is kept. One thread at a time. */
public final class Slice {
  /** A tail with that share of the probability, as a logarithm to base 2, is cut off first... */
  private static final double LOG_TAIL = -30;

  /** ... if it has at least that share of the length. */
  private static final double LONG_TAIL = 0.25;

  private static final int BISECTIONS = 30;

  private final Axis axis;
  private final End lower;
  private final End upper;
  private final int firstPiece;
  private final int lastPiece;
  private final double[] logMasses;
  private final double logMass;
  private double cutPoint = Double.NaN;
  private final Map<Key, SlicePolynomial> polynomials = new HashMap<>();

  private record Key(int summand, int degree) {}

  Slice(Axis axis, End lower, End upper, int firstPiece, int lastPiece) {
    this.axis = axis;
    this.lower = lower;
    this.upper = upper;
    this.firstPiece = firstPiece;
    this.lastPiece = lastPiece;
    this.logMasses = new double[axis.marginal().components()];
    Arrays.setAll(
        logMasses, j -> Log2.of(axis.marginal().mass(j, lower.enclosure(), upper.enclosure())));
    this.logMass = axis.logWeighted(logMasses);
  }

  /** The lower end, approximately. */
  public double lower() {
    return lower.value();
  }

  /** The upper end, approximately. */
  public double upper() {
    return upper.value();
  }

  /** The length. */
  public double width() {
    return upper.value() - lower.value();
  }

  /** The middle. */
  public double middle() {
    return 0.5 * lower.value() + 0.5 * upper.value();
  }

  /** The base-2 logarithm of the slice's probability. */
  public double logMass() {
    return logMass;
  }

  /** That of one summand of the density alone, without its weight. */
  public double logMass(int summand) {
    return logMasses[summand];
  }

  /** Whether the density is smooth inside, so that polynomials enclose it. */
  public boolean isSmooth() {
    return firstPiece == lastPiece;
  }

  /** Whether the kernel accepts a cut at an {@link #innerKnot} or else in the middle. */
  public boolean isCuttable() {
    return innerKnot() >= 0 || surrounds(middle());
  }

  /**
   * A knot that the kernel surely sees inside, as near as can be to the middle of the slice's
   * knots; -1 if there is none, because the density is smooth or knots are within rounding of each
   * other or of the ends.
   */
  public int innerKnot() {
    int middle = (firstPiece + lastPiece - 1) / 2;
    for (int away = 0; away < lastPiece - firstPiece; away++) {
      for (int knot : new int[] {middle - away, middle + away}) {
        if (containsKnot(knot)) {
          return knot;
        }
      }
    }
    return -1;
  }

  /**
   * Where to cut a slice whose mass counts: in the middle, or if nearly all of its probability is
   * in a small part, at the end of that part.
   */
  public double cutPoint() {
    if (Double.isNaN(cutPoint)) {
      double above = tailEnd(upper(), lower(), true);
      double below = tailEnd(lower(), upper(), false);
      cutPoint = upper() - above >= below - lower() ? above : below;
      if (above == upper() && below == lower()) {
        cutPoint = middle();
      }
    }
    return cutPoint;
  }

  /**
   * Where a tail begins that has next to no probability; the slice's end if it is short. Halving
   * the distance from zero keeps the cuts at numbers where networks and densities have theirs.
   */
  private double tailEnd(double end, double other, boolean isAbove) {
    double anchor = lower() < 0 && upper() > 0 ? 0 : other;
    double tail = end;
    for (int k = 0; k < BISECTIONS; k++) {
      double nearer = 0.5 * tail + 0.5 * anchor;
      if (!isTail(nearer, isAbove)) {
        break;
      }
      tail = nearer;
    }
    return Math.abs(end - tail) >= LONG_TAIL * width() ? tail : end;
  }

  private boolean isTail(double from, boolean isAbove) {
    Interval at = Interval.of(from);
    return isInside(at)
        && Log2.of(
                isAbove
                    ? axis.marginal().mass(at, upper.enclosure())
                    : axis.marginal().mass(lower.enclosure(), at))
            <= logMass + LOG_TAIL;
  }

  /**
   * Whether {@code value} is so far from both ends that the kernel will see it strictly inside, and
   * the halves are not mere rounding.
   */
  public boolean surrounds(double value) {
    double margin = 1e-14 * Math.max(Math.abs(lower.value()), Math.abs(upper.value()));
    return isInside(new Interval(value - margin, value + margin));
  }

  /** Whether the kernel sees a value strictly inside. */
  public boolean contains(double value) {
    return Double.isFinite(value) && isInside(Interval.of(value));
  }

  /** Whether it sees a knot of the density there. */
  public boolean containsKnot(int knot) {
    return knot >= firstPiece && knot < lastPiece && isInside(axis.marginal().knots().get(knot));
  }

  private boolean isInside(Interval point) {
    return new Side(lower.enclosure(), upper.enclosure(), firstPiece, lastPiece).surrounds(point);
  }

  /** The two parts below and above a value inside. */
  public List<Slice> cut(double value) {
    List<Interval> knots = axis.marginal().knots();
    int last = lastPiece;
    while (last > firstPiece && knots.get(last - 1).lower() >= value) {
      last--;
    }
    int first = firstPiece;
    while (first < lastPiece && knots.get(first).upper() <= value) {
      first++;
    }
    End at = End.of(value);
    return List.of(
        axis.slice(lower, at, firstPiece, last), axis.slice(at, upper, first, lastPiece));
  }

  /** The two parts below and above a knot inside. */
  public List<Slice> cutAtKnot(int knot) {
    End at = End.of(axis.marginal().knots().get(knot));
    return List.of(
        axis.slice(lower, at, firstPiece, knot), axis.slice(at, upper, knot + 1, lastPiece));
  }

  /** The density polynomial of a summand of at most this degree; the slice must be smooth. */
  public SlicePolynomial polynomial(int summand, int degree) {
    return polynomials.computeIfAbsent(
        new Key(summand, degree), key -> computePolynomial(summand, degree));
  }

  /** Contains how far the coordinate is from the chord of its quantile function, as the kernel. */
  public Interval deviation() {
    if (!isSmooth()) {
      return ChordDeviation.UNKNOWN;
    }
    Interval hull = Interval.ZERO;
    Marginal marginal = axis.marginal();
    for (int j = 0; j < logMasses.length; j++) {
      hull =
          hull.hull(
              ChordDeviation.of(
                  marginal.mass(j, lower.enclosure(), upper.enclosure()),
                  marginal.polynomial(j, firstPiece, lower.enclosure(), upper.enclosure(), 1),
                  width()));
    }
    return hull;
  }

  /** Number of summands of the density. */
  public int summands() {
    return logMasses.length;
  }

  /** The greatest degree of all summands' polynomials of at most this degree. */
  public int degree(int highest) {
    int degree = 0;
    for (int j = 0; j < logMasses.length; j++) {
      degree = Math.max(degree, polynomial(j, highest).degree());
    }
    return degree;
  }

  private SlicePolynomial computePolynomial(int summand, int degree) {
    DensityPolynomial p =
        axis.marginal()
            .polynomial(summand, firstPiece, lower.enclosure(), upper.enclosure(), degree);
    double logError = 1 + Log2.of(p.remainder()) + Log2.of(width()) + p.scale();
    double relative = p.remainder() == 0 ? 0 : Log2.power(logError - logMasses[summand]);
    return new SlicePolynomial(p.centre(), p.coefficients(), p.scale(), relative);
  }
}
