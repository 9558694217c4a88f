package surety.certificates.region;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.integral.BernsteinDensity;
import surety.certificates.integral.DensityProduct;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;
import surety.certificates.stop.Stop;

/**
 * Integrates the density over polytopes: cuts them where the density's enclosure changes,
 * triangulates the parts, and adds up the simplices. The parts and the simplices are exact and have
 * no inner points in common, and their boundaries have no volume.
 */
final class RegionMeasure {
  private static final int MOST_CELLS = 1 << 16;
  private static final int MOST_COEFFICIENTS = 100_000;

  private final List<StandardCoordinate> coordinates;
  private final List<List<AxisCell>> axes;
  private final List<ScaledInterval> weights;
  private final double greatest;
  private final Rational scale;
  private final BernsteinBasis basis;
  private final Stop stop;
  private final Map<List<Integer>, BernsteinDensity> densities = new ConcurrentHashMap<>();

  RegionMeasure(Support support, List<AxisPlan> plans, Stop stop) throws RejectedException {
    this.stop = stop;
    this.weights = support.weights();
    this.greatest = support.mass().upper();
    int n = support.dimension();
    if (plans.size() != n) {
      throw new RejectedException(new RegionRejection.Plans(plans.size(), n));
    }
    coordinates = support.marginals().stream().map(m -> m.exact()).toList();
    axes = new ArrayList<>();
    long cells = 1;
    int degree = 0;
    Rational product = Rational.ONE;
    for (int q = 0; q < n; q++) {
      List<AxisCell> axis =
          AxisCell.of(
              support.marginals().get(q),
              support.lower().get(q),
              support.upper().get(q),
              plans.get(q));
      axes.add(axis);
      cells *= axis.size();
      if (cells > MOST_CELLS) {
        throw new RejectedException(
            new RegionRejection.TooMany("the cells that the density is cut into are", MOST_CELLS));
      }
      degree += axis.stream().mapToInt(AxisCell::degree).max().orElse(0);
      product = product.times(coordinates.get(q).scale());
    }
    if (coefficients(n, degree) > MOST_COEFFICIENTS) {
      throw new RejectedException(new TreeRejection.TooManyCoefficients(degree));
    }
    scale = product;
    basis = new BernsteinBasis(n + 1, degree, stop);
  }

  private static double coefficients(int n, int degree) {
    double count = 1;
    for (int k = 1; k <= n; k++) {
      count = count * (degree + k) / k;
    }
    return count;
  }

  /** Sees the simplices of a polytope. */
  @FunctionalInterface
  interface Visitor {
    /** One simplex, with its exact vertices in x. */
    void visit(MeasuredSimplex simplex);
  }

  /** Hands out simplices that make up the polytope. */
  void visit(Polytope polytope, Visitor visitor) throws RejectedException {
    visit(polytope, new ArrayList<>(), visitor);
  }

  private void visit(Polytope part, List<Integer> cell, Visitor visitor) throws RejectedException {
    int q = cell.size();
    if (q == axes.size()) {
      BernsteinDensity density = densities.computeIfAbsent(List.copyOf(cell), this::density);
      double most = mass(cell);
      IdentityHashMap<RationalPoint, List<Interval>> known =
          new IdentityHashMap<>(); // simplices share them
      for (List<RationalPoint> vertices : part.triangulate()) {
        stop.check();
        visitor.visit(
            MeasuredSimplex.of(
                vertices, v -> known.computeIfAbsent(v, this::standard), scale, density, most));
      }
      return;
    }
    List<AxisCell> axis = axes.get(q);
    Optional<Polytope> rest = Optional.of(part);
    for (int k = 0; k < axis.size() && rest.isPresent(); k++) {
      stop.check();
      Rational end = axis.get(k).upper();
      Optional<Polytope> below = rest;
      if (k + 1 < axis.size()) {
        below = rest.get().clip(HalfSpace.ofCoordinate(axes.size(), q, end, false));
        rest = rest.get().clip(HalfSpace.ofCoordinate(axes.size(), q, end, true));
      }
      if (below.isPresent()) {
        cell.add(k);
        visit(below.get(), cell, visitor);
        cell.remove(q);
      }
    }
  }

  /** A bound of the mass of a cell, all that is known where a density has a pole. */
  private double mass(List<Integer> cell) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int j = 0; j < weights.size(); j++) {
      ScaledInterval product = weights.get(j);
      for (int q = 0; q < cell.size(); q++) {
        product = product.times(axes.get(q).get(cell.get(q)).masses().get(j));
      }
      sum = sum.plus(product);
    }
    return Math.min(greatest, sum.toInterval().upper());
  }

  private List<Interval> standard(RationalPoint point) {
    List<Interval> z = new ArrayList<>();
    for (int q = 0; q < coordinates.size(); q++) {
      z.add(coordinates.get(q).standard(point.numerators().get(q), point.denominator()));
    }
    return z;
  }

  private BernsteinDensity density(List<Integer> cell) {
    List<AxisCell> sides = new ArrayList<>();
    for (int q = 0; q < cell.size(); q++) {
      sides.add(axes.get(q).get(cell.get(q)));
    }
    List<DensityProduct> summands = new ArrayList<>();
    for (int j = 0; j < weights.size(); j++) {
      int summand = j;
      summands.add(
          new DensityProduct(
              weights.get(j), sides.stream().map(side -> side.densities().get(summand)).toList()));
    }
    List<Interval> box = sides.stream().map(AxisCell::side).toList();
    return new BernsteinDensity(summands, box, basis, 0);
  }
}
