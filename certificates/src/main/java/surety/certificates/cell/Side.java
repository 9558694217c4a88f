package surety.certificates.cell;

import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Interval;

/**
 * One side of a box: the part of a coordinate between two exact real numbers, each known by an
 * enclosure, and the pieces of the coordinate's density that it may meet. Immutable but for what it
 * remembers.
 */
public final class Side {
  private final Interval lower;
  private final Interval upper;
  private final int firstPiece;
  private final int lastPiece;

  /** What has been computed for a box with this side; other boxes ask for the same. */
  private volatile SideMeasure measure;

  /** A side. */
  public Side(Interval lower, Interval upper, int firstPiece, int lastPiece) {
    this.lower = lower;
    this.upper = upper;
    this.firstPiece = firstPiece;
    this.lastPiece = lastPiece;
  }

  /** Encloses the lower end. */
  public Interval lower() {
    return lower;
  }

  /** Encloses the upper end. */
  public Interval upper() {
    return upper;
  }

  /** No piece before it meets the inside of the side. */
  public int firstPiece() {
    return firstPiece;
  }

  /** No piece after it does. */
  public int lastPiece() {
    return lastPiece;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Side side
        && lower.equals(side.lower)
        && upper.equals(side.upper)
        && firstPiece == side.firstPiece
        && lastPiece == side.lastPiece;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lower, upper, firstPiece, lastPiece);
  }

  @Override
  public String toString() {
    return "Side[%s, %s, pieces %d to %d]".formatted(lower, upper, firstPiece, lastPiece);
  }

  /** What a coordinate's density is on it. */
  SideMeasure measure(SideDensities densities, int coordinate) {
    SideMeasure known = measure;
    if (known == null || !known.isOf(densities, coordinate)) {
      known = SideMeasure.of(densities, coordinate, this);
      measure = known;
    }
    return known;
  }

  /** The same, and what its density is. */
  Side measuredAs(SideMeasure known) {
    measure = known;
    return this;
  }

  /** Encloses the whole side. */
  public Interval hull() {
    return new Interval(lower.lower(), upper.upper());
  }

  /** Encloses its length. */
  public Interval length() {
    Interval length = upper.minus(lower);
    return length.lower() < 0 ? new Interval(0, Math.max(0, length.upper())) : length;
  }

  /** A double about in the middle, where it is halved. */
  public double middle() {
    return 0.5 * lower.middle() + 0.5 * upper.middle();
  }

  /** Whether the density is smooth on the side. */
  public boolean isInOnePiece() {
    return firstPiece == lastPiece;
  }

  /** The part below a number strictly inside. */
  Side below(Interval cut, List<Interval> knots) {
    int last = lastPiece;
    while (last > firstPiece && knots.get(last - 1).lower() >= cut.upper()) {
      last--; // piece `last` begins at knot last - 1, which is at or above the cut
    }
    return new Side(lower, cut, firstPiece, last);
  }

  /** The part above a number strictly inside. */
  Side above(Interval cut, List<Interval> knots) {
    int first = firstPiece;
    while (first < lastPiece && knots.get(first).upper() <= cut.lower()) {
      first++; // piece `first` ends at knot first, which is at or below the cut
    }
    return new Side(cut, upper, first, lastPiece);
  }

  /**
   * The part below knot number {@code knot}, which is inside; its enclosure need not be a point.
   */
  Side belowKnot(Interval at, int knot) {
    return new Side(lower, at, firstPiece, knot);
  }

  /** The part above that knot. */
  Side aboveKnot(Interval at, int knot) {
    return new Side(at, upper, knot + 1, lastPiece);
  }

  /** Whether a number is certainly strictly inside, so that a box may be cut there. */
  public boolean surrounds(Interval cut) {
    return lower.upper() < cut.lower() && cut.upper() < upper.lower();
  }
}
