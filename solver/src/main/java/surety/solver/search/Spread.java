package surety.solver.search;

import java.util.List;
import surety.solver.domain.Log2;
import surety.solver.domain.Slice;

/** How the mass is spread in a slice, from the masses of its halves and theirs; kept for reuse. */
final class Spread {
  private static final double EVEN = 0.02;

  /**
   * A slice that has about the same mass in both halves, and so have those around it, needs no more
   * halving. Once is not enough: the halves of a symmetric density always have.
   */
  private static final int EVEN_HALVINGS = 2;

  private static final int MOST_HALVINGS = 16;

  private final Slice slice;
  private final int halvings;
  private final int evenHalvings;
  private boolean isHalved;
  private double below;
  private Spread lower;
  private Spread upper;

  Spread(Slice slice) {
    this(slice, 0, 0);
  }

  private Spread(Slice slice, int halvings, int evenHalvings) {
    this.slice = slice;
    this.halvings = halvings;
    this.evenHalvings = evenHalvings;
  }

  /** Below which about that share of the slice's mass lies. */
  double quantile(double share) {
    Spread part = this;
    double rest = share;
    while (part.isCut()) {
      part.halve();
      boolean isBelow = rest < part.below;
      rest = isBelow ? rest / part.below : (rest - part.below) / (1 - part.below);
      part = isBelow ? part.lower : part.upper;
    }
    return part.slice.lower() + Math.min(1, rest) * part.slice.width();
  }

  private boolean isCut() {
    return halvings < MOST_HALVINGS
        && evenHalvings < EVEN_HALVINGS
        && slice.surrounds(slice.middle());
  }

  private void halve() {
    if (isHalved) {
      return;
    }
    List<Slice> halves = slice.cut(slice.middle());
    below = Log2.power(halves.get(0).logMass() - slice.logMass());
    int even = Math.abs(below - 0.5) <= EVEN ? evenHalvings + 1 : 0;
    lower = new Spread(halves.get(0), halvings + 1, even);
    upper = new Spread(halves.get(1), halvings + 1, even);
    isHalved = true;
  }
}
