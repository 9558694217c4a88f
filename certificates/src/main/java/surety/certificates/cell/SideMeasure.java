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
  private final BranchDomain domain;
  private final int coordinate;
  private final Side side;
  private final double centre;
  private final double radius;
  private final double off;
  private Optional<List<ScaledInterval>> masses = Optional.empty();
  private Optional<Interval> deviation = Optional.empty();

  private SideMeasure(BranchDomain domain, int coordinate, Side side) {
    Interval middle = side.lower().plus(side.upper()).times(0.5);
    Interval half = side.length().times(0.5);
    this.domain = domain;
    this.coordinate = coordinate;
    this.side = side;
    this.centre = middle.middle();
    this.radius = half.middle();
    this.off = Rounding.addUp(middle.radius(), half.radius());
  }

  static SideMeasure of(BranchDomain domain, int coordinate, Side side) {
    return new SideMeasure(domain, coordinate, side);
  }

  boolean isOf(BranchDomain of, int number) {
    return domain == of && coordinate == number;
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
      known = Optional.of(domain.masses(coordinate, side));
      masses = known;
    }
    return known.get();
  }

  /** Contains the coordinate's {@link surety.certificates.integral.ChordDeviation}. */
  Interval deviation() {
    Optional<Interval> known = deviation;
    if (known.isEmpty()) {
      known = Optional.of(domain.deviation(coordinate, side));
      deviation = known;
    }
    return known.get();
  }
}
