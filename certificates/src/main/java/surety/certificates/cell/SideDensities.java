package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.density.Marginal;
import surety.certificates.integral.ChordDeviation;
import surety.certificates.stop.Stop;

/** What the density of a branch's coordinates is on sides of boxes. */
final class SideDensities {
  private final List<Marginal> marginals;
  private final List<ScaledInterval> weights;
  private final BoundedCache<SideKey, ScaledInterval> masses;
  private final BoundedCache<PolynomialKey, DensityPolynomial> polynomials;
  private final BoundedCache<PolynomialKey, Interval> chords;
  private final AtomicInteger keptMasses = new AtomicInteger();

  private record SideKey(int coordinate, int summand, Interval lower, Interval upper) {}

  private record PolynomialKey(int coordinate, int summand, Side side, int degree) {}

  /**
   * Of a branch.
   *
   * @param weights of the density's summands, the same for all coordinates
   */
  SideDensities(List<Marginal> marginals, List<ScaledInterval> weights, Stop stop) {
    this.marginals = marginals;
    this.weights = weights;
    this.masses = new BoundedCache<>(stop);
    this.polynomials = new BoundedCache<>(stop);
    this.chords = new BoundedCache<>(stop);
  }

  /** A coordinate's marginal. */
  Marginal marginal(int coordinate) {
    return marginals.get(coordinate);
  }

  /** Contain each summand's density times the side's length on it; none where it meets a knot. */
  List<ScaledInterval> spreads(int coordinate, Side side) {
    List<ScaledInterval> spreads = new ArrayList<>(weights.size());
    for (int j = 0; j < weights.size() && side.isInOnePiece(); j++) {
      DensityPolynomial constant = polynomial(new PolynomialKey(coordinate, j, side, 0));
      double value = constant.coefficients()[0];
      double least = Rounding.subtractDown(value, constant.remainder());
      Interval density =
          new Interval(
              Math.max(0, least), Math.max(0, Rounding.addUp(value, constant.remainder())));
      if (constant.scale() > Scales.GREATEST) {
        return List.of();
      }
      spreads.add(new ScaledInterval(density.times(side.length()), constant.scale()));
    }
    return spreads;
  }

  /**
   * Of each summand and one side, not far below {@link Scales#LEAST}.
   *
   * @param isKept whether to keep what is found, because neighbouring boxes have equal sides
   */
  List<ScaledInterval> masses(int coordinate, Side side, boolean isKept) {
    List<ScaledInterval> found = new ArrayList<>(weights.size());
    for (int j = 0; j < weights.size(); j++) {
      found.add(Scales.limited(mass(coordinate, j, side, isKept)));
    }
    return found;
  }

  /** Of one summand and one side. */
  private ScaledInterval mass(int coordinate, int summand, Side side, boolean isKept) {
    SideKey key = new SideKey(coordinate, summand, side.lower(), side.upper());
    return isKept ? masses.get(key, this::mass) : mass(key);
  }

  private ScaledInterval mass(SideKey key) {
    return marginals.get(key.coordinate).mass(key.summand, key.lower, key.upper);
  }

  /** Contains a coordinate's {@link ChordDeviation} on a side, whatever the summand. */
  Interval deviation(int coordinate, Side side, boolean isKept) {
    PolynomialKey key = new PolynomialKey(coordinate, 0, side, 1);
    return isKept ? chords.get(key, k -> newDeviation(k, true)) : newDeviation(key, false);
  }

  private Interval newDeviation(PolynomialKey of, boolean isKept) {
    if (!of.side.isInOnePiece()) {
      return ChordDeviation.UNKNOWN;
    }
    Interval hull = Interval.ZERO;
    for (int j = 0; j < weights.size(); j++) {
      ScaledInterval mass = mass(of.coordinate, j, of.side, isKept);
      PolynomialKey key = new PolynomialKey(of.coordinate, j, of.side, 1);
      DensityPolynomial line = isKept ? polynomials.get(key, this::polynomial) : polynomial(key);
      double length = of.side.length().upper();
      hull = hull.hull(ChordDeviation.of(mass, line, length));
    }
    return hull;
  }

  /** A polynomial enclosure of a summand's density in one coordinate, on a smooth side; kept. */
  DensityPolynomial polynomial(int coordinate, int summand, Side side, int degree) {
    return polynomials.get(new PolynomialKey(coordinate, summand, side, degree), this::polynomial);
  }

  private DensityPolynomial polynomial(PolynomialKey key) {
    Side side = key.side;
    return marginals
        .get(key.coordinate)
        .polynomial(key.summand, side.firstPiece(), side.lower(), side.upper(), key.degree);
  }

  /**
   * Whether the halves of one more side may be kept, each with a mass under each summand; not of
   * any number, as memory is bounded.
   */
  boolean mayKeepSides() {
    return keptMasses.get() < BoundedCache.MOST
        && keptMasses.getAndAdd(weights.size()) < BoundedCache.MOST;
  }
}
