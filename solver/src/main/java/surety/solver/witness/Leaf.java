package surety.solver.witness;

import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.proof.Rule;

/**
 * A leaf of a proof tree, or what is outside of it.
 *
 * @param box itself, or the box whose triangulation it is of
 * @param share its part of the box's volume
 * @param rule what the tree says of it
 */
record Leaf(Cell cell, BoxCell box, double share, Rule rule) {
  /** About how probable it is, as if the density were constant in the box. */
  double mass() {
    ScaledInterval mass = box.mass();
    return Math.scalb(mass.value().upper(), mass.scale()) * share;
  }
}
