package surety.solver.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Interval;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.density.Marginal;

/** A part of an axis, between two ends. What it costs to compute is kept. One thread at a time. */
public final class Slice {
  private final Axis axis;
  private final End lower;
  private final End upper;
  private final int firstPiece;
  private final int lastPiece;
  private final double logMass;
  private final Map<Integer, SlicePolynomial> polynomials = new HashMap<>();

  Slice(Axis axis, End lower, End upper, int firstPiece, int lastPiece) {
    this.axis = axis;
    this.lower = lower;
    this.upper = upper;
    this.firstPiece = firstPiece;
    this.lastPiece = lastPiece;
    this.logMass = Log2.of(axis.marginal().mass(lower.enclosure(), upper.enclosure()));
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

  /** Whether the density is smooth inside, so that polynomials enclose it. */
  public boolean isSmooth() {
    return firstPiece == lastPiece;
  }

  /** A knot inside a slice that is not smooth, about in the middle of its knots. */
  public int middleKnot() {
    return (firstPiece + lastPiece - 1) / 2;
  }

  /**
   * Whether {@code value} is so far from both ends that the kernel will see it strictly inside, and
   * the halves are not mere rounding.
   */
  public boolean surrounds(double value) {
    double margin = 1e-14 * Math.max(Math.abs(lower.value()), Math.abs(upper.value()));
    return value > lower.enclosure().upper() + margin && value < upper.enclosure().lower() - margin;
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

  /** The density polynomial of at most this degree; the slice must be smooth. */
  public SlicePolynomial polynomial(int degree) {
    return polynomials.computeIfAbsent(degree, this::computePolynomial);
  }

  private SlicePolynomial computePolynomial(int degree) {
    Marginal marginal = axis.marginal();
    DensityPolynomial p =
        marginal.polynomial(firstPiece, lower.enclosure(), upper.enclosure(), degree);
    double logError = 1 + Log2.of(p.remainder()) + Log2.of(width()) + p.scale();
    double relative = p.remainder() == 0 ? 0 : Log2.power(logError - logMass);
    return new SlicePolynomial(p.centre(), p.coefficients(), p.scale(), relative);
  }
}
