package surety.certificates.region;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.density.Marginal;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/**
 * A part of one axis on which the density of each summand is enclosed by one polynomial in z.
 *
 * @param lower exact lower end in x
 * @param upper exact upper end in x
 * @param side encloses the part in z
 * @param densities one for each summand
 * @param masses bounds of the part's probability, likewise
 */
record AxisCell(
    Rational lower,
    Rational upper,
    Interval side,
    List<DensityPolynomial> densities,
    List<ScaledInterval> masses) {
  private static final int MOST_DEGREE = 40;

  /** The parts of an axis between two exact ends in z, ascending. */
  static List<AxisCell> of(Marginal marginal, Rational from, Rational to, AxisPlan plan)
      throws RejectedException {
    if (plan.degree() < 0 || plan.degree() > MOST_DEGREE) {
      throw new RejectedException(new TreeRejection.NoDegree(plan.degree(), MOST_DEGREE));
    }
    TreeSet<Rational> ends = new TreeSet<>(List.of(from, to));
    StandardCoordinate exact = marginal.exact();
    ends.addAll(exact.knots());
    for (double cut : plan.cuts()) {
      if (!Double.isFinite(cut)) {
        throw new RejectedException(new TreeRejection.NoCut("density", cut));
      }
      ends.add(Rational.ofDouble(cut));
    }
    List<Rational> inside = List.copyOf(ends.subSet(from, true, to, true));
    List<AxisCell> cells = new ArrayList<>();
    int piece = 0;
    for (int k = 1; k < inside.size(); k++) {
      Rational lower = inside.get(k - 1);
      while (piece < exact.knots().size() && exact.knots().get(piece).compareTo(lower) <= 0) {
        piece++;
      }
      cells.add(between(marginal, piece, lower, inside.get(k), plan.degree()));
    }
    return cells;
  }

  private static AxisCell between(
      Marginal marginal, int piece, Rational lower, Rational upper, int degree) {
    StandardCoordinate exact = marginal.exact();
    Interval from = Interval.of(lower);
    Interval to = Interval.of(upper);
    List<DensityPolynomial> densities = new ArrayList<>();
    List<ScaledInterval> masses = new ArrayList<>();
    for (int j = 0; j < marginal.components(); j++) {
      densities.add(marginal.polynomial(j, piece, from, to, degree));
      masses.add(marginal.mass(j, from, to));
    }
    return new AxisCell(exact.input(lower), exact.input(upper), from.hull(to), densities, masses);
  }

  /** The highest degree of its polynomials. */
  int degree() {
    return densities.stream().mapToInt(p -> p.coefficients().length - 1).max().orElse(0);
  }
}
