package surety.solver.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.density.Marginal;
import surety.certificates.region.AxisPlan;
import surety.certificates.stop.Stop;
import surety.solver.domain.Axis;

/**
 * Chooses how each coordinate's density is enclosed: exactly where it is a polynomial of moderate
 * degree between its knots, else by polynomials between cuts, which are put where the enclosure is
 * loosest.
 */
final class AxisPlanner {
  private static final int MOST_EXACT_DEGREE = 24;

  /** By the number of random inputs: the more there are, the dearer is each degree and cut. */
  private static final int[] DEGREES = {0, 12, 12, 10, 8};

  private static final int[] MOST_CUTS = {0, 4096, 64, 16, 4};

  /** What each piece may add to the gap of a probability, likewise. */
  private static final double[] WANTED = {0, 1e-13, 1e-13, 1e-9, 1e-6};

  /** Less than that is as good as nothing. */
  private static final double EXACT = 1e-13;

  /** The probability that may lie beyond an end if there are more than two inputs. */
  private static final double NEGLIGIBLE = 1e-16;

  private static final double FAR = 0x1p12;

  private static final double INWARD = 0.875;

  private AxisPlanner() {}

  /**
   * Where each axis is cut off; 0 for an end that needs no cut. One or two inputs keep all that
   * doubles can tell; more of them keep all but a share that their densities are not enclosed
   * closely enough for anyway, and have far fewer regions then.
   */
  static List<Truncation> truncations(List<Marginal> marginals) {
    boolean isDear = marginals.size() > 2;
    List<Truncation> truncations = new ArrayList<>();
    for (Marginal m : marginals) {
      truncations.add(
          new Truncation(
              m.domainLower().isBounded()
                  ? 0
                  : end(m.suggestedLower(), isDear, z -> m.tailBelow(z).toInterval().upper()),
              m.domainUpper().isBounded()
                  ? 0
                  : end(m.suggestedUpper(), isDear, z -> m.tailAbove(z).toInterval().upper())));
    }
    return truncations;
  }

  /** From far outside inward by eighths, as long as next to nothing lies beyond. */
  private static double end(double outmost, boolean isDear, DoubleUnaryOperator tail) {
    double end = outmost;
    while (isDear && tail.applyAsDouble(end * INWARD) <= NEGLIGIBLE) {
      end *= INWARD;
    }
    return end;
  }

  /**
   * Plans.
   *
   * @param unit about the mass of the whole law, of which all gaps are shares
   * @param stop asked before each cut: masses next to a pole take long
   */
  static List<AxisPlan> plan(
      List<Marginal> marginals, List<Truncation> truncations, double unit, Stop stop) {
    List<AxisPlan> plans = new ArrayList<>();
    for (int q = 0; q < marginals.size(); q++) {
      plans.add(plan(marginals.get(q), truncations.get(q), marginals.size(), unit, stop));
    }
    return plans;
  }

  /** A part of a piece, and the share of the unit that its polynomial may be off by. */
  private record Part(int piece, Interval lower, Interval upper, double error) {
    static Part of(
        Marginal marginal, int piece, Interval lower, Interval upper, int degree, double unit) {
      double error = 0;
      for (int j = 0; j < marginal.components(); j++) {
        DensityPolynomial polynomial = marginal.polynomial(j, piece, lower, upper, degree);
        double weight = marginal.weights().get(j).toInterval().upper() / unit;
        error += weight * Math.scalb(polynomial.remainder(), polynomial.scale());
      }
      double known = error * (upper.upper() - lower.lower());
      // at a pole nothing is known but the mass
      double cost =
          known <= EXACT
              ? known
              : Math.min(known, marginal.mass(lower, upper).toInterval().upper() / unit);
      return new Part(piece, lower, upper, cost);
    }
  }

  private static AxisPlan plan(
      Marginal marginal, Truncation truncation, int dimension, double unit, Stop stop) {
    int row = Math.min(dimension, DEGREES.length - 1);
    double wanted = WANTED[row];
    for (int degree = 0; degree <= MOST_EXACT_DEGREE; degree++) {
      int tried = degree;
      stop.check();
      if (parts(marginal, truncation, tried, unit).stream().allMatch(part -> part.error <= EXACT)) {
        return new AxisPlan(degree, List.of());
      }
    }
    PriorityQueue<Part> open =
        new PriorityQueue<>(Comparator.comparingDouble((Part part) -> part.error).reversed());
    open.addAll(parts(marginal, truncation, DEGREES[row], unit));
    TreeSet<Double> cuts = new TreeSet<>();
    while (!open.isEmpty() && cuts.size() < MOST_CUTS[row] && open.peek().error > wanted) {
      stop.check();
      Part widest = open.poll();
      double middle = middle(widest.lower.hull(widest.upper));
      if (middle > widest.lower.upper() && middle < widest.upper.lower()) {
        Interval cut = Interval.of(middle);
        cuts.add(middle);
        open.add(Part.of(marginal, widest.piece, widest.lower, cut, DEGREES[row], unit));
        open.add(Part.of(marginal, widest.piece, cut, widest.upper, DEGREES[row], unit));
      }
    }
    return new AxisPlan(DEGREES[row], List.copyOf(cuts));
  }

  /** Far out in a heavy tail, about where it has half as many digits. */
  private static double middle(Interval part) {
    return part.magnitude() > FAR ? Axis.between(part.lower(), part.upper(), 0.5) : part.middle();
  }

  /** The pieces between the ends and the knots. */
  private static List<Part> parts(
      Marginal marginal, Truncation truncation, int degree, double unit) {
    List<Interval> ends = new ArrayList<>();
    ends.add(end(marginal.domainLower(), truncation.lower()));
    ends.addAll(marginal.knots());
    ends.add(end(marginal.domainUpper(), truncation.upper()));
    List<Part> parts = new ArrayList<>();
    for (int piece = 0; piece + 1 < ends.size(); piece++) {
      parts.add(Part.of(marginal, piece, ends.get(piece), ends.get(piece + 1), degree, unit));
    }
    return parts;
  }

  private static Interval end(Interval domain, double truncation) {
    return domain.isBounded() ? domain : Interval.of(truncation);
  }
}
