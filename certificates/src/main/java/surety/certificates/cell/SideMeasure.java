package surety.certificates.cell;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * What a coordinate's density is on a side of boxes, and the side in plain doubles: as in {@link
 * surety.certificates.bounds.CentredBox}.
 */
final class SideMeasure {
  private final SideDensities densities;
  private final int coordinate;
  private final Side side;
  private final double centre;
  private final double radius;
  private final double off;

  /** Whether another side keeps it as its half, and so finds it again: it is not kept twice. */
  private final boolean isKeptHalf;

  private Optional<List<ScaledInterval>> masses = Optional.empty();
  private Optional<Interval> deviation = Optional.empty();
  private Optional<List<ScaledInterval>> spreads = Optional.empty();
  private Optional<Halves> halves = Optional.empty();

  /** The parts below and above the middle. */
  record Halves(Side below, Side above) {}

  private SideMeasure(SideDensities densities, int coordinate, Side side, boolean isKeptHalf) {
    Interval middle = side.lower().plus(side.upper()).times(0.5);
    Interval half = side.length().times(0.5);
    this.densities = densities;
    this.coordinate = coordinate;
    this.side = side;
    this.isKeptHalf = isKeptHalf;
    this.centre = middle.middle();
    this.radius = half.middle();
    this.off = Rounding.addUp(middle.radius(), half.radius());
  }

  static SideMeasure of(SideDensities densities, int coordinate, Side side) {
    return new SideMeasure(densities, coordinate, side, false);
  }

  private Side half(Side half, boolean isKept) {
    return half.measuredAs(new SideMeasure(densities, coordinate, half, isKept));
  }

  boolean isOf(SideDensities of, int number) {
    return densities == of && coordinate == number;
  }

  double centre() {
    return centre;
  }

  double radius() {
    return radius;
  }

  double off() {
    return off;
  }

  /** Encloses the mass under each summand. */
  List<ScaledInterval> masses() {
    Optional<List<ScaledInterval>> known = masses;
    if (known.isEmpty()) {
      known = Optional.of(densities.masses(coordinate, side, !isKeptHalf));
      masses = known;
    }
    return known.get();
  }

  /** Contain each summand's density times the length; none where it meets a knot. */
  List<ScaledInterval> spreads() {
    Optional<List<ScaledInterval>> known = spreads;
    if (known.isEmpty()) {
      known = Optional.of(densities.spreads(coordinate, side));
      spreads = known;
    }
    return known.get();
  }

  /** Contains the coordinate's {@link surety.certificates.integral.ChordDeviation}. */
  Interval deviation() {
    Optional<Interval> known = deviation;
    if (known.isEmpty()) {
      known = Optional.of(densities.deviation(coordinate, side, !isKeptHalf));
      deviation = known;
    }
    return known.get();
  }

  /** Its halves; the same ones again, as long as not too many are kept: boxes share them. */
  Halves halves() {
    Optional<Halves> known = halves;
    if (known.isPresent()) {
      return known.get();
    }
    Interval at = Interval.of(side.middle());
    List<Interval> knots = densities.marginal(coordinate).knots();
    boolean isKept = densities.mayKeepSides();
    Halves made =
        new Halves(half(side.below(at, knots), isKept), half(side.above(at, knots), isKept));
    if (isKept) {
      halves = Optional.of(made);
    }
    return made;
  }
}
